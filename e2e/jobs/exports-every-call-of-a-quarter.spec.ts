import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { expectAccessible } from '#e2e/support/axe.ts'
import { type CsvFile, readCsv } from '#e2e/support/csv.ts'
import { Explorer } from '#e2e/support/explorer.ts'
import { exportButton } from '#e2e/support/export.ts'
import type { SandboxControl } from '#e2e/support/sandbox-control.ts'
import { expect, test } from '#e2e/support/test.ts'
import type { Receipt } from '#export/receipt.ts'
import type { Fact } from '#sandbox/app.ts'

test.use({ env: { SANDBOX_SIZE: '12000', SANDBOX_LIVE_EVERY: '0', SANDBOX_NOW: '2026-10-25T01:59:00Z' } })

const list = '/activity/call/'

// One for all dates: making one takes long.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' })

test('every call of a quarter, for a spreadsheet, while calls come, go and are backdated and Close stumbles; then the month in which the clocks change', async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/429|503/)
  const explorer = new Explorer(page)
  await explorer.open('tz=Europe/Berlin')
  await explorer.settled()
  await explorer.pick('List', 'Calls')
  await choosePeriod(explorer, '1 Jul – 30 Sep 2026')
  await explorer.settled()
  await expect.poll(() => explorer.search().get('resource')).toBe('call')
  const before = await callsOf(sandbox, '2026-07-01', '2026-09-30')
  expect(before.length).toBeGreaterThan(300)

  await sandbox.fault(
    { fault: 'insert', match: list, count: 50 },
    { fault: 'insert-backdated', match: list, count: 3, after: 1 },
    { fault: '429', match: list, after: 2, retryAfter: 1 },
    { fault: 'delete', match: list, count: 1, after: 3 },
    { fault: '503', match: list, after: 4 },
  )
  const quarter = await exported(page, before.length)
  const after = await callsOf(sandbox, '2026-07-01', '2026-09-30')
  const requests = (await sandbox.requests()).filter(({ path }) => path === list)
  expect(requests.map(({ status }) => status)).toEqual(expect.arrayContaining([429, 503]))

  // What came and went meanwhile is told; with it, the file is the truth.
  const { verify } = quarter.receipt
  const came = after.filter(({ id }) => !before.some((call) => call.id === id)).map(({ id }) => id)
  const went = before.filter(({ id }) => !after.some((call) => call.id === id)).map(({ id }) => id)
  expect([came.length, went.length]).toEqual([3, 1])
  expect(verify?.addedIds.toSorted()).toEqual(came.toSorted())
  expect(verify?.deletedIds).toEqual(went)
  expect(quarter.said).toContain('since then 1 deleted, 3 added; the rest agrees')
  const { file } = quarter
  const ids = file.column('Activity ID')
  expect(ids).toEqual(before.map(({ id }) => id))

  expect(file.hasByteOrderMark).toBe(true)
  expect(file.records.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
  const people = file.column('User')
  const userIds = file.column('User ID')
  const { inactiveUsers } = await sandbox.landmarks()
  const whoLeft = inactiveUsers.filter(({ id }) => userIds.includes(id))
  expect(whoLeft).not.toEqual([])
  for (const { id, name } of whoLeft) expect(people[userIds.indexOf(id)]).toBe(name)
  expect(people.filter((name, row) => userIds[row] !== '' && /^$|user_/.test(name))).toEqual([])
  expect(file.column('Lead').filter((name) => name.startsWith('lead_'))).toEqual([])

  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await choosePeriod(explorer, '1 Oct – 31 Oct 2026')
  await explorer.settled()
  const inOctober = await callsOf(sandbox, '2026-10-01', '2026-10-31')
  const october = await exported(page, inOctober.length)
  expect(october.file.column('Activity ID')).toEqual(inOctober.map(({ id }) => id))
  const utc = october.file.column('Date created UTC')
  const local = october.file.column('Date created (Europe/Berlin)')
  expect(local).toEqual(utc.map(berlin))
  expect(utc.map((instant) => Date.parse(instant))).toEqual(
    utc.map((instant) => Date.parse(instant)).toSorted((a, b) => b - a),
  )
  expect(countsByDay(local)).toEqual(countsByDay(inOctober.map(({ dateCreated }) => berlin(dateCreated))))
})

/** Types a period as one says it. */
async function choosePeriod(explorer: Explorer, words: string): Promise<void> {
  const period = explorer.combobox('Period')
  await period.click()
  await period.fill(words)
  await expect(explorer.page.getByRole('option').first()).toHaveText(/2026/)
  await explorer.page.keyboard.press('Enter')
}

/** The calls of the days in Berlin, newest first, as they are now. */
async function callsOf(sandbox: SandboxControl, first: string, last: string): Promise<readonly Fact[]> {
  const facts = await sandbox.truth()
  return facts.filter(({ type, dateCreated }) => {
    if (type !== 'Call') return false
    const day = berlin(dateCreated).slice(0, 10)
    return first <= day && day <= last
  })
}

interface Exported {
  readonly file: CsvFile
  readonly receipt: Receipt
  /** What the dialog says at the end. */
  readonly said: string
}

/** Exports for a spreadsheet, verified; the dialog gives no total beforehand, and at the end the one of the file. */
async function exported(page: Page, rows: number): Promise<Exported> {
  await exportButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Export CSV' })
  await dialog.getByRole('radio', { name: 'Spreadsheet' }).check()
  await dialog.getByRole('checkbox', { name: 'Verify afterwards' }).check()
  await expect(dialog).not.toContainText(counted(rows))
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Start export' }).click()
  const file = readCsv(await readFile(await (await downloading).path()))
  await expect(dialog).toContainText('Complete: every activity that matched, once.')
  await expect(dialog).toContainText(`${counted(file.records.length)} written to`)
  await expectAccessible(page, { open: true })
  const said = await dialog.innerText()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save receipt' }).click()
  const receipt = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as Receipt
  expect(receipt.rows).toBe(file.records.length)
  return { file, receipt, said }
}

const counted = (rows: number) => `${rows.toLocaleString('en-GB')} rows`

function berlin(instant: string): string {
  return clock.format(new Date(instant))
}

function countsByDay(times: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const time of times) counts[time.slice(0, 10)] = (counts[time.slice(0, 10)] ?? 0) + 1
  return counts
}
