/**
 * Another exporter, plain and slow, into which mistakes can be planted: those that exporters are known to make. Without one it
 * is right, which shows that the judge does not complain of everything.
 */
import { fetchActivityPage } from '#client/activity-pages.ts'
import type { WireActivity } from '#core/close/wire.ts'
import type { Edge } from '#core/query/plan-types.ts'
import {
  compareTimestamps,
  formatInstant,
  parseTimestamp,
  roundUpToSecond,
  type Timestamp,
} from '#core/query/timestamp.ts'
import { contentOf, weeks, type Exporter, type Trial } from './trial.ts'
import type { WrittenRow } from './oracle.ts'

export const bugs = {
  'open-edges': 'windows exclude both their ends',
  'closed-to-the-second-before': 'windows end at :59, and the last second’s fractions are in none',
  'closed-edges': 'windows include both their ends, and nothing takes out what comes twice',
  'strictly-below-the-last': 'the next page lies strictly below the second of the last row',
  'cut-to-the-second': 'the bound is the last row’s date without its fraction',
  'cut-to-milliseconds': 'rows at most as late as the last one, by a clock that knows milliseconds, are taken for read',
  'no-ties': 'where a second fills a page, the walk steps over the rest of it',
  'keeps-repeats': 'rows of the overlap are written again',
  'one-of-a-date': 'of rows with one date only the first is written',
  'drops-last-of-page': 'the last row of a page is left for the next, which does not have it',
  'drops-first-of-page': 'the first row of a page is taken for the last one of the page before',
  'half-page': 'a page that breaks off is taken as far as it came',
  'drops-last-page': 'the page that says it is the last is not written',
  'short-page-ends': 'a page of few new rows is taken for the end',
  'caps-pages': 'it stops after ten pages',
  'skips-failures': 'a request that fails for good counts as an empty page',
  'resume-repeats': 'after a restart the last page is asked for and written again',
  'resume-skips': 'the place is kept before the rows are',
  'resume-doubles': 'after a restart it begins anew behind what is there',
  'resume-forgets-moment': 'after a restart it does not know any more what came late',
  offset: 'pages by offset',
  'offset-deduplicated': 'pages by offset, and drops what it knows',
  'keeps-arrivals': 'what came after the beginning is written',
  'wrong-from-edge': 'the lower end is excluded where it is included, and the other way round',
  'wrong-until-edge': 'the upper end likewise',
  'ignores-from': 'the lower end is not asked for',
  'local-time': 'bounds are read in a zone two hours off',
  'mixes-rows': 'a cell comes from the row before',
  'gives-up-silently': 'it calls itself complete when it was stopped',
} as const

export type Bug = keyof typeof bugs

/** What survives a restart. */
interface Disk {
  rows: readonly WrittenRow[]
  asOf: number | null
  place: Place
  before: Place | null
}

interface Place {
  readonly window: number
  readonly bound: number | null
  readonly skip: number
  readonly last: { readonly date: Timestamp; readonly ids: readonly string[] } | null
}

const beginning: Place = { window: 0, bound: null, skip: 0, last: null }

const patience = 30

export function plantedExporter(bug: Bug | null): Exporter {
  return async (trial) => {
    const disk: Disk = { rows: [], asOf: null, place: beginning, before: null }
    for (let life = 0; life < patience; life += 1) {
      try {
        await live(trial, disk, bug)
        return { rows: disk.rows, unfinished: null }
      } catch (error) {
        if (bug === 'gives-up-silently') return { rows: disk.rows, unfinished: null }
        if (trial.life().aborted) trial.revive()
        else if (!(error instanceof Error) || error.name !== 'CloseError') throw error
        restart(trial, disk, bug)
      }
    }
    return { rows: [], unfinished: 'given up' }
  }
}

function restart(trial: Trial, disk: Disk, bug: Bug | null): void {
  if (disk.asOf === null) trial.beginAnew()
  if (bug === 'resume-repeats') disk.place = disk.before ?? disk.place
  if (bug === 'resume-doubles') disk.place = beginning
  if (bug === 'resume-forgets-moment') disk.asOf &&= Infinity
}

async function live(trial: Trial, disk: Disk, bug: Bug | null): Promise<void> {
  const windows = windowsOf(trial, bug)
  const seen = new Set(disk.rows.map(({ id }) => id))
  for (let pages = 0; disk.place.window < windows.length; pages += 1) {
    if (bug === 'caps-pages' && pages >= 10) return
    const { place } = disk
    const page = await ask(trial, windows[place.window] ?? { from: null, until: null }, place, bug)
    disk.asOf ??= Math.max(
      Math.floor(trial.clock.now() / 1000),
      ...page.data.filter(isDated).map((row) => dateOf(row).seconds),
    )
    const { rows, next } = read(trial, page, place, bug)
    const written = rows.filter(
      (row) =>
        (bug === 'keeps-arrivals' || !isDated(row) || dateOf(row).seconds <= (disk.asOf ?? 0)) &&
        (bug !== 'offset-deduplicated' || !seen.has(String(row['id']))),
    )
    for (const row of written) seen.add(String(row['id']))
    disk.before = place
    if (bug === 'resume-skips') {
      disk.place = next
      await fetchActivityPage(trial.client, { path: '/activity/', parameters: [['_limit', '1']] }, trial.life())
    }
    disk.rows = [...disk.rows, ...written.map((row, index) => lineOf(row, written[index - 1], bug))]
    disk.place = next
  }
}

function lineOf(row: WireActivity, above: WireActivity | undefined, bug: Bug | null): WrittenRow {
  const mixed = bug === 'mixes-rows' && above ? { ...row, date_created: above['date_created'] } : row
  return { id: String(row['id']), content: contentOf(mixed) }
}

interface Piece {
  readonly from: Edge | null
  readonly until: Edge | null
}

/** Weeks, newest first, the first and the last open where the period is. */
function windowsOf({ stream: { from, until }, clock }: Trial, bug: Bug | null): readonly Piece[] {
  const edges = weeks({ end: clock.now() / 1000 }).filter(
    (at) => (from === null || at > from.at) && (until === null || at < until.at),
  )
  if (bug === 'offset' || bug === 'offset-deduplicated') edges.length = 0
  const tops = [until, ...edges.map((at) => upper(at, bug))]
  const bottoms = [
    ...edges.map((at) => ({ at, inclusive: bug !== 'open-edges' })),
    bug === 'ignores-from' ? null : from,
  ]
  return tops.map((top, index) => ({
    from: flipped(bottoms[index] ?? null, bug === 'wrong-from-edge' && index === tops.length - 1),
    until: flipped(top, bug === 'wrong-until-edge' && index === 0),
  }))
}

function upper(at: number, bug: Bug | null): Edge {
  if (bug === 'closed-to-the-second-before') return { at: at - 1, inclusive: true }
  return { at, inclusive: bug === 'closed-edges' }
}

function flipped(edge: Edge | null, isWrong: boolean): Edge | null {
  return edge && isWrong ? { ...edge, inclusive: !edge.inclusive } : edge
}

interface Page {
  readonly data: readonly WireActivity[]
  readonly hasMore: boolean
}

async function ask(trial: Trial, { from, until }: Piece, { bound, skip }: Place, bug: Bug | null): Promise<Page> {
  const shift = bug === 'local-time' ? -7200 : 0
  const isBelow = bound !== null && (until === null || bound < until.at)
  const operator = bug === 'strictly-below-the-last' ? 'lt' : 'lte'
  const parameters = [
    ...(from ? [[`date_created__${from.inclusive ? 'gte' : 'gt'}`, formatInstant(from.at)] as const] : []),
    ...(isBelow ? [[`date_created__${operator}`, formatInstant(bound + shift)] as const] : []),
    ...(!isBelow && until
      ? [[`date_created__${until.inclusive ? 'lte' : 'lt'}`, formatInstant(until.at)] as const]
      : []),
    // Nobody's second holds more.
    ['_limit', skip < 0 ? '100' : String(trial.pageRows)] as const,
    ...(skip > 0 ? [['_skip', String(skip)] as const] : []),
  ]
  try {
    return await fetchActivityPage(trial.client, { path: '/activity/', parameters }, trial.life())
  } catch (error) {
    if (bug === 'skips-failures' && !trial.life().aborted) return { data: [], hasMore: false }
    throw error
  }
}

function read(trial: Trial, { data, hasMore }: Page, place: Place, bug: Bug | null) {
  const taken = bug === 'half-page' && trial.random.next() % 7 === 0 ? data.slice(0, Math.ceil(data.length / 2)) : data
  const rows = bug === 'drops-last-page' && !hasMore ? [] : freshOf(taken, place, bug)
  const after: Place = { window: place.window + 1, bound: null, skip: 0, last: null }
  if (!hasMore || data.length === 0) return { rows, next: after }
  if (bug === 'short-page-ends' && rows.length < trial.pageRows - 1) return { rows, next: after }
  if (bug === 'offset' || bug === 'offset-deduplicated')
    return { rows, next: { ...place, skip: place.skip + data.length } }
  const lowest = dateOf(data.at(-1) ?? {})
  const date = bug === 'cut-to-milliseconds' ? { ...lowest, micros: Math.floor(lowest.micros / 1000) * 1000 } : lowest
  const ids = data.filter((row) => compareTimestamps(dateOf(row), lowest) === 0).map((row) => String(row['id']))
  const isSame = place.last !== null && compareTimestamps(place.last.date, date) === 0
  const last = { date, ids: isSame ? [...(place.last?.ids ?? []), ...ids] : ids }
  const bound =
    bug === 'cut-to-the-second' || bug === 'strictly-below-the-last' ? date.seconds : roundUpToSecond(lowest)
  if (place.bound === null || bound < place.bound) return { rows, next: { ...place, bound, skip: 0, last } }
  if (bug === 'no-ties') return { rows, next: { ...place, bound: place.bound - 1, skip: 0, last } }
  if (place.skip < 0) throw new RangeError('more than a hundred rows in a second')
  return { rows, next: { ...place, bound, skip: -1, last } }
}

function freshOf(data: readonly WireActivity[], { last }: Place, bug: Bug | null): readonly WireActivity[] {
  if (bug === 'offset' || bug === 'offset-deduplicated') return data
  const fresh = data.filter((row) => {
    if (!last || bug === 'keeps-repeats') return true
    const distance = compareTimestamps(dateOf(row), last.date)
    return distance < 0 || (distance === 0 && bug !== 'one-of-a-date' && !last.ids.includes(String(row['id'])))
  })
  if (bug === 'drops-last-of-page') return fresh.slice(0, -1)
  return bug === 'drops-first-of-page' && last ? fresh.slice(1) : fresh
}

/** A meeting's date says when it begins, not when it came. */
function isDated(row: WireActivity): boolean {
  return row['_type'] !== 'Meeting'
}

function dateOf(row: WireActivity): Timestamp {
  return parseTimestamp(String(row['date_created'])) ?? { seconds: 0, micros: 0 }
}
