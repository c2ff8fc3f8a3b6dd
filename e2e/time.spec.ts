/** Moving in time: periods as they are typed, the timeline, links that stay or move with the days, and midnight. */
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' } })

test('a period is typed as one says it, moved, copied and pasted by keys, and explained when it is not understood', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
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

  const keys = async (...all: readonly string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }
  await keys('t', 'ArrowRight')
  await expect(period).toHaveValue('1 Jul 2026 – 30 Sep 2026')
  await keys('t', 'z')
  await expect(period).toHaveValue('16 May 2026 – 15 Nov 2026')
  await keys('t', 'c')
  await expect(explorer.said('Period copied: 16 May 2026 – 15 Nov 2026.')).toBeVisible()
  await keys('x')
  await expect(period).toHaveValue('Any time')
  await expect(explorer.said('Filters removed. Back brings them back.')).toBeVisible()
  await keys('t', 'v')
  await expect(period).toHaveValue('16 May 2026 – 15 Nov 2026')
  await explorer.goTo('resource=call&range=7d')
  await keys('t', 'a')
  await expect
    .poll(() => explorer.address())
    .toMatch(/^resource=call&date_created__gte=[\d-]+&date_created__lte=[\d-]+$/)
  await page.goBack()
  await explorer.filters.getByRole('button', { name: 'Keep these days' }).press('Enter')
  await expect(period).toBeFocused()
  await expect(period).not.toHaveValue('Last 7 days')
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

  // All of it is the same list: the timeline stays as it is, and does not take the focus later.
  await timeline.focus()
  for (const key of ['Home', 'Shift+End', 'Enter']) await page.keyboard.press(key)
  await expect(explorer.combobox('Period')).not.toHaveValue('Last 30 days')
  const earlier = explorer.filters.getByRole('button', { name: 'Previous period' })
  await earlier.press('Enter')
  await explorer.settled()
  await expect(earlier).toBeFocused()
})

test('a part of the timeline is dragged over, or one bar clicked; Esc lets go of what is dragged', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=call&range=30d')
  await explorer.settled()
  const timeline = page.getByRole('slider', { name: 'Timeline' })
  const box = await timeline.boundingBox()
  if (!box) throw new Error('The timeline is not drawn')
  const over = (day: number) => [box.x + ((day + 0.5) / 30) * box.width, box.y + 20] as const
  const drag = async (from: number, to: number) => {
    await page.mouse.move(...over(from))
    await page.mouse.down()
    await page.mouse.move(...over(to))
    await expect(timeline).toHaveAttribute('aria-valuetext', /^Chosen: /)
  }
  const days = () => ['gte', 'lte'].map((end) => Date.parse(explorer.search().get(`date_created__${end}`) ?? ''))
  await drag(5, 9)
  await page.keyboard.press('Escape')
  await expect(timeline).not.toHaveAttribute('aria-valuetext', /^Chosen: /)
  await page.mouse.up()
  await drag(14, 20)
  expect(explorer.address()).toBe('resource=call&range=30d')
  await page.mouse.up()
  await expect.poll(() => explorer.address()).not.toContain('range')
  const [first = 0, last = 0] = days()
  expect(last - first).toBe(6 * 86_400_000)
  await page.goBack()
  await expect(explorer.combobox('Period')).toHaveValue('Last 30 days')
  await page.mouse.click(...over(14))
  await expect.poll(days).toEqual([first, first])
})

test('what the timeline hatches is fetched by a click on it, and the fetching can be stopped', async ({
  page,
  sandbox,
  expectConsole,
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

  await expect(stop).toBeHidden()
  // What failed is asked for again. What is done does not begin again by itself, with another walk either.
  expectConsole(/403 \(Forbidden\)/)
  await sandbox.fault({ fault: '403', match: '/activity/' })
  for (const key of ['Home', 'PageUp', 'PageUp', 'PageUp', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('alert')).toContainText('Not allowed.')
  await page.keyboard.press('Enter')
  await expect(timeline).toHaveAttribute('aria-valuetext', /\d+ activities: [^,]+(?:, \D+ \d+)*$/)
  await expect(stop).toBeHidden()
  await sandbox.fault({ fault: 'slow', ms: 300, times: null, match: '/activity/' })
  await page.keyboard.press('r')
  await expect(explorer.status).toHaveText(/^20 loaded/)
  await expect(stop).toHaveCount(0, { timeout: 1 })
})

test('a link to the last days means these days, unless it is to move with the calendar', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const explorer = new Explorer(page)
  await explorer.open('resource=call&range=7d')
  await explorer.settled()
  const button = page.getByRole('button', { name: 'Copy link' })
  await button.press('Enter')
  const popover = page.getByRole('dialog', { name: 'Copy link' })
  await expect(popover.getByRole('radio', { name: 'These exact days' })).toBeChecked()
  await expectAccessible(page, { open: true })
  await popover.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(popover.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = () => page.evaluate(async () => new URL(await navigator.clipboard.readText()).search)
  expect(await copied()).toMatch(
    /^\?resource=call&date_created__gte=\d{4}-\d\d-\d\d&date_created__lte=\d{4}-\d\d-\d\d&tz=Europe\/Berlin$/,
  )
  await popover.getByRole('radio', { name: 'Always the last 7 days' }).press('Space')
  await popover.getByRole('button', { name: /^Cop/ }).click()
  await expect.poll(copied).toBe('?resource=call&range=7d')
  await page.keyboard.press('Escape')
  await explorer.rows.first().click()
  await expect(explorer.inspector.getByRole('article')).toBeVisible()
  await page.keyboard.press('y')
  await expect
    .poll(copied)
    .toMatch(/^\?resource=call&date_created__gte=[\d-]+&date_created__lte=[\d-]+&tz=Europe\/Berlin&open=acti_\w+$/)
})

test('past midnight the rows stay until the reader wants the new day', async ({ page, sandbox }) => {
  await page.clock.install({ time: new Date('2026-11-24T22:59:30Z') })
  const explorer = new Explorer(page)
  await explorer.open('range=7d')
  await explorer.settled()
  const asked = async () =>
    (await sandbox.requests())
      .filter(({ path }) => path.endsWith('/activity/'))
      .map(({ search }) => decodeURIComponent(search))
  const before = await asked()
  expect(before.at(-1)).toContain('date_created__gte=2026-11-17T23:00:00Z')
  await page.clock.fastForward('01:00')
  await expect(page.getByRole('main').getByText('A new day has begun')).toBeVisible()
  await explorer.rows.first().click()
  await expect(explorer.inspector).toBeVisible()
  expect((await asked()).filter((path) => path.includes('2026-11-18T23:00:00Z'))).toEqual([])
  await page.getByRole('button', { name: 'Show the new days' }).press('Enter')
  await expect.poll(async () => (await asked()).at(-1)).toContain('date_created__gte=2026-11-18T23:00:00Z')
  await expect(page.getByRole('main').getByText('A new day has begun')).toBeHidden()
  expect(explorer.search().get('range')).toBe('7d')

  // Chosen again, the same period is as of now.
  await page.clock.fastForward('24:00:00')
  await expect(page.getByRole('main').getByText('A new day has begun')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Do anything' })).toBeFocused()
  await page.keyboard.type('last 7')
  await expect(page.getByRole('option').first()).toHaveText(/Last 7 days/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await asked()).at(-1)).toContain('date_created__gte=2026-11-19T23:00:00Z')
})
