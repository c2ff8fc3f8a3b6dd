import type { ColumnContext } from '#core/activity/columns.ts'
import { numberText } from '#core/activity/format.ts'
import { shortParticipants } from '#core/activity/people.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { Icon } from '#ui/icon.tsx'

interface Props {
  row: ActivityRow
  context: ColumnContext
  /** "2 of 7 match", once that is known. */
  matching: string | null
  /** No other column tells how many messages there are. */
  showsCount: boolean
}

/** A conversation in one line: about what, who, how many messages, and whether something is attached. */
export function ConversationSummary({ row, context, matching, showsCount }: Props) {
  const people = row.participants ? shortParticipants(row.participants) : ''
  return (
    <span className="flex items-center gap-2">
      <span className="cell min-w-0 grow">
        <bdi>{row.subject ?? '(no subject)'}</bdi>
        {people !== '' && (
          <span className="text-ink-muted">
            {' · '}
            <bdi>{people}</bdi>
          </span>
        )}
      </span>
      <AttachmentMark row={row} />
      {showsCount && <MessageCount row={row} context={context} matching={matching} />}
    </span>
  )
}

/** "7", and to those who listen "7 messages". */
export function MessageCount({ row: { messageCount }, context, matching }: Omit<Props, 'showsCount'>) {
  if (matching !== null) return <span className="shrink-0 text-xs text-ink-muted tabular-nums">{matching}</span>
  if (messageCount === null) return null
  return (
    <span className="shrink-0 text-xs text-ink-muted tabular-nums">
      {numberText(messageCount, context.locale)}
      <span className="sr-only"> {messageCount === 1 ? 'message' : 'messages'}</span>
    </span>
  )
}

export function AttachmentMark({ row }: { row: ActivityRow }) {
  if (!row.hasAttachments) return null
  return (
    <span className="shrink-0 text-ink-muted" title="Has attachments">
      <Icon name="clip" className="size-3.5" />
      <span className="sr-only">Has attachments</span>
    </span>
  )
}

/** One message of a conversation. */
export function MessageSummary({ row, isMatch }: { row: ActivityRow; isMatch: boolean }) {
  return (
    <span className="flex items-center gap-2">
      <span className="cell min-w-0 grow">{row.summary}</span>
      <AttachmentMark row={row} />
      {!isMatch && <span className="shrink-0 text-xs">does not match</span>}
    </span>
  )
}
