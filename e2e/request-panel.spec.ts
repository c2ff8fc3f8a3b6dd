import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright/test'
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('the request panel shows what was asked, and its curl line gives the same answer', async ({ page }) => {
  const explorer = new Explorer(page)
  const asked: { url: string; answer: Promise<string> }[] = []
  page.on('response', (response) => {
    if (/\/activity\/call\/\?/.test(response.url())) asked.push({ url: response.url(), answer: response.text() })
  })
  await explorer.open('resource=call&range=30d&_limit=20')
  await explorer.settled()
  await page.getByRole('button', { name: 'Request', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Requests' })
  const shown = dialog.getByRole('region', { name: 'The request' })
  await expect(shown).toContainText('GET /activity/call/')
  await expect(shown).toContainText(/Status 200 · \d+ ms · [\d.]+ (kB|MB)/)
  await expect(shown.locator('dt')).toContainText(['_limit'])
  await expectAccessible(page, { open: true })

  await shown.getByRole('button', { name: 'Copy API URL' }).click()
  const url = await clipboard(page)
  const sent = asked.find((each) => decodeURIComponent(each.url) === decodeURIComponent(url))
  expect(sent).toBeDefined()

  await shown.getByRole('button', { name: 'Copy as cURL' }).click()
  const line = await clipboard(page)
  expect(line).toContain('$CLOSE_API_KEY')
  const answer = execFileSync('sh', ['-c', `${line} -s`], {
    env: { ...process.env, CLOSE_API_KEY: 'api_sandbox' },
  }).toString()
  expect(JSON.parse(answer)).toEqual(JSON.parse((await sent?.answer) ?? ''))

  await dialog.getByRole('button', { name: 'Show raw answer of the last page' }).click()
  await expect(dialog.getByLabel('Raw answer')).toContainText('"has_more"')
})

for (const [width, colorScheme] of [
  [390, 'dark'],
  [390, 'light'],
  [1280, 'dark'],
] as const)
  test(`the panel holds what axe asks for, ${width} pixels wide, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const explorer = new Explorer(page)
    await explorer.open('resource=call&_limit=20')
    await explorer.settled()
    await page.getByRole('button', { name: 'Request', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Requests' })
    await expect(dialog).toContainText('GET /activity/call/')
    await dialog.getByRole('button', { name: 'Show raw answer of the last page' }).click()
    await expect(dialog.getByLabel('Raw answer')).toBeVisible()
    await expectAccessible(page, { open: true })
  })

test('the key of a connected person is in nothing the panel shows or copies', async ({ page, close }) => {
  const explorer = new Explorer(page)
  await explorer.open('source=close&resource=call&_limit=20')
  await page.getByRole('button', { name: 'Connect to Close' }).first().click()
  await page.getByRole('textbox', { name: 'API key' }).fill(close.apiKey)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Disconnect' })).toBeVisible()
  await explorer.settled()
  await page.getByRole('button', { name: 'Request', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Requests' })
  await expect(dialog).toContainText('GET /activity/call/')
  for (const request of await dialog.getByRole('list', { name: 'Requests' }).getByRole('button').all()) {
    await request.click()
    await dialog.getByRole('button', { name: 'Copy as cURL' }).click()
    const copied = await clipboard(page)
    expect(copied).toContain('https://api.close.com/api/v1/')
    for (const form of [close.apiKey, btoa(`${close.apiKey}:`)]) {
      expect(copied).not.toContain(form)
      expect(await page.content()).not.toContain(form)
    }
  }
})

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}
