import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { FilterNames, Wording } from '#core/query/describe.ts'

/** What changed from one query to the next, to be said aloud. Its words are loaded with the first change; nothing where they cannot be. */
export async function saidOf(
  before: ActivityQuery,
  now: ActivityQuery,
  names: FilterNames,
  wording: Wording,
): Promise<string> {
  try {
    const [{ describeFilters }, { changeText }] = await Promise.all([
      import('#core/query/describe.ts'),
      import('./change-text.ts'),
    ])
    const asked = (query: ActivityQuery) => ({
      query,
      filters: describeFilters(query, names, wording).map((filter) => filter.text),
    })
    return changeText(asked(before), asked(now))
  } catch {
    return ''
  }
}
