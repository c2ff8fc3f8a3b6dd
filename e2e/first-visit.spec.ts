import { gzipSync } from 'node:zlib'
import { expectAccessible } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test('a first visit shows activities of the sandbox, without an account', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle(/Close Activity Explorer/)
  const table = page.getByRole('grid', { name: 'Activities' })
  await expect(table.locator('[data-activity-id]').first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'loaded' })).toBeVisible()
  await expect(page.getByRole('search', { name: 'Filters' })).toBeVisible()
  await expectAccessible(page)
})

test('a first visit asks nobody but its own server, and Close not at all', async ({ page, app, close }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await page.goto('/')
  await expect(page.locator('[data-activity-id]').first()).toBeVisible()
  expect(new Set(asked)).toEqual(new Set([app.origin]))
  expect(close.requests).toEqual([])
})

test('a first visit loads at most 190 kB of scripts and styles by itself', async ({ page }) => {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (/\.(?:js|css)$/.test(new URL(response.url()).pathname))
      sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  await expect(page.locator('[data-activity-id]').first()).toBeVisible()
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total / 1000).toBeLessThanOrEqual(190)
})

test('another site cannot show the page inside its own', async ({ page, app, close, expectConsole }) => {
  expectConsole(/frame-ancestors|X-Frame-Options|401|favicon/)
  // The stand-in is another origin on this machine, which is all that counts here.
  await page.goto(`${close.origin}/`)
  await page.evaluate((address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }, app.origin)
  await expect(page.frameLocator('iframe').getByRole('grid')).toHaveCount(0)
  await expect.poll(() => page.frames().at(-1)?.url()).toContain('chrome-error')
})

test('another site cannot read the relay or the sandbox', async ({ page, app, close, expectConsole }) => {
  expectConsole(/CORS|Failed to load|401|403/)
  await page.goto(`${close.origin}/`)
  for (const path of ['/api/v1/me/', '/sandbox/api/v1/me/']) {
    const outcome = await page.evaluate(
      (address) =>
        fetch(address, { headers: { authorization: 'Bearer x' } }).then(
          (r) => r.status,
          () => 'refused',
        ),
      app.origin + path,
    )
    expect(outcome).toBe('refused')
  }
  expect(close.requests.filter(({ target }) => target.includes('/me/'))).toEqual([])
})
