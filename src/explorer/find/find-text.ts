/** What the find field says of its matches. */

export interface FindState {
  readonly typed: string
  readonly matches: number
  /** Place of the current match, counted from 0; null when none is. */
  readonly current: number | null
  /** Rows searched, and rows loaded: of a long list not all are held. */
  readonly searched: number
  readonly loaded: number
  /** Messages inside conversations have no row of their own, and are not searched. */
  readonly skipsMessages: boolean
  readonly isSearching: boolean
}

/** "3 of 17 in 400 loaded rows". Never without what was searched. */
export function findText(
  { typed, matches, current, searched, loaded, skipsMessages, isSearching }: FindState,
  locale: string,
): string {
  if (typed === '') return ''
  if (isSearching && matches === 0) return 'Searching…'
  const number = (value: number) => value.toLocaleString(locale)
  const where =
    searched < loaded
      ? `${number(searched)} of ${number(loaded)} loaded rows; the others have left memory`
      : `${number(loaded)} loaded ${loaded === 1 ? 'row' : 'rows'}`
  const count =
    matches === 0 ? 'None' : current === null ? number(matches) : `${number(current + 1)} of ${number(matches)}`
  return `${count} in ${where}${skipsMessages ? '; not inside conversations' : ''}`
}
