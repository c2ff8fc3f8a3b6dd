/** Takes the README's pictures of the built page: the same organization at the same instant, so that they change only with the page. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { launchOptions } from './browser.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const now = '2026-11-18T15:20:00Z'
const link = '/?lead_id=lead_dq6wA2bd5179p7F3MSEk6o&_type__in=Call,Email,Meeting,Note'

const server = spawn(process.execPath, [at('../dist/server/node.js')], {
  env: { ...process.env, PORT: '0', SANDBOX_NOW: now },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const origin = await new Promise((resolve, reject) => {
  server.stdout.on('data', (words) => resolve(/http:\S+(?=\/)/.exec(words)?.[0]))
  server.once('exit', () => reject(new Error('The server did not start: run "npm run build" first.')))
})

const browser = await chromium.launch(launchOptions())
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: 1600, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  await page.goto(origin + link, { waitUntil: 'networkidle' })
  await page.locator('[data-activity-id]').nth(3).click()
  await page.waitForLoadState('networkidle')
  await page.getByRole('complementary', { name: 'Activity' }).waitFor()
  await page.screenshot({ path: at(`pictures/table-${colorScheme}.png`) })
  await context.close()
}
await browser.close()
server.kill()
