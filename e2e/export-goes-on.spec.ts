import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from 'playwright/test'
import { expectAccessible } from './support/axe.ts'
import { readCsv } from './support/csv.ts'
import { Explorer } from './support/explorer.ts'
import { exportButton } from './support/export.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_LIVE_EVERY: '0', SANDBOX_RATE: 'off' } })

const calls = '/activity/call/'

test('an export that was cancelled, and one that a reload stopped, go on to the same bytes as an unbroken one', async ({
  page,
  sandbox,
  expectConsole,
}) => {
  // The answer that was held back when the page went.
  expectConsole(/504/)
  const explorer = new Explorer(page)
  await explorer.open('resource=call&cols=id,time,summary')
  await explorer.settled()
  const unbroken = await bytesOf(await downloadOf(page, async () => void (await start(page))))
  await done(page)

  await sandbox.fault({ fault: 'hang', match: calls, after: 4, times: null })
  const dialog = await start(page)
  await expect(dialog).toContainText(/Rows written\s*\d{3}/)
  const partial = await downloadOf(page, () => dialog.getByRole('button', { name: 'Cancel export' }).click())
  expect(partial.suggestedFilename()).toMatch(/\.partial\.csv$/)
  const kept = await bytesOf(partial)
  expect(unbroken.startsWith(kept)).toBe(true)
  expect(kept.endsWith('\r\n')).toBe(true)
  await sandbox.clear()
  const resumed = await downloadOf(page, () => dialog.getByRole('button', { name: 'Resume' }).click())
  expect(await bytesOf(resumed)).toBe(unbroken)
  await expect(dialog).toContainText('Complete: every activity that matched, once.')
  await done(page)

  await sandbox.fault({ fault: 'hang', match: calls, after: 4, times: null })
  await expect(await start(page)).toContainText(/Rows written\s*\d{3}/)
  const question = page.waitForEvent('dialog')
  const reloading = page.reload()
  await (await question).accept()
  await reloading
  await sandbox.clear()
  await explorer.settled()
  await page.getByRole('button', { name: /^Export CSV/ }).click()
  const offer = page.getByRole('dialog', { name: 'Export CSV' })
  await expect(offer).toContainText(/An export of Calls stopped at .* with \d+ rows\./)
  await expectAccessible(page, { open: true })
  const afterReload = await downloadOf(page, () => offer.getByRole('button', { name: 'Resume' }).click())
  expect(await bytesOf(afterReload)).toBe(unbroken)
  await done(page)

  // Nothing of them is left in the browser.
  await exportButton(page).click()
  await expect(page.getByRole('dialog')).not.toContainText('stopped')
})

test('a key that expires in the middle of an export is asked for again, and the export goes on', async ({
  page,
  close,
  expectConsole,
}) => {
  expectConsole(/401/)
  const explorer = new Explorer(page)
  await explorer.open('source=close&resource=call&cols=id,time')
  await page.getByRole('button', { name: 'Connect to Close' }).first().click()
  await connect(page, 'API key', close.apiKey)
  await explorer.settled()
  const organization = await close.control()
  await organization.fault({ fault: '401', match: calls, after: 4, times: null })

  const dialog = await start(page)
  const alert = dialog.getByRole('alert').filter({ hasText: 'Close no longer accepts the key.' })
  await expect(alert).toContainText('the export goes on from here')
  await expectAccessible(page, { open: true })
  await organization.clear()
  const downloading = page.waitForEvent('download')
  await alert.getByRole('button', { name: 'Connect to Close' }).click()
  await connect(page, 'OAuth token', close.token)
  const file = readCsv(Buffer.from(await bytesOf(await downloading)))
  const truth = (await organization.truth()).filter(({ type }) => type === 'Call').map(({ id }) => id)
  expect(file.column('id')).toEqual(truth)
  await expect(dialog).toContainText('Complete: every activity that matched, once.')
})

test.describe('with a rate limit', () => {
  test.use({ env: { SANDBOX_LIVE_EVERY: '0', SANDBOX_SIZE: '6000', SANDBOX_RATE: '20/1' } })

  test('two tabs that export at once share the rate, and each file is whole', async ({ page, context, sandbox }) => {
    const other = await context.newPage()
    const tabs = [page, other]
    for (const tab of tabs) {
      const explorer = new Explorer(tab)
      await explorer.open('cols=id,time')
      await explorer.settled()
    }
    const downloads = await Promise.all(tabs.map((tab) => downloadOf(tab, async () => void (await start(tab)))))
    const truth = (await sandbox.truth()).filter(({ type }) => type !== 'EmailThread').map(({ id }) => id)
    for (const download of downloads) expect(readCsv(Buffer.from(await bytesOf(download))).column('id')).toEqual(truth)
    const statuses = (await sandbox.requests()).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429).length).toBeLessThanOrEqual(statuses.length * 0.02 + 2)
    await other.close()
  })
})

test('an export is split into files whose rows add up, verified, and told in a receipt', async ({ page, sandbox }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=call&cols=id,time')
  await explorer.settled()
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  await exportButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Export CSV' })
  await dialog.getByRole('radio', { name: 'Exact' }).check()
  await dialog.getByRole('checkbox', { name: 'Split into files' }).check()
  await dialog.getByRole('textbox', { name: 'Rows in each file' }).fill('500')
  await dialog.getByRole('checkbox', { name: 'Verify afterwards' }).check()
  await dialog.getByRole('button', { name: 'Start export' }).click()
  await expect(dialog).toContainText('Complete: every activity that matched, once.')
  await expect(dialog).toContainText('the second reading agrees')

  const truth = (await sandbox.truth()).filter(({ type }) => type === 'Call').map(({ id }) => id)
  const count = Math.ceil(truth.length / 500)
  await expect.poll(() => downloads.length).toBe(count)
  const files = await Promise.all(downloads.map(async (each) => readCsv(Buffer.from(await bytesOf(each)))))
  expect(files.map(({ records }) => records.length)).toEqual(
    Array.from({ length: count }, (_, index) => Math.min(500, truth.length - index * 500)),
  )
  expect(files.flatMap((file) => file.column('id'))).toEqual(truth)
  expect(new Set(downloads.map((each) => each.suggestedFilename())).size).toBe(count)

  const saved = await downloadOf(page, () => dialog.getByRole('button', { name: 'Save receipt' }).click())
  const receipt = JSON.parse(await bytesOf(saved)) as {
    readonly rows: number
    readonly files: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[]
  }
  expect(receipt.rows).toBe(truth.length)
  for (const { name, rows, sha256 } of receipt.files) {
    const download = downloads.find((each) => each.suggestedFilename() === name)
    const bytes = new TextEncoder().encode(download ? await bytesOf(download) : '')
    expect(readCsv(bytes).records).toHaveLength(rows)
    expect(sha256).toBe(await sha256Of(bytes))
  }
})

/** Opens the dialog and starts with the exact profile. */
async function start(page: Page): Promise<Locator> {
  await exportButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Export CSV' })
  await dialog.getByRole('radio', { name: 'Exact' }).check()
  await dialog.getByRole('button', { name: 'Start export' }).click()
  return dialog
}

async function done(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function downloadOf(page: Page, act: () => Promise<void>): Promise<Download> {
  const downloading = page.waitForEvent('download', { timeout: 50_000 })
  await act()
  return downloading
}

async function bytesOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}

async function connect(page: Page, kind: 'API key' | 'OAuth token', secret: string): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Connect', exact: true }) })
  await dialog.getByRole('radio', { name: kind }).check({ force: true })
  await dialog.getByRole('textbox', { name: kind }).fill(secret)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}
