/** What lists of pages are blamed for elsewhere: rows lost to zoom, to news between pages, to pages that are short. */
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '1500', SANDBOX_LIVE_EVERY: '0', SANDBOX_RATE: 'off' } })

test('no row is lost at 90, 110 and 125 percent zoom, and each is announced by its own words', async ({
  browser,
  app,
  sandbox,
}) => {
  const notes = await newestFirst('Note', sandbox)
  expect(notes.length).toBeGreaterThan(100)
  for (const zoom of [0.9, 1.1, 1.25]) {
    await test.step(`${zoom * 100} percent`, async () => {
      // As a browser zooms: fewer or more pixels of the page on the same screen, and fractions of them.
      const context = await browser.newContext({
        baseURL: app.origin,
        deviceScaleFactor: zoom,
        viewport: { width: Math.round(1280 / zoom), height: Math.round(1600 / zoom) },
      })
      const explorer = new Explorer(await context.newPage())
      await explorer.open('resource=note')
      await explorer.settled()
      expect(await explorer.readToTheEnd()).toEqual(notes)
      const last = explorer.row(notes.length - 1)
      await explorer.scrollTo(notes.length)
      await expect(last.getByRole('gridcell').first()).toBeInViewport({ ratio: 0.99 })
      // A row has no name of its own that would stand in the way of its cells.
      await expect(explorer.grid.locator('[role=row][aria-label]')).toHaveCount(0)
      await expect(last.getByRole('gridcell', { name: 'Note', exact: true })).toHaveCount(1)
      await context.close()
    })
  }
})

test('rows that come between pages repeat nothing and push nothing out', async ({ page, sandbox }) => {
  const before = await newestFirst('Call', sandbox)
  const match = '/activity/call/'
  await sandbox.fault(
    { fault: 'insert', match, times: 4, count: 7 },
    { fault: 'insert-backdated', match, times: 3, after: 1, count: 5 },
  )
  const explorer = new Explorer(page)
  await explorer.open('resource=call&_limit=50')
  const read = await explorer.readToTheEnd()
  expect(new Set(read).size).toBe(read.length)
  const known = new Set(before)
  expect(read.filter((id) => known.has(id))).toEqual(before)
  const after = await newestFirst('Call', sandbox)
  expect(after.length).toBeGreaterThan(before.length)
  const place = new Map(after.map((id, at) => [id, at]))
  expect(read.map((id) => place.get(id) ?? -1)).toEqual(read.map((id) => place.get(id) ?? -1).toSorted((a, b) => a - b))
})

test('neither a short page nor an empty one is the end of the list while Close has more', async ({ page, sandbox }) => {
  const match = '/activity/sms/'
  await sandbox.fault({ fault: 'short-page', match, times: 3, count: 4 }, { fault: 'empty-page', match, after: 4 })
  const explorer = new Explorer(page)
  await explorer.open('resource=sms&_limit=50')
  const read = await explorer.readToTheEnd()
  expect(read).toEqual(await newestFirst('SMS', sandbox))
  await expect(explorer.status).toHaveText(`All ${read.length} activities`)
})

async function newestFirst(type: string, sandbox: { truth: () => Promise<readonly Fact[]> }): Promise<string[]> {
  return (await sandbox.truth()).filter((fact) => fact.type === type).map(({ id }) => id)
}

interface Fact {
  readonly id: string
  readonly type: string
}
