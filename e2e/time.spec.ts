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
