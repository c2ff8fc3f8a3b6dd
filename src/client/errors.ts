/** What can go wrong between this program and Close, one kind each, in words a person can act on. */

export type CloseErrorKind =
  /** No answer: offline, name not found, connection lost or cut. */
  | 'unreachable'
  | 'timeout'
  | 'rate-limited'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  /** Close will not answer this request as it stands. */
  | 'refused'
  | 'server'
  /** Somebody else answered: a sign-in page, a proxy. */
  | 'not-close'
  /** Close answered, but not in the shape this program knows. */
  | 'misread'

export interface CloseErrorDetails {
  readonly status?: number
  /** What Close said, as plain text. */
  readonly words?: string
  /** What Close said of single parameters, by parameter name. */
  readonly fields?: Readonly<Record<string, string>>
  /** In place of the kind's own message. */
  readonly message?: string
  readonly cause?: unknown
}

/** Every rejection of the client but an abort, which rejects with the signal's reason. Never holds a secret. */
export class CloseError extends Error {
  override readonly name = 'CloseError'
  readonly kind: CloseErrorKind
  readonly status?: number
  readonly words: string | null
  readonly fields: Readonly<Record<string, string>>

  constructor(kind: CloseErrorKind, details: CloseErrorDetails = {}) {
    const { cause, status, words, fields = {} } = details
    super(details.message ?? messageOf(kind, details), cause === undefined ? undefined : { cause })
    this.kind = kind
    if (status !== undefined) this.status = status
    this.words = words ?? null
    this.fields = fields
  }
}

function messageOf(kind: CloseErrorKind, { status, words, fields }: CloseErrorDetails): string {
  const said = words ?? Object.values(fields ?? {}).join(' ')
  const code = status === undefined ? '' : ` (${status})`
  switch (kind) {
    case 'unreachable':
      return 'Close could not be reached. Check the connection, then try again.'
    case 'timeout':
      return 'Close did not answer in time. Try again; a shorter period is answered faster.'
    case 'rate-limited':
      return 'Close keeps asking to slow down. Wait a minute, then try again.'
    case 'unauthorized':
      return 'Close did not accept the key or token. Connect again with one that is valid.'
    case 'forbidden':
      return withWords('The connected user may not see this.', said)
    case 'not-found':
      return withWords('Close does not have this. It may have been deleted.', said)
    case 'refused':
      return said === '' ? `Close refused the request${code}.` : `Close refused the request: ${said}`
    case 'server':
      return withWords(`Close had a problem answering${code}. Try again in a moment.`, said)
    case 'not-close':
      return 'The answer did not come from the Close API. A sign-in page or a proxy may be in between.'
    case 'misread':
      return 'The answer from Close could not be read.'
  }
}

function withWords(message: string, said: string): string {
  return said === '' ? message : `${message} The answer says: ${said}`
}
