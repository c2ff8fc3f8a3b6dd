import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { connect } from 'node:net'
import { listen, stop } from './listen.ts'

/** What an upstream was asked. */
interface Asked {
  readonly method: string
  readonly target: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A server on loopback that stands in for Close in tests. */
export interface Upstream {
  readonly origin: string
  readonly asked: Asked[]
  /** Answers from now on. */
  answer: (request: IncomingMessage, response: ServerResponse) => void
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts one that answers `{}` until it is told otherwise. */
export async function startUpstream(): Promise<Upstream> {
  const asked: Asked[] = []
  const { origin, close } = await serve((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { method = '', url: target = '', headers } = request
      asked.push({ method, target, headers, body: Buffer.concat(parts).toString() })
      upstream.answer(request, response)
    })
  })
  const upstream: Upstream = { origin, asked, answer: answerJson(200, {}), [Symbol.asyncDispose]: close }
  return upstream
}

/** An upstream's answer of this status and JSON. */
export function answerJson(
  status: number,
  value: unknown,
  headers: Record<string, string | string[]> = {},
): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
  }
}

async function serve(listener: RequestListener): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createHttpServer(listener)
  const port = await listen(server, 0, '127.0.0.1')
  return { origin: `http://127.0.0.1:${port}`, close: () => stop(server, 0) }
}

/** Writes `lines` to a port as they are, without a client's mending, and gives the status that came back; 0 when none did. */
export function statusOfRaw(port: number, ...lines: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    socket.on('data', (part) => (text += part.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)))
  })
}
