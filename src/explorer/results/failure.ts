/** What to say when a request for activities failed, and what to offer. */
import { CloseError } from '#client/errors.ts'
import type { Source } from '#core/query/activity-query.ts'

export interface Failure {
  readonly title: string
  readonly text: string
  /** What was said of single parameters: name and words. */
  readonly fields: readonly (readonly [name: string, words: string])[]
  readonly offer: 'retry' | 'connect'
}

interface Circumstances {
  readonly source: Source
  readonly isOnline: boolean
  /** Rows that stay on screen. */
  readonly rowCount: number
  /** When they were asked for, as a time of day. */
  readonly since?: string | null
}

/** "Showing rows from 14:32." */
export function shownSince(since: string | null): string {
  return since === null ? 'What is loaded stays.' : `Showing rows from ${since}.`
}

export function failureOf(problem: Error, { source, isOnline, rowCount, since = null }: Circumstances): Failure {
  const stay = rowCount > 0 ? ' What is loaded stays.' : ''
  if (!(problem instanceof CloseError)) {
    return { title: 'Something went wrong in this page', text: `${problem.message}${stay}`, fields: [], offer: 'retry' }
  }
  const fields = Object.entries(problem.fields)
  if (problem.kind === 'unauthorized' && source === 'close') {
    return {
      title: 'This key no longer works',
      text: `Close did not accept it.${stay} Connect again to go on.`,
      fields,
      offer: 'connect',
    }
  }
  if (problem.kind === 'unreachable' && !isOnline) {
    return {
      title: 'Offline',
      text: `${rowCount > 0 ? `${shownSince(since)} ` : ''}The rest is asked for when the connection is back.`,
      fields,
      offer: 'retry',
    }
  }
  // What is said of single parameters stands below, beside their names.
  const text =
    problem.kind === 'refused' && problem.words === null && fields.length > 0 ? 'Close said why:' : problem.message
  return { title: titles[problem.kind], text: text + stay, fields, offer: 'retry' }
}

const titles: { readonly [K in CloseError['kind']]: string } = {
  unreachable: 'No connection',
  timeout: 'No answer in time',
  'rate-limited': 'Too many requests',
  unauthorized: 'Key not accepted',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  refused: 'Refused',
  server: 'Close has a problem',
  'not-close': 'Not an answer from Close',
  misread: 'Unreadable answer',
}
