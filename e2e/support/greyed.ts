import { expect, type Locator, type Page } from 'playwright/test'

/** Tabs forward from where the focus is until the control has it; fails when it is passed over. */
export async function reachByTab(page: Page, control: Locator): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not reach the control.')
}

/** Everything a person does to change a field, on the one that has the focus. */
export async function tryToChange(page: Page, control: Locator): Promise<void> {
  for (const key of ['Space', 'a', 'Enter', 'ArrowDown', 'Enter', 'ArrowUp', 'Space', 'Backspace', 'Delete'])
    await page.keyboard.press(key)
  await paste(page, 'pasted')
  // Playwright waits for what is greyed to become available; a person does not.
  await control.click({ force: true })
  await page.keyboard.type('Note')
  await clickWhatIsOffered(page)
  await page.keyboard.press('Escape')
}

/** Greyed radio buttons, and the options of a list that can be looked through, whichever there are. */
async function clickWhatIsOffered(page: Page): Promise<void> {
  const offered = page.getByRole('option').or(page.locator('[role=radiogroup][aria-disabled] label'))
  for (const choice of await offered.all()) {
    // An option that may be chosen again closes the list.
    if (await choice.isVisible()) await choice.click({ force: true })
  }
}

/** What the form holds: the text of every field and chip, and which radio buttons are on. */
export function formTexts(form: Locator): Promise<readonly (string | boolean)[]> {
  return form.evaluate((element) => [
    (element as HTMLElement).innerText,
    ...[...element.querySelectorAll('input')].map((input) => (input.type === 'radio' ? input.checked : input.value)),
  ])
}

/** As if the person had copied the text somewhere before. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+V')
}

/** Expects words that a person can read: on screen and of a readable size, not only spoken. */
export async function expectReadable(text: Locator): Promise<void> {
  await expect(text).toBeVisible()
  await expect
    .poll(async () => {
      const box = await text.boundingBox()
      return box !== null && box.height >= 8 && box.width >= 15
    }, 'large enough to be read')
    .toBe(true)
}
