/**
 * Refinements: what a reader keeps of the rows that are loaded. Close is never asked about them; the table, its counts and
 * the file use this one predicate.
 */
import { activityTypes } from '#core/close/activity-types.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { customText } from './columns.ts'
import type { ActivityRow } from './row.ts'

export type Refinements = Pick<
  ActivityQuery,
  'loadedText' | 'loadedDirections' | 'loadedStatuses' | 'loadedOutcomes' | 'loadedNotTypes'
>

export const noRefinements: Refinements = {
  loadedText: null,
  loadedDirections: [],
  loadedStatuses: [],
  loadedOutcomes: [],
  loadedNotTypes: [],
}

/** The refinements alone, in a fixed order. */
export function refinementsOf({
  loadedText,
  loadedDirections,
  loadedStatuses,
  loadedOutcomes,
  loadedNotTypes,
}: Refinements): Refinements {
  return { loadedText, loadedDirections, loadedStatuses, loadedOutcomes, loadedNotTypes }
}

export type Keeps = (row: ActivityRow) => boolean

/** Whether a row is kept; null when nothing is refined. A row without the value that is asked for is left out. */
export function keepsOf(refinements: Refinements): Keeps | null {
  const { loadedText, loadedDirections, loadedStatuses, loadedOutcomes, loadedNotTypes } = refinements
  const tests: Keeps[] = []
  if (loadedNotTypes.length > 0) tests.push((row) => !loadedNotTypes.some((word) => isOfType(row, word)))
  if (loadedDirections.length > 0) tests.push(among(loadedDirections, directionOf))
  if (loadedStatuses.length > 0) tests.push(among(loadedStatuses, statusOf))
  if (loadedOutcomes.length > 0) tests.push(among(loadedOutcomes, ({ outcomeId }) => outcomeId))
  if (loadedText !== null) {
    const wanted = folded(loadedText)
    tests.push((row) => textsOf(row).some((text) => folded(text).includes(wanted)))
  }
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row))
}

function among(wanted: readonly string[], read: (row: ActivityRow) => string | null): Keeps {
  const words = new Set(wanted)
  return (row) => {
    const word = read(row)
    return word !== null && words.has(word)
  }
}

/** `incoming` or `outgoing` for every list's spelling of it; another word as Close sent it. */
export function directionOf({ direction }: ActivityRow): string | null {
  if (direction === 'inbound') return 'incoming'
  return direction === 'outbound' ? 'outgoing' : direction
}

/** What the column "Status" shows, as Close's word in lower case. */
export function statusOf({ disposition, status }: ActivityRow): string | null {
  return (disposition ?? status)?.toLowerCase() ?? null
}

/** Whether a row is of a type, by its word or custom id. */
export function isOfType({ type, customActivityTypeId }: ActivityRow, word: string): boolean {
  return word === customActivityTypeId || activityTypes.some((each) => each.word === word && each.type === type)
}

/** The texts of a row itself. Names that ids stand for are not among them: they become known later than the row. */
function textsOf(row: ActivityRow): readonly string[] {
  const { summary, subject, participants, userName, phone, oldValue, newValue, custom } = row
  return [
    summary,
    subject ?? '',
    ...(participants ?? []),
    userName ?? '',
    phone ?? '',
    oldValue ?? '',
    newValue ?? '',
    ...Object.values(custom ?? {}).map(customText),
  ]
}

/** Without case and accents. */
function folded(text: string): string {
  // Most texts are plain, and looking for marks in them takes long.
  // eslint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

export function hasRefinements(refinements: Refinements): boolean {
  return keepsOf(refinements) !== null
}
