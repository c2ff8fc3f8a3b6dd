/** What people do to a page so that they can read it: zoom, larger spacing, no motion, names in their own direction. */
import type { Locator } from 'playwright/test'
import { expectAccessible } from '#e2e/support/axe.ts'
import { Explorer } from '#e2e/support/explorer.ts'
import { found, idsOf, leadHistories } from '#e2e/support/oracle.ts'
import { expectNothingLost } from '#e2e/support/reach.ts'
import { expect, test } from '#e2e/support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' } })

test('a zoom of 90, 110, 125 and 400 per cent loses no row and no control', async ({ page, sandbox }) => {
  const lead = found(
    (await leadHistories(sandbox)).findLast(({ activities }) => activities.length > 60),
    'lead with more than 60 activities',
  )
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${lead.id}`)
  await explorer.settled()
  const browser = await page.context().newCDPSession(page)
  for (const zoom of [0.9, 1.1, 1.25, 4]) {
    // As a browser zooms: the window holds fewer pixels of the page, and rows begin between those of the screen.
    await browser.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(1280 / zoom),
      height: Math.round(1024 / zoom),
      deviceScaleFactor: zoom,
      mobile: false,
    })
    await expectNothingLost(page)
    if (zoom < 4) expect(await explorer.readToTheEnd(), `at ${zoom}`).toEqual(idsOf(lead.activities))
  }
  // What the rows come to is read in whole where it takes several lines.
  const totals = page.getByRole('note', { name: 'Totals' })
  await page.getByRole('button', { name: 'By type' }).click()
  expect(
    await totals.evaluate((line) => line.scrollWidth <= line.clientWidth && line.scrollHeight <= line.clientHeight),
  ).toBe(true)
  await expect(totals).toHaveText(/ users?$/)
  await page.getByRole('button', { name: 'Less' }).click()
  // At four times the size the window holds 320 by 256: the rows are below the rest of the page.
  await explorer.scrollTo(0)
  await explorer.row(0).scrollIntoViewIfNeeded()
  await expect(explorer.row(0)).toBeInViewport({ ratio: 0.9 })
  await expectAccessible(page)
})

test.describe('with styles of the reader’s own', () => {
  test.use({ bypassCSP: true })

  test('larger text spacing cuts no words, reduced motion moves nothing, and names keep their direction', async ({
    page,
  }) => {
    const explorer = new Explorer(page)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await explorer.open('_type__in=Call')
    await expect(explorer.blocked).toBeVisible()
    await expect(explorer.combobox('Leads')).toBeVisible()
    // WCAG 1.4.12.
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    })
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNothingLost(page)
      expect(await page.evaluate(wordsCut), `at ${width}`).toEqual([])
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await explorer.blocked.getByRole('button', { name: 'Use the Calls list' }).click()
    await explorer.settled()
    await expect(explorer.row(0)).toBeVisible()
    expect(await page.evaluate(wordsCut)).toEqual([])
    expect(
      await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) => {
            const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element)
            return (
              parseFloat(animationDuration) > 0.001 ||
              parseFloat(transitionDuration) > 0.001 ||
              scrollBehavior === 'smooth'
            )
          }).length,
      ),
    ).toBe(0)
    await expect(explorer.row(0).getByRole('gridcell').first()).toHaveCSS('unicode-bidi', 'plaintext')

    // A larger font makes rows higher, and the row with the focus is in view from its top to its bottom.
    await page.addStyleTag({ content: 'html { font-size: 24px }' })
    await page.setViewportSize({ width: 600, height: 800 })
    await expect(explorer.row(0)).toHaveCSS('height', '90px')
    await page.setViewportSize({ width: 1280, height: 800 })
    await expect(explorer.row(0)).toHaveCSS('height', '43px')
    await explorer.row(0).focus()
    const focused = page.locator('[role=row]:focus')
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('PageDown')
    const box = async (locator: Locator) => found((await locator.boundingBox()) ?? undefined, 'box')
    const scroller = await box(page.locator('[data-scroller]'))
    const low = await box(focused)
    expect(low.y + low.height).toBeLessThanOrEqual(scroller.y + scroller.height + 1)
    for (let i = 0; i < 25; i += 1) await page.keyboard.press('ArrowUp')
    const header = await box(explorer.grid.getByRole('columnheader').first())
    expect((await box(focused)).y).toBeGreaterThanOrEqual(header.y + header.height - 1)
  })
})

/** Texts that do not fit into what holds them. A cell, a title and the status line tell themselves in whole elsewhere. */
function wordsCut(): string[] {
  return [...document.querySelectorAll<HTMLElement>('button, label, legend, h1, h2, h3, p, li, th, dt, dd')]
    .filter((element) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
      const hides = overflowX === 'hidden' || overflowY === 'hidden'
      const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2
      return hides && textOverflow !== 'ellipsis' && isCut && element.checkVisibility() && element.clientWidth > 1
    })
    .map((element) => element.textContent)
}
