import { expect, type Page } from 'playwright/test'

/** Expects that the page is no wider than the window, and that every control that is shown can be got at without going sideways. */
export async function expectNothingLost(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(whatSticksOut)).toEqual([])
}

function whatSticksOut(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement
  const lost = scrollWidth > clientWidth ? [`the page: ${scrollWidth} of ${clientWidth}`] : []
  for (const element of document.querySelectorAll('button, a[href], input, select, textarea, [tabindex="0"]')) {
    const { left, right, width, height } = element.getBoundingClientRect()
    // The table alone may be scrolled sideways; what is for those who listen only takes no room.
    const isElsewhere = element.closest('[data-scroller]') !== null || width < 2 || height < 2
    if (!isElsewhere && element.checkVisibility() && (left < -1 || right > clientWidth + 1))
      lost.push(`${element.getAttribute('aria-label') ?? element.textContent}: ${left} to ${right}`)
  }
  return lost
}
