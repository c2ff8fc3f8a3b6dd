/** The form's draft: what can be typed without being applicable yet. Everything that is picked goes straight to the query. */
import { type ActivityQuery, maxLimit } from '#core/query/activity-query.ts'
import { firstEnd, lastEnd, withFirstDay, withLastDay } from './days.ts'
import { isRange, type Period, periodOf } from './period.ts'

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
export function wordsOf(text: string): string[] {
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
