/**
 * Finding a text in the rows that were loaded, by what their columns show. What a row says by itself is folded once, page by page, when it is
 * first searched; names are compared anew each time, because they become known later. Rows need not be held any more.
 */
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { fold } from '#lib/fuzzy.ts'

export interface IndexedPage {
  /** Pages before it. */
  readonly index: number
  /** Rows before it. */
  readonly start: number
  readonly rows: readonly ActivityRow[]
}

interface PageText {
  readonly start: number
  readonly rowCount: number
  /** Once they are read, the texts are enough: whoever holds the rows may drop them. */
  readonly rows: WeakRef<readonly ActivityRow[]>
  /** Per row; null until first searched. */
  texts: readonly string[] | null
  /** Per row the ids that its columns show by their names, in the order of these columns. */
  ids: readonly (readonly (string | null)[])[]
}

type Reference = (row: ActivityRow, context: ColumnContext) => { readonly id: string; readonly text: string } | null

export class FindIndex {
  readonly #pages = new Map<number, PageText>()
  readonly #columns: readonly Column[]
  readonly #context: ColumnContext
  readonly #references: readonly Reference[]
  /** One row for each id, by which its name is found. */
  readonly #samples = new Map<string, ActivityRow>()

  /** `columns` and `context` are what the table shows; another choice of them is another index. */
  constructor(columns: readonly Column[], context: Omit<ColumnContext, 'names'>) {
    this.#columns = columns.filter(({ value }) => value.kind !== 'reference')
    this.#context = { ...context, names: idOnlyNames }
    this.#references = columns.flatMap(referenceOf)
  }

  /** Takes in a page, also one that was there before. Those it is not told again stay. */
  put({ index, start, rows }: IndexedPage): void {
    const known = this.#pages.get(index)
    if (known && known.start === start && known.rows.deref() === rows) return
    this.#pages.set(index, { start, rowCount: rows.length, rows: new WeakRef(rows), texts: null, ids: [] })
  }

  /** Forgets pages from this one on, which no longer follow. */
  keep(pages: number): void {
    for (const index of this.#pages.keys()) if (index >= pages) this.#pages.delete(index)
  }

  get rowCount(): number {
    let count = 0
    for (const { rowCount } of this.#pages.values()) count += rowCount
    return count
  }

  /**
   * The numbers of the rows that hold a text, in order. Goes on page by page, so that the caller can pause and give up; `typed`
   * is as typed, `names` as known now.
   */
  *search(typed: string, names: ColumnContext['names']): Generator<undefined, readonly number[]> {
    const wanted = fold(typed)
    const found: number[] = []
    if (wanted === '') return found
    const context = { ...this.#context, names }
    const answers = this.#references.map(() => new Map<string, boolean>())
    const named = (place: number, id: string | null): boolean => {
      if (id === null) return false
      const known = answers[place]?.get(id)
      if (known !== undefined) return known
      const sample = this.#samples.get(id)
      const text = sample && this.#references[place]?.(sample, context)?.text
      const answer = fold(text ?? id).includes(wanted)
      answers[place]?.set(id, answer)
      return answer
    }
    for (const page of [...this.#pages].toSorted(([a], [b]) => a - b).map(([, page]) => page)) {
      const texts = this.#textsOf(page)
      for (let i = 0; i < texts.length; i += 1) {
        if (texts[i]?.includes(wanted) || page.ids[i]?.some((id, place) => named(place, id))) found.push(page.start + i)
      }
      yield
    }
    return found
  }

  #textsOf(page: PageText): readonly string[] {
    if (page.texts) return page.texts
    const rows = page.rows.deref() ?? []
    page.texts = rows.map((row) => fold(this.#columns.map((column) => column.text(row, this.#context)).join('\n')))
    page.ids = rows.map((row) =>
      this.#references.map((reference) => {
        const id = reference(row, this.#context)?.id ?? null
        if (id !== null && !this.#samples.has(id)) this.#samples.set(id, row)
        return id
      }),
    )
    return page.texts
  }
}

function referenceOf({ id, value }: Column): Reference | readonly [] {
  // A summary begins with the name of its custom type.
  if (id === 'summary') {
    return ({ customActivityTypeId: type }, { names }) =>
      type === null ? null : { id: type, text: names.activityType(type) ?? '' }
  }
  if (value.kind !== 'reference') return []
  return (row, context) => {
    const to = value.to(row, context)
    const name = value.name(row, context)
    // Without an id the name is all there is.
    return to === null && name === null ? null : { id: to ?? name ?? '', text: name ?? to ?? '' }
  }
}
