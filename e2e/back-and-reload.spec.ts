import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '4000', SANDBOX_LIVE_EVERY: '0' } })

test('Back brings back the filters, the form and the place in the table, one change at a time', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.pick('List', 'Emails', 'Emails')
  await explorer.settled()
  const place = await readDownTo(explorer, 150)
  const before = await view(explorer)

  await explorer.pick('Period', 'Last 12 months')
  await expect(explorer.activeFilters).toHaveText(['Date created in the last 12 months'])
  await expect.poll(() => explorer.firstInView()).toBe(0)

  await page.goBack()
  await expect.poll(() => explorer.address()).toBe('resource=email')
  await expectPlace(explorer, place)
  expect(await view(explorer)).toEqual(before)
  await expectAccessible(page)

  await page.goBack()
  await expect.poll(() => explorer.address()).toBe('')
  await expect(explorer.combobox('List')).toHaveValue('All activities')
  await expect.poll(() => explorer.firstInView()).toBe(0)

  await page.goForward()
  await expectPlace(explorer, place)
  await page.goForward()
  await expect(explorer.combobox('Period')).toHaveValue('Last 12 months')
})

test('a reload keeps the filters and the place in the table', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=email&range=12m')
  await explorer.settled()
  const place = await readDownTo(explorer, 250)
  const before = await view(explorer)
  await page.reload()
  await expectPlace(explorer, place)
  expect(await view(explorer)).toEqual(before)
  await expectAccessible(page)
})

test('Back closes the inspector, and a reload keeps it open beside its row', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=email')
  await explorer.settled()
  const place = await readDownTo(explorer, 150)
  const opened = explorer.row(place + 3)
  const id = await opened.getAttribute('data-activity-id')
  await opened.click()
  await expect(explorer.inspector).toBeVisible()
  await expect.poll(() => explorer.address()).toBe(`resource=email&open=${id}`)

  await page.reload()
  await expect(explorer.inspector.getByText(id ?? '', { exact: true }).first()).toBeVisible()
  await expectPlace(explorer, place)
  await expect(opened).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)

  await page.goBack()
  await expect(explorer.inspector).toHaveCount(0)
  await expect.poll(() => explorer.address()).toBe('resource=email')
  await expectPlace(explorer, place)
  await page.goForward()
  await expect(explorer.inspector).toBeVisible()
})

/** Scrolls on until the row is at the top of the view, as far as rows have to be loaded for it. */
async function readDownTo(explorer: Explorer, place: number): Promise<number> {
  while ((await explorer.firstInView()) !== place) {
    await explorer.scrollTo(place)
    await expect(explorer.rows.first()).toBeVisible()
  }
  await expect(explorer.row(place)).toBeInViewport()
  return place
}

/** Within one row. */
async function expectPlace(explorer: Explorer, place: number): Promise<void> {
  await expect
    .poll(async () => Math.abs((await explorer.firstInView()) - place), `the first row in view is number ${place}`)
    .toBeLessThanOrEqual(1)
  await expect(explorer.row(place + 2)).toBeInViewport()
}

/** What a person sees of the query and of the list. */
async function view(explorer: Explorer): Promise<unknown> {
  const place = await explorer.firstInView()
  const controls = ['List', 'Users', 'Sort by', 'Period']
  return {
    list: await Promise.all(controls.map((name) => explorer.combobox(name).inputValue())),
    filters: await explorer.activeFilters.allInnerTexts(),
    row: await explorer.row(place).getAttribute('data-activity-id'),
    following: await explorer.row(place + 5).getAttribute('data-activity-id'),
  }
}
