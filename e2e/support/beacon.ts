import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/**
 * Every name on the internet, as far as the browser knows: a server that counts who knocks. A connection is enough; nothing is answered,
 * so it needs no certificate.
 */
export interface Beacon {
  /** Makes a browser take every name but `localhost` for this server. */
  readonly browserArgument: string
  /** The name each connection was meant for, as its TLS greeting or its request says. The browser's own errands are left out. */
  readonly knocks: string[]
  readonly stop: () => Promise<void>
}

export async function startBeacon(): Promise<Beacon> {
  const knocks: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (bytes) => {
      const name = serverNameIn(bytes) ?? hostIn(bytes) ?? 'somebody'
      if (!ownErrands.test(name)) knocks.push(name)
      socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    browserArgument: `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    knocks,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Services that the browser asks for itself, for instance what the fields of a form mean. */
const ownErrands = /(?:^|\.)(?:google|googleapis|gstatic|gvt1)\.com$/

/** The host of a plain request. */
function hostIn(bytes: Buffer): string | null {
  return /^host: ([^\s:]+)/im.exec(bytes.toString('latin1', 0, 4000))?.[1] ?? null
}

/** The server name of a TLS greeting: extension 0 holds a list of names, each with a type and a length of two bytes. */
function serverNameIn(bytes: Buffer): string | null {
  if (bytes[0] !== 22) return null
  for (let at = 43; at + 9 < bytes.length; at++) {
    const length = bytes.readUInt16BE(at + 7)
    const fits =
      bytes.readUInt16BE(at) === 0 &&
      bytes.readUInt16BE(at + 2) === length + 5 &&
      bytes.readUInt16BE(at + 4) === length + 3
    const name = bytes.toString('latin1', at + 9, at + 9 + length)
    if (fits && bytes[at + 6] === 0 && /^[\w.-]+$/.test(name)) return name
  }
  return null
}
