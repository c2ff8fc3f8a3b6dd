import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AppServer, startAppServer } from './app-server.ts'
import { sandboxControl, type SandboxControl } from './sandbox-control.ts'

/** A request that reached Close, as far as the explorer is concerned. */
export interface CloseRequest {
  readonly method: string
  /** The path with its query, such as `/api/v1/me/`. */
  readonly target: string
  readonly headers: IncomingMessage['headers']
}

/**
 * A second server standing in for Close, at an origin of its own, with another organization's activities and keys of its own.
 * Nothing else is ever asked in place of Close, so no story reaches the real one.
 */
export interface CloseStandIn {
  readonly origin: string
  /** The API key and the OAuth token it knows; anything else gets 401. */
  readonly apiKey: string
  readonly token: string
  /** Everything it was asked, in order. */
  readonly requests: readonly CloseRequest[]
  /** Its credentials are not accepted from now on, as when a token expires. */
  readonly revoke: () => void
  /** They are again. */
  readonly restore: () => void
  /** Its own faults and data, apart from those of the page's sandbox. */
  readonly control: () => Promise<SandboxControl>
  readonly stop: () => Promise<void>
}

const apiKey = 'api_standin_4uB9cVqzT1'
const token = 'standin-token-7HkQ2mXw'
const knownCredentials = new Set([`Basic ${btoa(`${apiKey}:`)}`, `Bearer ${token}`])
const sandboxCredential = `Basic ${btoa('api_sandbox:')}`

/** Starts it. The organization behind it is made when it is first asked. */
export async function startCloseStandIn(env: Readonly<Record<string, string>>): Promise<CloseStandIn> {
  const requests: CloseRequest[] = []
  let revoked = false
  let starting: Promise<AppServer> | undefined
  const organization = () => (starting ??= startAppServer({ SANDBOX_SEED: '4242', ...env }))

  const server = createServer((request, response) => {
    const { method = '', url: target = '', headers } = request
    requests.push({ method, target, headers })
    const accepted = !revoked && knownCredentials.has(headers.authorization ?? '')
    if (!accepted) return void response.writeHead(401, json).end(JSON.stringify({ error: 'Unauthorized' }))
    organization()
      .then(({ origin }) => passOn(request, response, `${origin}/sandbox${target}`))
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    token,
    requests,
    revoke: () => void (revoked = true),
    restore: () => void (revoked = false),
    control: async () => sandboxControl((await organization()).origin),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await (await starting)?.stop()
    },
  }
}

const json = { 'content-type': 'application/json' }

async function passOn(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
  const left = new AbortController()
  response.on('close', () => left.abort())
  const { 'content-type': type, 'x-tz-offset': offset } = request.headers
  const answer = await fetch(address, {
    method: request.method ?? 'GET',
    headers: {
      authorization: sandboxCredential,
      ...(type && { 'content-type': type }),
      ...(typeof offset === 'string' && { 'x-tz-offset': offset }),
    },
    ...(request.method === 'POST' && { body: await textOf(request) }),
    redirect: 'manual',
    signal: left.signal,
  })
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !hopByHop.has(name)))
  response.writeHead(answer.status, headers)
  response.end(Buffer.from(await answer.arrayBuffer()))
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding'])

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
