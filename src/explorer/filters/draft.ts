/** The form's draft: what can be typed without being applicable yet. Everything that is picked goes straight to the query. */
import * as z from 'zod/mini'
import { type ActivityQuery, maxLimit } from '#core/query/activity-query.ts'
import { parseDateText } from '#core/query/dates.ts'
import { firstEnd, lastEnd, withFirstDay, withLastDay } from './days.ts'
import { isRange, type Period, periodOf, periods } from './period.ts'

export interface Draft {
  period: Period
  /** `YYYY-MM-DD`, or empty. */
  from: string
  to: string
  /** Ids or names, separated by commas or spaces. */
  ids: string
  organizationId: string
  fields: string
  limit: string
}

export type TextName = Exclude<keyof Draft, 'period'>

/** What typing separates: commas, semicolons, spaces, lines. */
function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))]
}

export function toDraft(query: ActivityQuery, timeZone: string): Draft {
  const bounds = query.bounds[query.sort]
  return {
    period: periodOf(query),
    from: firstEnd(bounds, timeZone).day,
    to: lastEnd(bounds, timeZone).day,
    ids: query.ids.join(', '),
    organizationId: query.organizationId ?? '',
    fields: query.fields.join(', '),
    limit: query.limit === maxLimit ? '' : String(query.limit),
  }
}

/** The query with one field of the draft applied. The field must be valid. */
export function applyText(query: ActivityQuery, name: TextName, text: string): ActivityQuery {
  switch (name) {
    case 'from':
      return withBounds(query, withFirstDay(query.bounds[query.sort], text))
    case 'to':
      return withBounds(query, withLastDay(query.bounds[query.sort], text))
    case 'ids':
      return { ...query, ids: wordsOf(text) }
    case 'organizationId':
      return { ...query, organizationId: text.trim() || null }
    case 'fields':
      return { ...query, fields: wordsOf(text) }
    case 'limit':
      return { ...query, limit: text.trim() === '' ? maxLimit : Number(text) }
  }
}

/** The query with every given field applied whose text differs from what the query holds. All must be valid. */
export function applyTexts(
  query: ActivityQuery,
  names: readonly TextName[],
  draft: Draft,
  timeZone: string,
): ActivityQuery {
  const applied = toDraft(query, timeZone)
  return names
    .filter((name) => draft[name] !== applied[name])
    .reduce((next, name) => applyText(next, name, draft[name]), query)
}

/** The query within another period; "chosen" keeps the days that are there. */
export function applyPeriod(query: ActivityQuery, period: Period): ActivityQuery {
  if (isRange(period)) return { ...query, range: period, bounds: { date_created: {}, activity_at: {} } }
  if (period === 'any') return withBounds(query, {})
  return { ...query, range: null }
}

function withBounds(query: ActivityQuery, bounds: ActivityQuery['bounds']['date_created']): ActivityQuery {
  return { ...query, range: null, bounds: { ...query.bounds, [query.sort]: bounds } }
}

const onlyIds = (prefix: string) => (text: string) =>
  wordsOf(text).every((word) => new RegExp(`^${prefix}_\\w+$`).test(word))

// Typing the digits of a year passes through years long gone.
const day = z
  .string()
  .check(
    z.refine(
      (text) => text === '' || parseDateText(text) !== null,
      'Give a whole date, with a year from 1900 to 2199.',
    ),
  )

export const draftSchema = z
  .object({
    period: z.enum(periods.map(({ value }) => value)),
    from: day,
    to: day,
    ids: z.string().check(z.refine(onlyIds('acti'), 'Activity ids look like acti_…, separated by commas.')),
    organizationId: z
      .string()
      .check(
        z.refine((text) => onlyIds('orga')(text) && wordsOf(text).length <= 1, 'An organization id looks like orga_….'),
      ),
    fields: z
      .string()
      .check(
        z.refine(
          (text) => wordsOf(text).every((word) => /^[\w.]+$/.test(word)),
          'Field names have letters, digits, dots and _.',
        ),
      ),
    limit: z.string().check(
      z.refine((text) => /^\s*\d*\s*$/.test(text), 'Give a whole number.'),
      z.refine((text) => text.trim() === '' || inRange(Number(text)), `Give a number from 1 to ${maxLimit}.`),
    ),
  })
  .check(
    z.refine(({ from, to }) => from === '' || to === '' || from <= to, {
      error: 'To is earlier than From.',
      path: ['to'],
    }),
  )

function inRange(limit: number): boolean {
  return limit >= 1 && limit <= maxLimit
}
