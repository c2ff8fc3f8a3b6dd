import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** While a popup is open the rest of the page is hidden from assistive technology on purpose, and these complain about it. */
const whileOpen = ['aria-hidden-focus', 'page-has-heading-one', 'region']

/** A message has no landmarks and no heading of its own: the page around its frame has them. */
const ofWholePages = new Set(['landmark-one-main', 'page-has-heading-one', 'region'])

/** A target is a selector for each document, from the page's to the innermost frame's. */
function isOurs(rule: string): (target: readonly unknown[]) => boolean {
  return (target) => target.length === 1 || !ofWholePages.has(rule)
}

/**
 * Expects that axe finds nothing on the page as it is now. `open`: a combobox or a dialog is open. `within`: a selector, where only
 * that part has changed since the whole page was looked at.
 */
export async function expectAccessible(
  page: Page,
  { open = false, within }: { readonly open?: boolean; readonly within?: string } = {},
): Promise<void> {
  // Fetching the style sheets again would fail where a story is offline, and no rule here reads them. To describe every element that
  // passed takes twice as long as to look.
  const axe = new AxeBuilder({ page })
    .options({ preload: false, resultTypes: ['violations'] })
    .disableRules(open ? whileOpen : [])
  if (within !== undefined) axe.include(within)
  // Without frames the quicker mode, which opens no page of its own to gather their findings, finds the same.
  axe.setLegacyMode((await page.locator('iframe').count()) === 0)
  const { violations } = await axe.analyze()
  expect(
    violations
      .map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target).filter(isOurs(id)) }))
      .filter(({ where }) => where.length > 0),
  ).toEqual([])
}
