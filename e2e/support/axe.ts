import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** While a popup is open the rest of the page is hidden from assistive technology on purpose, and these complain about it. */
const whileOpen = ['aria-hidden-focus', 'page-has-heading-one', 'region']

/** Expects that axe finds nothing on the page as it is now. `open`: a combobox or a dialog is open. */
export async function expectAccessible(page: Page, { open = false } = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(open ? whileOpen : []).analyze()
  expect(
    violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target.join(' ')) })),
  ).toEqual([])
}
