import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright/test'
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test('a first visit shows activities of the sandbox without an account, and says how many are loaded', async ({
  page,
}) => {
  const explorer = new Explorer(page)
  await explorer.open()
  await expect(page).toHaveTitle(/Close Activity Explorer/)
  await expect(explorer.row(0)).toBeVisible()
  await expect(explorer.filters).toBeVisible()
  // How many there are in all is not known, and not said.
  await expect(explorer.status).toHaveText(/^100 loaded, back to \d{1,2} [A-Z][a-z]+ \d{4} · more$/)
  await expect(explorer.grid).toHaveAttribute('aria-rowcount', '-1')
  await expectAccessible(page)
})

test('a starter question brings its list and makes room for the answer', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open()
  const welcome = page.getByRole('complementary', { name: 'Welcome' })
  await welcome.getByRole('link', { name: 'Calls of the last 7 days' }).click()
  await expect.poll(() => explorer.address()).toBe('resource=call&range=7d')
  await expect(welcome).toHaveCount(0)
  await expect(explorer.combobox('List')).toHaveValue('Calls')
  await expect(explorer.combobox('Period')).toHaveValue('Last 7 days')
  await expect(explorer.activeFilters).toHaveText(['Date created in the last 7 days'])
  await explorer.settled()
  await expect(explorer.row(0).getByRole('gridcell', { name: 'Call', exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await expect(welcome).toBeVisible()
  await welcome.getByRole('link', { name: 'Connect to see your own' }).click()
  await expect(page.getByRole('main').getByRole('button', { name: 'Connect to Close' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Nothing has been sent.')
})

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
] as const) {
  test(`at ${width} pixels the table is in view, nothing sticks out, and light and dark can be read`, async ({
    page,
  }) => {
    const explorer = new Explorer(page)
    await page.setViewportSize({ width, height })
    await explorer.open()
    await explorer.settled()
    await expect(explorer.row(0)).toBeInViewport({ ratio: 0.5 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectNothingSticksOut(page)
      await expectAccessible(page)
    }
    if (width < 640) await expectFiltersToCoverAndLeave(explorer)
  })
}

async function expectNothingSticksOut(page: Page): Promise<void> {
  const { clientWidth, scrollWidth } = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    return { clientWidth, scrollWidth }
  })
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
}

/** Where there is no room beside the table, the form comes over it and goes again. */
async function expectFiltersToCoverAndLeave(explorer: Explorer): Promise<void> {
  const { page } = explorer
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await expect(explorer.combobox('List')).toBeInViewport()
  await expectNothingSticksOut(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show activities' }).click()
  await expect(explorer.filters).toBeHidden()
  await expect(explorer.row(0)).toBeInViewport()
}

test('a first visit asks nobody but its own server, and Close not at all', async ({ page, app, close }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await page.goto('/')
  await expect(page.locator('[data-activity-id]').first()).toBeVisible()
  expect(new Set(asked)).toEqual(new Set([app.origin]))
  expect(close.requests).toEqual([])
})

test('a first visit loads at most 190 kB of scripts and styles by itself, at rest included', async ({ page }) => {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (/\.(?:js|css)$/.test(new URL(response.url()).pathname))
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  await page.goto('/')
  await expect(page.locator('[data-activity-id]').first()).toBeVisible()
  // What comes last, a moment after the rows. Nobody has moved a hand.
  await expect(page.getByRole('slider', { name: 'Timeline' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Previous period' })).toBeVisible()
  await page.waitForLoadState('networkidle')
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
