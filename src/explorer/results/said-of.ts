import type { Names } from '#core/activity/names.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Wording } from '#core/query/describe.ts'

/** What changed from one query to the next, to be said aloud. Its words are loaded with the first change; nothing where they cannot be. */
export async function saidOf(
  before: ActivityQuery,
  now: ActivityQuery,
  names: Names,
  wording: Wording,
): Promise<string> {
  try {
    const [{ describeFilters }, { describeRefinements }, { changeText }] = await Promise.all([
      import('#core/query/describe.ts'),
      import('#core/query/describe-refinements.ts'),
      import('./change-text.ts'),
    ])
    const asked = (query: ActivityQuery) => ({
      query,
      filters: describeFilters(query, names, wording).map(({ text }) => text),
      refinements: describeRefinements(query, names).map(({ text }) => text),
    })
    return changeText(asked(before), asked(now))
  } catch {
    return ''
  }
}
