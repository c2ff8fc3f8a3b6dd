import { createServer as createHttpServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Handler } from './handler.ts'
import { securityHeaders } from './security-headers.ts'
import { isPlainTarget } from './targets.ts'

/** A handler behind Node's HTTP server, with bounds on what a connection may take. It does not listen yet. */
export function createNodeServer(handler: Handler): Server {
  const listener = getRequestListener((request) => handler.fetch(request), {
    overrideGlobalObjects: false,
    errorHandler: () => new Response('Bad request.', { status: 400, headers: securityHeaders }),
  })
  const server = createHttpServer(limits, (request, response) => {
    if (isPlainTarget(request.url ?? '')) return void listener(request, response)
    response
      .writeHead(400, { ...securityHeaders, 'content-type': 'text/plain', connection: 'close' })
      .end('Bad request.')
  })
  server.maxConnections = 10_000
  server.on('clientError', (error, socket) => {
    const status =
      'code' in error && error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request'
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)
  })
  return server
}

/** Times in ms, sizes in bytes. Whoever holds thousands of connections without asking anything loses them within seconds. */
const limits = {
  maxHeaderSize: 32 * 1024,
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
