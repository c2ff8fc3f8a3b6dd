import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toAsset } from './assets.ts'
import { securityHeaders } from './security-headers.ts'
import { createServer } from './server.ts'

const script = 'export const words = "a line that repeats itself"\n'.repeat(200)
const assets = new Map([
  ['/index.html', toAsset(Buffer.from('<!doctype html>the page'), 'text/html; charset=utf-8')],
  ['/assets/index-B1x.js', toAsset(Buffer.from(script), 'text/javascript; charset=utf-8')],
])

const server = createServer({
  closeApiOrigin: 'https://close.test',
  sandbox: {
    fetch: ({ url }) => (url.endsWith('/fails/') ? Promise.reject(new Error('broken')) : Response.json({ url })),
  },
  assets,
  hosts: () => ['localhost:5180'],
})

const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  server.fetch(new Request(`http://localhost:5180${path}`, { method, headers: { host: 'localhost:5180', ...headers } }))

describe('every answer carries the security headers', () => {
  it.each(['/', '/assets/index-B1x.js', '/gone', '/sandbox/api/v1/me/', '/sandbox/fails/', '/api/v1/me/', '/api'])(
    '%s',
    async (path) => {
      const { headers } = await ask(path)
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value)
    },
  )

  it('also one to a name that is not ours', async () => {
    const response = await ask('/', { host: 'rebind.test' })
    expect(response.status).toBe(421)
    expect(response.headers.get('x-frame-options')).toBe('DENY')
  })
})

describe('the page', () => {
  it('is asked for anew each time, its hashed files never', async () => {
    const page = await ask('/')
    expect(await page.text()).toContain('the page')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect((await ask('/index.html')).status).toBe(200)
    expect((await ask('/assets/index-B1x.js')).headers.get('cache-control')).toContain('immutable')
  })

  it('is not sent again when it has not changed', async () => {
    const tag = (await ask('/')).headers.get('etag') ?? ''
    expect((await ask('/', { 'if-none-match': tag })).status).toBe(304)
  })

  it.each(['br', 'gzip'])('is sent smaller as %s', async (encoding) => {
    const response = await ask('/assets/index-B1x.js', { 'accept-encoding': encoding })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(script.length / 10)
  })

  it('opens from a link on another site', async () => {
    expect((await ask('/?lead_id=lead_1', { 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })

  it('is not what a missing file answers with', async () => {
    const response = await ask('/assets/gone.js')
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('Not found.')
  })

  it('takes no other method than GET', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405)
    const head = await ask('/', {}, 'HEAD')
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
  })
})

describe('a mail frame', () => {
  it.each([
    ['/mail', 'img-src data:'],
    ['/mail-with-images', 'img-src data: https:'],
  ])('%s runs its one script, loads %s and nothing else, and is of no origin', async (path, images) => {
    const response = await ask(path)
    const policy = (response.headers.get('content-security-policy') ?? '').split('; ')
    const script = /<script>(.*)<\/script>/s.exec(await response.text())?.[1] ?? ''
    expect(script.length).toBeGreaterThan(10_000)
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
      "style-src 'unsafe-inline'",
      images,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      'sandbox allow-scripts',
      "require-trusted-types-for 'script'",
      'trusted-types dompurify',
    ])
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('x-dns-prefetch-control')).toBe('off')
  })

  it('keeps its script together: nothing in it ends the element', async () => {
    const text = await (await ask('/mail')).text()
    expect(text.match(/<\/script/gi)).toHaveLength(1)
    expect(text).not.toContain('<!--')
  })
})

describe('the sandbox', () => {
  it('answers clients that say nothing of where they come from', async () => {
    expect((await ask('/sandbox/api/v1/me/')).status).toBe(200)
  })

  it('answers its own page', async () => {
    expect((await ask('/sandbox/api/v1/me/', { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('refuses pages of other sites', async () => {
    expect((await ask('/sandbox/api/v1/me/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ask('/sandbox/control/', { 'sec-fetch-site': 'same-site' })).status).toBe(403)
  })

  it('that breaks answers 500 in words', async () => {
    const response = await ask('/sandbox/fails/')
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ error: 'The server failed to answer this.' })
  })
})
