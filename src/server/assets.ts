/**
 * The built page's files, read once into memory. A path is looked up, never resolved, so no path can reach anything else.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A file as it is sent. */
export interface Asset {
  readonly type: string
  readonly tag: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same bytes, compressed once when first asked for; null when compressing is no gain. */
  readonly compressed: (encoding: 'br' | 'gzip') => Promise<Uint8Array<ArrayBuffer> | null>
}

/** By URL path: `/index.html`, `/assets/index-B1x.js`. */
export type Assets = ReadonlyMap<string, Asset>

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Reads every plain file of a known type below `directory`. Links, dot files and source maps are not part of the page. */
export function loadAssets(directory: string): Assets {
  return new Map(filesOf(directory, ''))
}

function filesOf(directory: string, path: string): [string, Asset][] {
  return readdirSync(join(directory, path), { withFileTypes: true }).flatMap((entry): [string, Asset][] => {
    const below = `${path}/${entry.name}`
    if (entry.name.startsWith('.')) return []
    if (entry.isDirectory()) return filesOf(directory, below)
    const type = types[extname(entry.name)]
    return entry.isFile() && type !== undefined ? [[below, toAsset(readFileSync(join(directory, below)), type)]] : []
  })
}

/** An asset of these bytes. `type` is its media type. */
export function toAsset(content: Uint8Array, type: string): Asset {
  const bytes = new Uint8Array(content)
  const made = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()
  return {
    type,
    bytes,
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    compressed(encoding) {
      const ready = made.get(encoding) ?? compress(bytes, encoding)
      made.set(encoding, ready)
      return ready
    },
  }
}

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) }

async function compress(bytes: Uint8Array, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer> | null> {
  const small =
    encoding === 'br'
      ? await squeeze.br(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : await squeeze.gzip(bytes, { level: 9 })
  return small.length < bytes.length * 0.95 ? new Uint8Array(small) : null
}
