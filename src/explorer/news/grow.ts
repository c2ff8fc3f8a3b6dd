/** Puts news into a list that is held. Loaded with the button that asks for it. */
import { replaceFirst } from '#core/activity/timeline/replace-first.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import type { Ledger, Page, Place } from '#explorer/results/ledger.ts'
import type { Placed } from './news-page.ts'

/**
 * Enters rows that came to stand among those of the first pages. Given are all rows of these pages. Every place stays, but the pages that
 * were given are others than before: what was worked out from their rows no longer holds.
 */
export function growLedger(ledger: Ledger, { pages, runs }: Placed): void {
  const until = ledger.startOf(pages.length)
  replaceFirst(
    ledger.tally,
    until,
    pages.flat().map((row: ActivityRow) => ({ time: ledger.timeOf(row), type: row.type })),
  )
  const starts = [0]
  for (const rows of pages) starts.push((starts.at(-1) ?? 0) + rows.length)
  const grown = (starts.at(-1) ?? 0) - until
  for (let index = pages.length; index < ledger.pageCount; index += 1) starts.push(ledger.startOf(index + 1) + grown)
  const places: Place[] = []
  for (let place = ledger.at(0); place; place = ledger.at(places.length))
    places.push(place.index < pages.length ? { ...place, cursor: { ...place.cursor } } : place)
  const last = runs.at(-1)
  ledger.grow({ places, starts, runs, seam: last ? last.at + last.count : 0 })
}

/** The pages held, with the news among their rows; null when the list is another one than it was for `top`. */
export function grownPages(held: readonly Page[], news: Placed, top: readonly Page[]): readonly Page[] | null {
  const ledger = held[0]?.place.ledger
  if (!ledger || ledger.conversations) return null
  if (!top.slice(0, news.pages.length).every(({ place }) => ledger.holds(place))) return null
  growLedger(ledger, news)
  return held.map((page) => {
    const { index } = page.place
    return { ...page, place: ledger.at(index) ?? page.place, rows: news.pages[index] ?? page.rows }
  })
}
