import type { Asset, Assets } from './assets.ts'

/** Serves the page at `/` and its files by name. Anything else is 404: a missing script must not answer with the page. */
export function createStaticFiles(assets: Assets): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url)
    const path = pathname === '/' ? '/index.html' : pathname
    const asset = assets.get(path)
    if (!asset) return new Response('Not found.', { status: 404, headers: plain })
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response('Only GET.', { status: 405, headers: { ...plain, allow: 'GET, HEAD' } })
    return send(request, asset, path)
  }
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

async function send(request: Request, asset: Asset, path: string): Promise<Response> {
  const headers = new Headers({ 'cache-control': cachingOf(path), etag: asset.tag, vary: 'accept-encoding' })
  if (request.headers.get('if-none-match') === asset.tag) return new Response(null, { status: 304, headers })

  const encoding = encodingOf(request)
  const small = encoding && (await asset.compressed(encoding))
  const body = small ?? asset.bytes
  headers.set('content-type', asset.type)
  headers.set('content-length', String(body.length))
  if (encoding && small) headers.set('content-encoding', encoding)
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

/** The build puts a hash of its content in the name of everything below `/assets/`. */
function cachingOf(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function encodingOf(request: Request): 'br' | 'gzip' | null {
  const accepted = request.headers.get('accept-encoding') ?? ''
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
}
