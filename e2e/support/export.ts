import { expect, type Locator, type Page } from 'playwright/test'

export function exportButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Export CSV' })
}

/** Expects that "Export CSV" is there, says why not, and does nothing. */
export async function expectExportGreyed(page: Page, reason: string | RegExp): Promise<void> {
  const button = exportButton(page)
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(reason)
  // Playwright waits for what is greyed to become available; a person does not.
  await button.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
