/** The page in product verbs. Things are found by role and name, as a person or an assistive technology finds them. */
import { expect, type Locator, type Page } from 'playwright/test'

export class Explorer {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get grid(): Locator {
    return this.page
      .getByRole('grid', { name: 'Activities' })
      .or(this.page.getByRole('treegrid', { name: 'Activities' }))
  }

  get rows(): Locator {
    return this.grid.locator('[data-activity-id]')
  }

  get status(): Locator {
    return this.page.getByRole('status')
  }

  get filters(): Locator {
    return this.page.getByRole('search', { name: 'Filters' })
  }

  get blocked(): Locator {
    return this.page.getByRole('region', { name: 'This query cannot run' })
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Activity' })
  }

  combobox(name: string): Locator {
    return this.filters.getByRole('combobox', { name, exact: true })
  }

  async open(search = ''): Promise<void> {
    await this.page.goto(search === '' ? '/' : `/?${search}`)
  }

  /** Waits until the rows of the present query are there, or it is plain that there are none. */
  async settled(): Promise<void> {
    await expect(this.status).toHaveText(/loaded|^All |^No activities|^1 activity/)
  }

  async pick(control: string, option: string | RegExp, typed?: string): Promise<void> {
    const input = this.combobox(control)
    await input.click()
    if (typed !== undefined) await input.fill(typed)
    await this.page.getByRole('option', { name: option }).first().click()
    await this.page.keyboard.press('Escape')
  }

  /** Ids of the drawn rows, from top to bottom. */
  drawnIds(): Promise<string[]> {
    return this.rows.evaluateAll((rows) =>
      rows
        .toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
        .map((row) => row.getAttribute('data-activity-id') ?? ''),
    )
  }

  search(): URLSearchParams {
    return new URL(this.page.url()).searchParams
  }

  async scrollToRow(index: number, rowHeight: number): Promise<void> {
    await this.grid.evaluate((grid, top) => {
      const scroller = grid.scrollHeight > grid.clientHeight ? grid : (grid.closest('[data-scroller]') ?? grid)
      scroller.scrollTop = top
    }, index * rowHeight)
  }
}
