import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './support/axe.ts'
import { type CsvFile, readCsv } from './support/csv.ts'
import { Explorer } from './support/explorer.ts'
import { exportButton } from './support/export.ts'
import { recordActivityRequests } from './support/requests.ts'
import { expect, test } from './support/test.ts'

const still = { SANDBOX_LIVE_EVERY: '0', SANDBOX_RATE: 'off' }

test.describe('a list of more than 25,000 activities', () => {
  test.use({ env: { ...still, SANDBOX_SIZE: '28000' } })

  test('is exported whole: the file holds the ids of the sandbox, in its order, none twice', async ({
    page,
    sandbox,
  }) => {
    test.setTimeout(120_000)
    const explorer = new Explorer(page)
    await explorer.open('cols=id,type,time')
    await explorer.settled()
    const { dialog, file, fileName } = await exported(page, { profile: 'Exact' })

    // Threads are a setting of their own, which is off.
    const truth = (await sandbox.truth()).filter(({ type }) => type !== 'EmailThread').map(({ id }) => id)
    expect(truth.length).toBeGreaterThan(25_000)
    const ids = file.column('id')
    expect(ids).toHaveLength(truth.length)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(truth)
    await expect(dialog).toContainText('Complete: every activity that matched, once.')
    await expect(dialog).toContainText(`${ids.length.toLocaleString('en-GB')} rows written to ${fileName}`)
    expect(fileName).toMatch(/^close-activities_all-activities_first_last_Europe-Berlin_\d{8}T\d{6}Z\.csv$/)
    await expectAccessible(page, { open: true })
  })
})

test.describe('an export', () => {
  test.use({ env: still })

  test('for a spreadsheet has times of here and UTC, and no cell that could act as a formula', async ({
    page,
    sandbox,
  }) => {
    const explorer = new Explorer(page)
    const { oddNotes } = await sandbox.landmarks()
    await explorer.open(`resource=note&id__in=${oddNotes.join(',')}`)
    await explorer.settled()
    const { file, text } = await exported(page, { profile: 'Spreadsheet' })
    expect(file.hasByteOrderMark).toBe(true)
    expect(text).not.toMatch(/[^\r]\n(?=acti_|\d{4}-)/)
    expect(file.records).toHaveLength(oddNotes.length)

    const local = file.column('Date created (Europe/Berlin)')
    const utc = file.column('Date created UTC')
    for (const [index, instant] of utc.entries()) expect(local[index]).toBe(berlin(instant))

    const summaries = file.column('Summary')
    for (const beginning of ["'=HYPERLINK(", "'+44 20 7946", "'-2 berths", "'@finance"])
      expect(summaries.filter((summary) => summary.startsWith(beginning))).toHaveLength(1)
    expect(file.records.flat().filter((cell) => /^[\s\u200b]*[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
  })

  test('for programs has the values as Close sends them', async ({ page, sandbox }) => {
    const explorer = new Explorer(page)
    const { oddNotes } = await sandbox.landmarks()
    await explorer.open(`resource=note&id__in=${oddNotes.join(',')}&cols=id,date_created,summary,user_id`)
    await explorer.settled()
    const { file } = await exported(page, { profile: 'Exact' })
    expect(file.hasByteOrderMark).toBe(false)
    expect(file.header).toEqual(['id', 'date_created', 'summary', 'user_id'])
    const { data } = (await sandbox.get(`/activity/note/?id__in=${oddNotes.join(',')}`)) as {
      data: readonly { readonly id: string; readonly date_created: string; readonly user_id: string }[]
    }
    expect(file.column('id')).toEqual(data.map(({ id }) => id))
    expect(file.column('date_created')).toEqual(data.map((note) => note.date_created))
    expect(file.column('user_id')).toEqual(data.map((note) => note.user_id))
    expect(file.column('summary').filter((summary) => summary.startsWith('=HYPERLINK('))).toHaveLength(1)
  })

  test('of all columns calls custom fields by their names', async ({ page, sandbox }) => {
    const explorer = new Explorer(page)
    await explorer.open('resource=custom')
    await explorer.settled()
    const { file } = await exported(page, { profile: 'Spreadsheet', columns: 'All' })
    const { data: fields } = (await sandbox.get('/custom_field/activity/')) as {
      data: readonly { readonly id: string; readonly name: string }[]
    }
    expect(fields.length).toBeGreaterThan(2)
    for (const { name } of fields) expect(file.header).toContain(name)
    expect(file.header.join()).not.toMatch(/cf_/)
    expect(new Set(file.header).size).toBe(file.header.length)
    const { data } = (await sandbox.get('/activity/custom/?_limit=1')) as { data: readonly Record<string, unknown>[] }
    const [newest = {}] = data
    const held = fields.find(({ id }) => typeof newest[`custom.${id}`] === 'string')
    if (held) expect(file.column(held.name)[0]?.replace(/^'/, '')).toBe(newest[`custom.${held.id}`])
    expect(file.column('Activity ID')[0]).toBe(newest['id'])
  })

  test('loses and doubles nothing while activities come, go and are backdated, and Close stumbles', async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(/429|503/)
    const explorer = new Explorer(page)
    await explorer.open('resource=call&cols=id,time')
    await explorer.settled()
    const before = await calls()
    const match = '/activity/call/'
    await sandbox.fault(
      { fault: 'insert', match, times: 5, after: 1, count: 7 },
      { fault: 'insert-backdated', match, times: 5, after: 2, count: 7 },
      { fault: 'delete', match, times: 5, after: 3, count: 5 },
      { fault: '429', match, after: 5, retryAfter: 1 },
      { fault: '503', match, after: 8 },
    )
    const { dialog, file } = await exported(page, { profile: 'Exact' })
    await expect(dialog).toContainText('Complete: every activity that matched, once.')
    const after = await calls()
    const ids = file.column('id')
    const written = new Set(ids)
    expect(written.size).toBe(ids.length)
    const throughout = [...before].filter((id) => after.has(id))
    expect(throughout.length).toBeLessThan(before.size)
    expect(after.size).toBeGreaterThan(throughout.length)
    expect(throughout.filter((id) => !written.has(id))).toEqual([])
    expect(ids.filter((id) => !before.has(id) && !after.has(id))).toEqual([])
    const statuses = (await sandbox.requests()).filter(({ path }) => path === match).map(({ status }) => status)
    expect(statuses).toEqual(expect.arrayContaining([429, 503]))

    async function calls(): Promise<ReadonlySet<string>> {
      return new Set((await sandbox.truth()).filter(({ type }) => type === 'Call').map(({ id }) => id))
    }
  })

  test('that is cancelled keeps whole lines in a file that is called partial, and says so', async ({
    page,
    sandbox,
  }) => {
    await page.clock.install()
    const explorer = new Explorer(page)
    await explorer.open('resource=call&cols=id,time,summary')
    await explorer.settled()
    await sandbox.fault({ fault: 'hang', match: '/activity/call/', after: 3, times: null })
    const dialog = await startExport(page, {})
    await expect(dialog).toContainText(/Rows written\s*\d{3}/)
    await expect(dialog.getByRole('progressbar', { name: 'Exporting' })).toBeVisible()
    // Now and then, for those who listen.
    await page.clock.fastForward(10_000)
    await expect(dialog.getByText(/^\d+ rows written so far\.$/)).toBeAttached()
    await expectAccessible(page, { open: true })
    const downloading = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Cancel export' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/\.partial\.csv$/)
    const file = readCsv(await readFile(await download.path()))
    expect(file.records.length).toBeGreaterThanOrEqual(100)
    await expect(dialog.getByRole('alert')).toContainText('Not complete. The export was cancelled.')
    await expect(dialog).toContainText(`${file.records.length} rows written to ${download.suggestedFilename()}`)
    await expectAccessible(page, { open: true })
  })

  test('of nothing is a file with its header alone, and says so', async ({ page }) => {
    const explorer = new Explorer(page)
    await explorer.open('resource=note&date_created__lt=2001-01-01')
    await explorer.settled()
    const { dialog, file } = await exported(page, { profile: 'Spreadsheet' })
    expect(file.records).toEqual([])
    expect(file.header).toContain('Summary')
    await expect(dialog).toContainText('Nothing matches, so the file holds its header alone.')
    await expect(dialog).toContainText('0 rows written to')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toHaveCount(0)
    await expectAccessible(page)
  })

  test('goes into the file that was picked', async ({ page, sandbox }) => {
    await page.addInitScript(() => {
      const written: string[] = []
      const file = {
        name: 'my calls.csv',
        createWritable: () =>
          Promise.resolve({
            write: (text: string) => Promise.resolve(void written.push(text)),
            close: () => Promise.resolve(void written.push('closed')),
          }),
      }
      Reflect.set(globalThis, 'showSaveFilePicker', () => Promise.resolve(file))
      Reflect.set(globalThis, 'written', written)
    })
    const explorer = new Explorer(page)
    await explorer.open('resource=call&cols=id,time')
    await explorer.settled()
    const dialog = await startExport(page, { profile: 'Exact' })
    await expect(dialog).toContainText('rows written to my calls.csv')
    const written = await page.evaluate(() => Reflect.get(globalThis, 'written') as readonly string[])
    expect(written.at(-1)).toBe('closed')
    const file = readCsv(Buffer.from(written.slice(0, -1).join('')))
    const truth = (await sandbox.truth()).filter(({ type }) => type === 'Call').map(({ id }) => id)
    expect(file.column('id')).toEqual(truth)
    await expectAccessible(page, { open: true })
  })

  test('does not begin when the question where to save is dismissed', async ({ page }) => {
    await page.addInitScript(() => {
      const dismiss = () =>
        new Promise((_, reject) => {
          setTimeout(() => {
            reject(new DOMException('The user aborted a request.', 'AbortError'))
            Reflect.set(globalThis, 'dismissed', true)
          }, 300)
        })
      Reflect.set(globalThis, 'showSaveFilePicker', dismiss)
    })
    const explorer = new Explorer(page)
    await explorer.open('resource=call')
    await explorer.settled()
    const requests = recordActivityRequests(page)
    const downloads: unknown[] = []
    page.on('download', (download) => downloads.push(download))
    const dialog = await startExport(page, {})
    await page.waitForFunction(() => Reflect.get(globalThis, 'dismissed') === true)
    // Two frames are more than enough for a request to go out.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    await expect(dialog.getByRole('button', { name: 'Start export' })).toBeVisible()
    await expect(dialog.getByRole('alert')).toHaveCount(0)
    expect(requests).toEqual([])
    expect(downloads).toEqual([])
    await expectAccessible(page, { open: true })
  })
})

interface Choices {
  readonly profile?: 'Spreadsheet' | 'Exact'
  readonly columns?: 'Visible' | 'All'
}

/** Opens the dialog, chooses, and starts. */
async function startExport(page: Page, { profile, columns }: Choices): Promise<Locator> {
  await exportButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Export CSV' })
  for (const choice of [profile, columns]) if (choice) await dialog.getByRole('radio', { name: choice }).check()
  await dialog.getByRole('button', { name: 'Start export' }).click()
  return dialog
}

interface Exported {
  readonly dialog: Locator
  readonly file: CsvFile
  readonly text: string
  readonly fileName: string
}

/** Exports to the end, by download, and reads the file. */
async function exported(page: Page, choices: Choices): Promise<Exported> {
  const downloading = page.waitForEvent('download', { timeout: 100_000 })
  const dialog = await startExport(page, choices)
  const download = await downloading
  const bytes = await readFile(await download.path())
  return { dialog, file: readCsv(bytes), text: bytes.toString('utf8'), fileName: download.suggestedFilename() }
}

/** `2026-03-01 10:30:00` of an instant, on a clock in Berlin. */
function berlin(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instant))
}
