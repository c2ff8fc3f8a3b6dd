import type { Page } from 'playwright/test'

/** Records what is said to those who listen. Call it once the page is there; `said` tells everything since. */
export async function listenForAnnouncements(page: Page): Promise<{ readonly said: () => Promise<readonly string[]> }> {
  const recorder = await page.evaluateHandle(() => {
    const said: string[] = []
    const region = [...document.querySelectorAll('[aria-live=polite]')].find((element) => !element.hasAttribute('role'))
    if (!region) throw new Error('The page has no live region.')
    new MutationObserver(() => said.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    return said
  })
  return { said: () => recorder.evaluate((said) => said.filter((text) => text !== '')) }
}
