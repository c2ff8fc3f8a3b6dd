import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { answerOf, idsOf } from './support/oracle.ts'
import { recordActivityRequests } from './support/requests.ts'
import { recordRows } from './support/row-record.ts'
import { expect, test } from './support/test.ts'

test.use({
  env: { SANDBOX_SIZE: '25000', SANDBOX_LIVE_EVERY: '0', SANDBOX_RATE: 'off' },
  // A large screen: the fewer steps, and the more rows there could be at once.
  viewport: { width: 1280, height: 3600 },
})

test('somebody who pages through more than 20,000 activities meets each of them once, with few rows drawn and no index above the count', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(180_000)
  const truth = idsOf(await answerOf(sandbox, '/activity/'))
  expect(truth.length).toBeGreaterThan(20_000)
  const explorer = new Explorer(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const requests = recordActivityRequests(page)
  await explorer.open()
  await explorer.settled()
  const record = await recordRows(explorer)

  const timeline = page.getByRole('slider', { name: 'Timeline' })
  let isFull = false
  await explorer.row(0).focus()
  for (let last = 0; last + 1 !== (await explorer.rowCount());) {
    await page.keyboard.press('PageDown')
    ;({ last } = await explorer.viewIsDrawn())
    if (isFull || last < 20_000) continue
    // What the timeline hatches is no longer fetched by a click, which is said.
    isFull = true
    await timeline.press('Home')
    await timeline.press('Enter')
    await expect(explorer.said(/^2\d,\d{3} activities are loaded\. Choose a part of the timeline/)).toBeVisible()
    await explorer.row(last).focus()
  }
  await expect(explorer.status).toHaveText(`All ${truth.length.toLocaleString('en-GB')} activities`)

  const { ids, mostRows, changed, isRising, rowCounts, lastIndex } = await record()
  expect(Array.from(truth, (_, place) => ids.get(place))).toEqual(truth)
  expect(ids.size).toBe(truth.length)
  expect(changed).toEqual([])
  expect(isRising).toBe(true)
  expect(mostRows).toBeLessThan(150)
  // The header is a row too.
  expect(rowCounts).toEqual([-1, truth.length + 1])
  expect(lastIndex).toBe(truth.length + 1)

  const names = asked.filter((path) => path.includes('/api/v1/') && !path.includes('/activity/'))
  expect(names.length).toBeLessThan(truth.length / 25)

  // What is far away was dropped, comes back when it is looked at, and does not move the view.
  const asBefore = requests.length
  await explorer.scrollTo(1250)
  for (let first = 1250; first > 850; first -= 70) {
    await explorer.scrollTo(first)
    expect((await explorer.viewIsDrawn()).first).toBe(first)
    expect(await explorer.firstInView()).toBe(first)
  }
  expect(requests.length).toBeGreaterThan(asBefore)
  // The row with the focus has kept it all the while.
  await expect(explorer.grid.locator(':focus')).toHaveAttribute('aria-rowindex', String(truth.length + 1))
  await page.keyboard.press('Home')
  await explorer.viewIsDrawn()
  await expect(explorer.row(0)).toBeFocused()
  const after = await record()
  expect(after.changed).toEqual([])
  expect(after.mostRows).toBeLessThan(150)
  expect(after.rowCounts).toEqual([-1, truth.length + 1])
  await expectAccessible(page)
})
