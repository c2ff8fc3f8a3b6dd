/** The page in product verbs. Things are found by role and name, as a person or an assistive technology finds them. */
import { expect, type Locator, type Page } from 'playwright/test'

/** Places of the list, counted from 0. */
export interface View {
  readonly first: number
  readonly last: number
  /** Rows of all pages so far. */
  readonly loaded: number
}

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

  /** Goes there as Back and Forward do, without loading the page again. */
  async goTo(search: string): Promise<void> {
    await this.page.evaluate((address) => {
      history.pushState(null, '', address)
      dispatchEvent(new PopStateEvent('popstate', { state: null }))
    }, `/?${search}`)
  }

  /** Opens an activity in a page that is already there, and waits until it is shown. */
  async openActivity(id: string): Promise<void> {
    await this.goTo(`open=${id}`)
    await expect(this.inspector.locator('article td').getByText(id, { exact: true }).first()).toBeAttached()
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

  /** What is asked, as sentences. */
  get activeFilters(): Locator {
    return this.page.getByRole('list', { name: 'Active filters' }).getByRole('listitem')
  }

  /** What is told for a moment on screen, beside being announced. */
  said(text: string | RegExp): Locator {
    return this.page.locator('[aria-hidden=true]').filter({ hasText: text })
  }

  async removeFilter(sentence: string): Promise<void> {
    await this.page.getByRole('button', { name: `Remove filter, ${sentence}`, exact: true }).click()
  }

  async removeRefinement(sentence: string): Promise<void> {
    await this.page.getByRole('button', { name: `Remove refinement, ${sentence}`, exact: true }).click()
  }

  /** The address without "?", as it is read: commas and slashes are not encoded. */
  address(): string {
    return new URL(this.page.url()).search.slice(1)
  }

  search(): URLSearchParams {
    return new URL(this.page.url()).searchParams
  }

  header(name: string | RegExp): Locator {
    return this.grid.getByRole('columnheader', { name })
  }

  /** The activity in a place of the list, counted from 0; present only while it is drawn. */
  row(place: number): Locator {
    return this.grid.locator(`[data-activity-id][aria-rowindex="${place + 2}"]`)
  }

  /** Ids of the drawn rows by their place. */
  async drawnRows(): Promise<ReadonlyMap<number, string>> {
    const rows = await this.rows.evaluateAll((elements) =>
      elements.map((row): [number, string] => [
        Number(row.getAttribute('aria-rowindex')) - 2,
        row.getAttribute('data-activity-id') ?? '',
      ]),
    )
    return new Map(rows.toSorted(([a], [b]) => a - b))
  }

  /** Reads the whole list, from its first row to its end, as somebody who scrolls through it. */
  async readToTheEnd(): Promise<string[]> {
    const read = new Map<number, string>()
    await this.scrollTo(0)
    for (;;) {
      await expect(this.row(read.size).or(this.end(read.size)).first()).toBeVisible()
      for (const [place, id] of await this.drawnRows()) read.set(place, id)
      const next = firstMissing(read)
      if ((await this.rowCount()) === next) return Array.from({ length: next }, (_, place) => read.get(place) ?? '')
      await this.scrollTo(next)
    }
  }

  /** What stands below a list that is known to have this many rows. */
  private end(rows: number): Locator {
    return this.page.getByText(rows === 0 ? 'Nothing matches' : `That is all: ${rows.toLocaleString('en-GB')}.`)
  }

  /** Rows of the list; null as long as its end is not known. */
  async rowCount(): Promise<number | null> {
    const count = Number(await this.grid.getAttribute('aria-rowcount'))
    return count < 0 ? null : count - 1
  }

  /** Scrolls a place of the list to the top of the view. */
  async scrollTo(place: number): Promise<void> {
    await this.scroller().evaluate((element, top) => {
      const height = element.querySelector('[data-activity-id]')?.getBoundingClientRect().height ?? 0
      element.scrollTop = top * height
    }, place)
  }

  /** The place of the first row that is wholly in view below the header. */
  firstInView(): Promise<number> {
    return this.scroller().evaluate((element) => {
      const { top } = element.getBoundingClientRect()
      // Cards have a header for those who listen only.
      const header = element.querySelector('[aria-rowindex="1"]')?.getBoundingClientRect()
      const from = header && header.height > 1 ? header.bottom : top
      const places = [...element.querySelectorAll('[role=row][aria-rowindex]:not([aria-rowindex="1"])')]
        .filter((row) => row.getBoundingClientRect().top >= from - 1)
        .map((row) => Number(row.getAttribute('aria-rowindex')) - 2)
      return Math.min(...places)
    })
  }

  /** Waits until every row in view is drawn with its activity. */
  async viewIsDrawn(): Promise<View> {
    const scroller = await this.scroller().elementHandle()
    const view = await this.page.waitForFunction((element) => {
      const rows = [...(element?.querySelectorAll('[data-activity-id]') ?? [])]
      const height = rows[0]?.getBoundingClientRect().height
      if (!element || height === undefined) return null
      const header = element.querySelector('[aria-rowindex="1"]')?.getBoundingClientRect().height ?? 0
      const loaded = Math.round((element.querySelector('[role=rowgroup]:last-child')?.clientHeight ?? 0) / height)
      const first = Math.min(loaded - 1, Math.floor(element.scrollTop / height))
      const inView = Math.floor((element.scrollTop + element.clientHeight - (header > 1 ? header : 0)) / height)
      const last = Math.min(loaded, inView) - 1
      const places = new Set(rows.map((row) => Number(row.getAttribute('aria-rowindex')) - 2))
      for (let place = first; place <= last; place += 1) if (!places.has(place)) return null
      return { first, last, loaded }
    }, scroller)
    return (await view.jsonValue()) ?? { first: 0, last: 0, loaded: 0 }
  }

  /** What scrolls is around the grid: it also holds what stands below the last row. */
  private scroller(): Locator {
    return this.grid.locator('xpath=..')
  }
}

function firstMissing(read: ReadonlyMap<number, string>): number {
  let place = 0
  while (read.has(place)) place += 1
  return place
}
