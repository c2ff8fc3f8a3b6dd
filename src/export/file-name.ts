/** An export's file name: what, from when, to when, in which zone, taken when. */
import { listName } from '#core/close/activity-types.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Edge, Stream } from '#core/query/plan-types.ts'
import { formatInstant } from '#core/query/timestamp.ts'

/** Only characters that every file system takes, and no path. */
function safe(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
}

interface NameNeeds {
  readonly query: ActivityQuery
  readonly stream: Stream
  readonly timeZone: string
  /** Milliseconds since 1970. */
  readonly takenAt: number
  /** The lead's name, when the query is about one lead. */
  readonly lead?: string | undefined
  /** `.csv` when absent. */
  readonly extension?: string | undefined
}

/** `close-activities_<scope>_<from>_<to>_<zone>_<taken-at>.csv`; the days are those of the zone, both included. */
export function fileNameOf({ query, stream, timeZone, takenAt, lead, extension = '.csv' }: NameNeeds): string {
  const scope = [listName(query.resource), lead ?? ''].map(safe).filter((part) => part !== '')
  const from = stream.from ? dayOf(stream.from.at, timeZone) : 'first'
  const until = stream.until ? dayOf(lastSecond(stream.until), timeZone) : 'last'
  const taken = formatInstant(Math.floor(takenAt / 1000)).replace(/[-:]/g, '')
  return `close-activities_${scope.join('-').toLowerCase()}_${from}_${until}_${safe(timeZone)}_${taken}${extension}`
}

/** The name of one of several files, counted from 1. */
export function partName(fileName: string, part: number): string {
  return fileName.replace(/(\.\w+)$/, `_part-${part}$1`)
}

function lastSecond({ at, inclusive }: Edge): number {
  return inclusive ? at : at - 1
}

function dayOf(seconds: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const part = new Map(day.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]))
  return `${part.get('year')}-${part.get('month')}-${part.get('day')}`
}

/** The same name for a file that does not hold everything. */
export function partialName(fileName: string): string {
  return fileName.replace(/(\.\w+)$/, '.partial$1')
}
