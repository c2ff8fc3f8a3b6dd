import { useId } from 'react'
import { stateText } from '#core/activity/details/email.ts'
import { shortName } from '#core/activity/details/person.ts'
import type { ThreadMessage } from '#core/activity/details/thread.ts'
import { instantText } from '#core/activity/format.ts'
import { itemsOf } from '#core/activity/read.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icon.tsx'
import { Attachments } from './attachments.tsx'
import { EmailBody } from './email-body.tsx'
import { useActivity } from './use-activity.ts'
import { useWording } from './use-wording.ts'

interface MessageProps {
  readonly message: ThreadMessage
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** One message of a conversation: a line, and its text when it is open. */
export function Message({ message, isOpen, onOpenChange }: MessageProps) {
  const contentId = useId()
  const { locale, timeZone } = useWording()
  const { from, at, preview, hasAttachments, direction } = message
  const state = stateText(message.status)
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => onOpenChange(!isOpen)}
        className="grid w-full cursor-default grid-cols-[1rem_minmax(0,1fr)_auto] items-baseline gap-x-2 px-2.5 py-2 text-start hover:bg-sunken pointer-coarse:min-h-11"
      >
        <Icon name="chevron-right" className={cx('size-3.5 self-center text-ink-faint', isOpen && 'rotate-90')} />
        <span className={cx('truncate', direction === 'incoming' ? 'font-medium text-accent' : 'font-medium')}>
          <bdi>{from === null ? 'Unknown sender' : shortName(from)}</bdi>
          {state !== null && <span className="ms-1.5 text-xs font-normal text-warn">{state}</span>}
        </span>
        <span className="flex items-center gap-1.5 text-xs text-ink-muted tabular-nums">
          {hasAttachments && (
            <>
              <Icon name="page" className="size-3" />
              <span className="sr-only">with attachments</span>
            </>
          )}
          {at !== null && instantText(at, locale, timeZone)}
        </span>
        {!isOpen && preview !== null && (
          <span dir="auto" className="col-span-2 col-start-2 truncate text-xs leading-5 text-ink-muted">
            {preview}
          </span>
        )}
      </button>
      <div id={contentId} hidden={!isOpen} className="px-2.5 pt-1 pb-3 ps-8">
        {isOpen && <Text message={message} />}
      </div>
    </li>
  )
}

/** Threads carry no bodies: the message is asked for by itself when it is opened. */
function Text({ message: { id, wire, preview } }: { message: ThreadMessage }) {
  const { setQuery } = useExplorer()
  const { data, error, isFetching, refetch } = useActivity(id)
  if (error && !isFetching) {
    return (
      <p className="flex flex-wrap items-center gap-2 text-danger">
        {error.message}
        <Button size="small" icon="retry" onClick={() => void refetch()}>
          Try again
        </Button>
      </p>
    )
  }
  if (!data) return <p className="text-ink-muted">{preview ?? 'Loading…'}</p>
  const recipients = [...itemsOf(wire, 'to'), ...itemsOf(wire, 'cc')].filter((item) => typeof item === 'string')
  return (
    <div className="flex flex-col gap-3">
      {recipients.length > 0 && (
        <p className="text-xs break-words text-ink-muted">
          To <bdi>{recipients.join(', ')}</bdi>
        </p>
      )}
      <EmailBody wire={data} />
      <Attachments wire={data} />
      {id !== null && (
        <Button className="self-start" size="small" onClick={() => setQuery((now) => ({ ...now, open: id }))}>
          Show this message
        </Button>
      )}
    </div>
  )
}
