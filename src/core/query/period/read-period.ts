/** Periods as people type and paste them: "last 2 weeks", "1 Jul – 30 Sep", "2026-07-01..", "yesterday 9:00 to 12:00", "Q3". */
import type { Bounds, Comparison, DateText, Range } from '#core/query/activity-query.ts'
import { parseDateText, yearReason } from '#core/query/date-text.ts'
import type { Moment } from '#core/query/dates.ts'
import { formatInstant } from '#core/query/timestamp.ts'
import { type Point, readPoint, type Time } from './point.ts'
import { lengthOf, type Stretch } from './stretch.ts'
import { instantOf, type Side } from './wall-clock.ts'

export type PeriodReading =
  /** Either a range or bounds; neither is any time. */
  | { readonly status: 'understood'; readonly range: Range | null; readonly bounds: Bounds }
  | { readonly status: 'not-understood'; readonly reason: string }

/** Times are in `timeZone`; what names no year is the latest that has begun. Never throws. */
export function readPeriod(written: string, { timeZone, now }: Moment): PeriodReading {
  const text = plain(written)
  if (text === '' || /^(?:any|all) ?time$|^ever$|^always$/.test(text)) return ofBounds({})
  const range = ranges[text]
  if (range) return { status: 'understood', range, bounds: {} }
  const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
  return soFar(text, at) ?? lately(text, at) ?? readClauses(text, at)
}

const ranges: { readonly [text: string]: Range | undefined } = {
  today: 'today',
  yesterday: 'yesterday',
  'last 7 days': '7d',
  'last 30 days': '30d',
  'last 90 days': '90d',
  'last 12 months': '12m',
  'this week': 'this_week',
  'last week': 'last_week',
  'this month': 'this_month',
  'last month': 'last_month',
  'this quarter': 'this_quarter',
  'last quarter': 'last_quarter',
  'this year': 'this_year',
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Hyphens that belong to a date, not between two. */
const joined = /\d{4}-(?:\d\d(?:-\d\d)?(?:[t ]\d\d:\d\d(?::\d\d)?)?|q[1-4]|w\d\d)(?!\d)|utc[+-]\d\d:\d\d/g

/** Lower case, single spaces, "to" between two ends, and no words that say nothing. */
function plain(written: string): string {
  return written
    .toLowerCase()
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/[\u2013\u2014]/g, ' to ')
    .replace(/\.{2,}|…/g, ' to ')
    .replace(/(?<=\d)\/(?=\d{4}-)/g, ' to ')
    .replace(joined, (date) => date.replaceAll('-', '\u2212'))
    .replace(/(?<=:\d\d(?::\d\d)?)-(?=\d\d:\d\d$)/g, ' to ')
    .replaceAll('-', ' to ')
    .replaceAll('\u2212', '-')
    .replace(/,|(?<=[a-z])\.|\b(?:the|of|on|in)\b/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\bpast\b/g, 'last')
    .replace(new RegExp(`\\b(${numbers.join('|')})\\b`, 'g'), (word) => String(numbers.indexOf(word)))
    .replace(/\s+/g, ' ')
    .trim()
}

function soFar(text: string, at: Temporal.ZonedDateTime): PeriodReading | null {
  const unit = { ytd: 'year', 'year to date': 'year', mtd: 'month', 'month to date': 'month' }[text]
  if (unit === undefined) return null
  const today = at.toPlainDate()
  const first = today.with(unit === 'year' ? { month: 1, day: 1 } : { day: 1 })
  return ofBounds({ gte: first.toString(), lte: today.toString() })
}

/** "last 2 weeks" ends with today, as the presets do; hours and minutes end now. */
function lately(text: string, at: Temporal.ZonedDateTime): PeriodReading | null {
  const found = /^(?:last|previous) (\d{1,4}) ?(minute|min|hour|h|day|d|week|w|month|m|year|y)s?$/.exec(text)
  if (!found) return null
  const count = Number(found[1])
  if (count === 0) return wrong('That is no time at all.')
  const word = found[2] ?? ''
  if (word === 'minute' || word === 'min' || word === 'hour' || word === 'h') {
    const seconds = count * (word.startsWith('h') ? 3600 : 60)
    const now = Math.floor(at.epochMilliseconds / 1000)
    return ofBounds({ gte: formatInstant(now - seconds), lte: formatInstant(now) })
  }
  const unit = word.startsWith('d') ? 'day' : word.startsWith('w') ? 'week' : word.startsWith('m') ? 'month' : 'year'
  const today = at.toPlainDate()
  const first = today.subtract(lengthOf(unit, count)).add({ days: 1 })
  return first.year < 1900 ? wrong(yearReason) : ofBounds({ gte: first.toString(), lte: today.toString() })
}

type Clause = { readonly comparison: Comparison; readonly text: string }

const comparisons: { readonly [word: string]: Comparison } = { from: 'gte', since: 'gte', after: 'gt', before: 'lt' }

/** "A", "A to B", "from A", "after A before B": each word begins an end. */
function clausesOf(text: string): Clause[] | null {
  const asEnds = text
    .replace(/^between (.+) and (.+)$/, '$1 to $2')
    .replace(/^(?:from )?(\d{1,2}) to (\d{1,2}) ([a-z]{3,9}(?: \d{4})?)$/, '$1 $3 to $2 $3')
    .replace(/^(?:from )?([a-z]{3,9}) (\d{1,2}) to (\d{1,2})(| \d{4})$/, '$1 $2$4 to $1 $3$4')
    .replace(/\b(?:up to|until|till|through)\b/g, 'to')
    .replace(/\b(from|since|after) to\b/g, '$1')
  const words = asEnds.split(/(?:^| )(from|since|after|before|to)(?: |$)/)
  const clauses: Clause[] = words[0] ? [{ comparison: 'gte', text: words[0] }] : []
  for (let i = 1; i < words.length; i += 2) {
    const comparison = comparisons[words[i] ?? ''] ?? 'lte'
    const end = (words[i + 1] ?? '').trim()
    if (end !== '') clauses.push({ comparison, text: end })
    else if (words[i] !== 'to' || i + 2 < words.length || clauses.length === 0) return null
  }
  return new Set(clauses.map(({ comparison }) => comparison)).size === clauses.length ? clauses : null
}

const examples = 'Try “last 2 weeks”, “1 Jul – 30 Sep” or “yesterday 9:00 to 12:00”.'

function readClauses(text: string, at: Temporal.ZonedDateTime): PeriodReading {
  const clauses = clausesOf(text)
  if (!clauses || clauses.length === 0) return wrong(`This is not understood. ${examples}`)
  const ends: { comparison: Comparison; point: Point }[] = []
  for (const { comparison, text: end } of clauses) {
    const point = readPoint(end, at)
    if (point === null) return wrong(`“${end.slice(0, 40)}” is not understood. ${examples}`)
    if (point.kind === 'wrong') return wrong(point.reason)
    ends.push({ comparison, point })
  }
  const isSingle = ends.length === 1 && !/^(?:from|since|to|until|till|through|up|after|before)\b| to$/.test(text)
  return place(ends, isSingle, at)
}

function place(
  ends: readonly { comparison: Comparison; point: Point }[],
  isSingle: boolean,
  at: Temporal.ZonedDateTime,
): PeriodReading {
  const bounds: Partial<Record<Comparison, DateText>> = {}
  let before: Placed | null = null
  const upperYear = ends.map(({ point }) => (point.kind === 'days' ? point.days.last : null)).at(-1) ?? null
  for (const { comparison, point } of ends) {
    const placed = placePoint(point, { before, limit: before ? null : upperYear, at })
    if (placed === null) return wrong('There is no such day.')
    const side = comparison === 'gte' || comparison === 'gt' ? 'lower' : 'upper'
    bounds[comparison] = textOf(placed, comparison, side, at.timeZoneId)
    if (isSingle) {
      if (placed.days === null) return wrong('Say until when, for instance “yesterday 9:00 to 12:00”.')
      bounds.lte = placed.days.last.toString()
    }
    before = placed
  }
  if (Object.values(bounds).some((date) => parseDateText(date) === null)) return wrong(yearReason)
  return isReversed(bounds, at.timeZoneId) ? wrong('This ends before it begins.') : ofBounds(bounds)
}

/** An end with everything that was left out put in. */
interface Placed {
  readonly days: Stretch | null
  readonly day: Temporal.PlainDate | null
  readonly time: Time | null
  readonly at: number | null
}

interface Around {
  /** The end before it: this one comes after. */
  readonly before: Placed | null
  /** Of the end after it: this one comes before. */
  readonly limit: Temporal.PlainDate | null
  readonly at: Temporal.ZonedDateTime
}

function placePoint(point: Point, { before, limit, at }: Around): Placed | null {
  switch (point.kind) {
    case 'instant':
      return { days: null, day: null, time: null, at: point.at }
    case 'days':
      return { days: point.days, day: point.days.first, time: null, at: null }
    case 'time': {
      const day = point.day ?? before?.day ?? at.toPlainDate()
      const isNextDay = point.day === null && isEarlier(point.time, before?.time ?? null)
      return { days: null, day: isNextDay ? day.add({ days: 1 }) : day, time: point.time, at: null }
    }
    case 'yearless': {
      const days = inSomeYear(point.inYear, { before, limit, at })
      return days && { days: point.time ? null : days, day: days.first, time: point.time, at: null }
    }
  }
}

/** The first one after the end before it; the last one before the end after it; otherwise the latest that has begun. */
function inSomeYear(inYear: (year: number) => Stretch | null, { before, limit, at }: Around): Stretch | null {
  const start = before?.day ?? null
  const latest = limit ?? at.toPlainDate()
  // 29 February comes every fourth year, and not around 1900 and 2100.
  for (let i = 0; i <= 8; i += 1) {
    const days = inYear(start ? start.year + i : latest.year - i)
    const fits = days && (start ? isUpTo(start, days.last) : isUpTo(days.first, latest))
    if (fits) return days
  }
  return null
}

function isEarlier(time: Time, than: Time | null): boolean {
  return than !== null && Temporal.PlainTime.compare(time.wall, than.wall) < 0
}

function isUpTo(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) <= 0
}

function textOf({ days, day, time, at }: Placed, comparison: Comparison, side: Side, timeZone: string): DateText {
  if (at !== null) return formatInstant(at)
  if (days) return (comparison === 'gt' || comparison === 'lte' ? days.last : days.first).toString()
  if (day && time) return formatInstant(instantOf(day.toPlainDateTime(time.wall), time.offset ?? timeZone, side))
  throw new RangeError('An end without a day')
}

function isReversed({ gte, gt, lte, lt }: Bounds, timeZone: string): boolean {
  const first = gte ?? gt
  const last = lte ?? lt
  if (first === undefined || last === undefined) return false
  return secondsOf(first, 'lower', timeZone) > secondsOf(last, 'upper', timeZone)
}

/** Where a bound begins, or a whole day ends, in seconds. */
function secondsOf(text: DateText, side: Side, timeZone: string): number {
  if (text.includes('T')) return Math.floor(Temporal.Instant.from(text).epochMilliseconds / 1000)
  const day = Temporal.PlainDate.from(text).add({ days: side === 'upper' ? 1 : 0 })
  return Math.floor(day.toZonedDateTime(timeZone).epochMilliseconds / 1000)
}

function ofBounds(bounds: Bounds): PeriodReading {
  return { status: 'understood', range: null, bounds }
}

function wrong(reason: string): PeriodReading {
  return { status: 'not-understood', reason }
}
