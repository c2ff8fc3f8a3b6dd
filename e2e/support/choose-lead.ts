import { expect } from 'playwright/test'
import type { Explorer } from './explorer.ts'
import type { Named } from './organization.ts'

/** After "Choose a lead", which has put the focus where a lead is typed. */
export async function chooseLead(explorer: Explorer, lead: Named): Promise<void> {
  const { page } = explorer
  await expect(explorer.combobox('Leads')).toBeFocused()
  await page.keyboard.type(lead.name)
  await page.getByRole('option', { name: lead.name, exact: true }).click()
}
