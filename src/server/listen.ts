import { createServer as createHttpServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Handler } from './handler.ts'
import { securityHeaders } from './security-headers.ts'
import { isPlainTarget, isTooLong } from './targets.ts'

/** A handler behind Node's HTTP server, with bounds on what a connection may take. It does not listen yet. */
export function createNodeServer(handler: Handler): Server {
  const listener = getRequestListener((request) => handler.fetch(request), {
    overrideGlobalObjects: false,
    errorHandler: () => new Response('Bad request.', { status: 400, headers: securityHeaders }),
  })
  const server = createHttpServer(limits, (request, response) => {
    const target = request.url ?? ''
    if (sizeOf(request.rawHeaders) > longestHeaders)
      return void response.writeHead(431, { ...refusalHeaders, 'content-type': badRequest.type }).end(badRequest.body)
    if (isPlainTarget(target)) return void listener(request, response)
    const { type, body } = isTooLong(target) ? tooLong : badRequest
    response.writeHead(isTooLong(target) ? 414 : 400, { ...refusalHeaders, 'content-type': type }).end(body)
  })
  server.maxConnections = 10_000
  server.on('clientError', (error, socket) => {
    const code = 'code' in error ? error.code : undefined
    const overflows = code === 'HPE_HEADER_OVERFLOW'
    // Browsers open connections ahead of need. One that waited too long is closed without a word: an answer would meet the request
    // that is on its way, and a closed connection is simply opened again.
    if (!socket.writable || code === 'ERR_HTTP_REQUEST_TIMEOUT') return void socket.destroy()
    socket.end(
      overflows ? rawAnswer('431 Request Header Fields Too Large', tooLong) : rawAnswer('400 Bad Request', badRequest),
    )
  })
  return server
}

const longestHeaders = 32 * 1024

const sizeOf = (texts: readonly string[]) => texts.reduce((size, text) => size + text.length, 0)

const refusalHeaders = { ...securityHeaders, connection: 'close' }

const badRequest = { type: 'text/plain', body: 'Bad request.' }

/** A person opened it, most likely: a page for reading. */
const tooLong = {
  type: 'text/html; charset=utf-8',
  body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Link too long</title>
<main>
<h1>This link is too long to open</h1>
<p>Nothing was asked. Ask whoever sent it for a shorter one.</p>
</main>
</html>
`,
}

/** An answer where there is no request to answer: Node could not read one. */
function rawAnswer(status: string, { type, body }: typeof badRequest): string {
  const headers = Object.entries({ ...refusalHeaders, 'content-type': type, 'content-length': String(body.length) })
  return [`HTTP/1.1 ${status}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n')
}

/** Times in ms, sizes in bytes. Whoever holds thousands of connections without asking anything loses them within seconds. */
const limits = {
  // With the request's first line, where a link may be long; the headers themselves have `longestHeaders`.
  maxHeaderSize: 2_200_000,
  headersTimeout: 5000,
  requestTimeout: 20_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 2000,
  insecureHTTPParser: false,
}

/** Listens and says on which port; rejects with Node's error, such as `EADDRINUSE`. Port 0 takes a free one. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Ends answers under way within `graceMs`, then the rest. */
export function stop(server: Server, graceMs = 2000): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
