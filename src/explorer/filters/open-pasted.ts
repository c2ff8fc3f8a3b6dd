/** A pasted text becomes the query. Loaded with the first paste: reading links and curl lines is not small. */
import type { Source } from '#core/query/activity-query.ts'
import { parsePaste } from '#core/query/paste.ts'
import { nothingParked } from '#explorer/parked.ts'
import type { SetQuery } from '#explorer/use-activity-query.ts'

export interface Opener {
  /** Where the page asks now. */
  readonly source: Source
  readonly setQuery: SetQuery
  readonly announce: (text: string) => void
}

/** Answers why not when it cannot. */
export function openPasted(text: string, { source, setQuery, announce }: Opener): string | undefined {
  // A link to Close says so itself; everything else is asked where the page asks now.
  const pasted = parsePaste(text, /[?&]source=close\b/.test(text) ? {} : { source })
  if (pasted.status === 'not-understood') return pasted.reason
  setQuery(pasted.query, { parked: nothingParked })
  const secrets = pasted.secrets.length > 0 ? ['The key in it was not used.'] : []
  announce(['The pasted link is now the query.', ...secrets, ...pasted.notes].join(' '))
  return undefined
}
