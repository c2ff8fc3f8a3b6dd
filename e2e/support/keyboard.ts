import { expect, type Locator, type Page } from 'playwright/test'

/** Somebody who has a keyboard only: after each key the focus is on something that can be seen. */
export class Keyboard {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Presses a key, and expects the focus to be somewhere afterwards, also once the page has come to rest. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key)
      await this.expectFocus(key)
    }
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
    await this.expectFocus(text)
  }

  /** Tabs to each of the controls in turn: nothing stands between two of them. */
  async tabThrough(...controls: readonly Locator[]): Promise<void> {
    for (const control of controls) {
      await this.press('Tab')
      await expect(control).toBeFocused()
    }
  }

  /** Tabs on until the control has the focus; fails when it is not reached. */
  async tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await this.press(key)
      if (await isFocused(control)) return
    }
    throw new Error(`${key} does not reach ${String(control)}.`)
  }

  /** A person who cannot tell where the focus is has to begin again from the top of the page. */
  async expectFocus(after: string): Promise<void> {
    await expect.poll(() => this.#page.evaluate(hasVisibleFocus), `the focus is somewhere after ${after}`).toBe(true)
  }
}

/** `:focus` is not enough: a date's own button is within its field. */
function hasVisibleFocus(): boolean {
  const { activeElement, body } = document
  return activeElement !== null && activeElement !== body && activeElement.checkVisibility()
}

async function isFocused(control: Locator): Promise<boolean> {
  return (
    (await control.count()) > 0 && (await control.first().evaluate((element) => element === document.activeElement))
  )
}
