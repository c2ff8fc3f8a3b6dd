import type { Page } from 'playwright/test'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

/** Watches the focus at every frame. `lost` tells after what it was on nothing for longer than a hand needs to notice. */
async function watchFocus(page: Page) {
  const watch = await page.evaluateHandle(() => {
    const state = { doing: '', frames: 0, lost: [] as string[] }
    const look = () => {
      const { activeElement, body } = document
      state.frames = activeElement === null || activeElement === body ? state.frames + 1 : 0
      if (state.frames === 20) state.lost.push(state.doing)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    return state
  })
  return {
    during: (doing: string) => watch.evaluate((state, doing) => void (state.doing = doing), doing),
    lost: () => watch.evaluate(({ lost }) => lost),
  }
}

test('the focus never falls to the page: rows leave, data come, filters change, dialogs close', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=email&_limit=50')
  await explorer.settled()
  await explorer.row(3).focus()
  const focus = await watchFocus(page)

  await focus.during('scrolling far away')
  await explorer.scrollTo(60)
  await expect.poll(async () => (await explorer.viewIsDrawn()).first).toBeGreaterThan(40)
  await expect(explorer.row(3)).toBeFocused()

  await focus.during('refreshing')
  await page.keyboard.press('r')
  await expect(explorer.row(0)).toBeFocused()

  await focus.during('opening and closing an activity')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(explorer.inspector.locator('article')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(explorer.inspector).toHaveCount(0)
  await expect(explorer.row(2)).toBeFocused()

  await focus.during('a dialog')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(explorer.row(2)).toBeFocused()

  await focus.during('find')
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('searchbox', { name: 'Find in the table' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(explorer.row(2)).toBeFocused()

  await focus.during('a selection that goes with its list')
  await page.keyboard.press(' ')
  await page.getByRole('button', { name: 'Clear selection' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Selected rows' })).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await explorer.row(2).focus()

  await focus.during('folding the filters away')
  await explorer.filters.getByRole('button', { name: 'Previous period' }).focus()
  await page.keyboard.press('[')
  await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeFocused()
  await page.keyboard.press('[')
  await expect(explorer.filters).toBeVisible()
  await explorer.row(2).focus()

  await focus.during('another list from the palette')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Do anything' })).toBeFocused()
  await page.keyboard.type('calls')
  await page.keyboard.press('Enter')
  await expect.poll(() => explorer.address()).toContain('resource=call')
  await explorer.settled()
  await expect(explorer.row(0)).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)

  await focus.during('removing the last filter')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('l7d')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Remove filter/ }).focus()
  await page.keyboard.press('Enter')
  await expect(explorer.activeFilters).toHaveCount(0)
  await explorer.settled()
  expect(await focus.lost()).toEqual([])
})
