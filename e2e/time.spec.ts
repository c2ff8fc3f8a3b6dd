/** Moving in time: periods as they are typed, the timeline, links that stay or move with the days, and midnight. */
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' } })

test('a period is typed as one says it, moved by keys, and explained when it is not understood', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=call')
  await explorer.settled()
  const period = explorer.combobox('Period')
  await period.click()
  await period.fill('some day')
  await expect(page.getByText('“some day” is not understood.')).toBeVisible()
  await period.fill('1 Jul – 30 Sep 2026')
  await expect(page.getByRole('option').first()).toHaveText('1 Jul 2026 – 30 Sep 2026')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => explorer.address())
    .toBe('resource=call&date_created__gte=2026-07-01&date_created__lte=2026-09-30')
  await expect(period).toHaveValue('1 Jul 2026 – 30 Sep 2026')
  await explorer.filters.getByRole('button', { name: 'Previous period' }).press('Enter')
  await expect(period).toHaveValue('1 Apr 2026 – 30 Jun 2026')
  await expect(explorer.filters.getByRole('button', { name: 'Previous period' })).toBeFocused()
  await explorer.settled()
  await expectAccessible(page)
})

test('a part of the timeline, chosen by keys, becomes the period; Back brings the whole again', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=call&range=30d')
  await explorer.settled()
  const timeline = page.getByRole('slider', { name: 'Timeline' })
  await timeline.focus()
  await page.keyboard.press('ArrowLeft')
  const day = await timeline.getAttribute('aria-valuetext')
  expect(day).toMatch(/^\w{3}, \d+ \w{3} \d{4}: (?:\d+ activit(?:y|ies): Calls \d+|no activities)$/)
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  const chosen = (await timeline.getAttribute('aria-valuetext')) ?? ''
  const count = /, (\d+) loaded$/.exec(chosen)?.[1]
  await page.keyboard.press('Enter')
  await expect.poll(() => explorer.search().get('date_created__gte')).not.toBe(null)
  await expect(explorer.status).toHaveText(`All ${count} activities`)
  await expect(timeline).toBeFocused()
  await page.getByRole('button', { name: 'Show as table' }).press('Enter')
  await expect(page.getByRole('table', { name: 'Activities loaded, by time and type' })).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await expect(explorer.combobox('Period')).toHaveValue('Last 30 days')
})

test('what the timeline hatches is fetched by a click on it, and the fetching can be stopped', async ({
  page,
  sandbox,
}) => {
  const explorer = new Explorer(page)
  await explorer.open('range=12m&_limit=20')
  await explorer.settled()
  const timeline = page.getByRole('slider', { name: 'Timeline' })
  await timeline.focus()
  await page.keyboard.press('Home')
  await expect(timeline).toHaveAttribute('aria-valuetext', /: not fetched yet$/)
  await sandbox.fault({ fault: 'slow', ms: 100, times: null, match: '/activity/' })
  await page.keyboard.press('Enter')
  const stop = page.getByRole('button', { name: 'Stop fetching' })
  await stop.press('Enter')
  await expect(stop).toBeHidden()
  await expect(timeline).toBeFocused()
  await expect(timeline).toHaveAttribute('aria-valuetext', /not fetched yet$/)
  await sandbox.clear()
  await page.keyboard.press('Home')
  const box = await timeline.boundingBox()
  if (!box) throw new Error('The timeline is not drawn')
  await page.mouse.click(box.x + box.width * 0.8, box.y + 20)
  await page.keyboard.press('End')
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowLeft')
  await expect(timeline).toHaveAttribute('aria-valuetext', /\d+ activities: [^,]+(?:, \D+ \d+)*$/)
})
