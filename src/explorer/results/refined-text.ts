/** What refinements leave, in numbers; rows that were not looked at are counted on neither side. */
export interface RefinedCount {
  readonly kept: number
  readonly of: number
  /** Rows that are walked to again before they can be looked at. */
  readonly unseen: number
}

/** "12 of 400 loaded rows match." */
export function refinedText({ kept, of, unseen }: RefinedCount, locale: string): string {
  const count = (rows: number) => rows.toLocaleString(locale)
  const rows = of === 1 ? 'loaded row' : 'loaded rows'
  const matching = `${kept === 0 ? 'None' : count(kept)} of ${count(of)} ${rows} ${kept === 1 || kept === 0 ? 'matches' : 'match'}.`
  return unseen === 0 ? matching : `${matching} ${count(unseen)} more were loaded before and are not looked at yet.`
}
