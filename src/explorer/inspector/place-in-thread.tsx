import { threadPosition } from '#core/activity/details/email.ts'
import { messagesOf } from '#core/activity/details/thread.ts'
import { useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { useActivity } from './use-activity.ts'

/** Where an email stands in its conversation, and the ways to its neighbours. */
export function PlaceInThread({ thread, id }: { thread: string; id: string }) {
  const { setQuery } = useExplorer()
  const { data } = useActivity(thread)
  const position = data && threadPosition(messagesOf(data), id)
  const open = (wanted: string | null) => {
    if (wanted !== null) setQuery((now) => ({ ...now, open: wanted }), { replace: true })
  }
  const hindrance = (wanted: string | null | undefined) => (wanted ? null : 'There is no further message.')
  useActions([
    { id: 'next-message', run: () => open(position?.older ?? null), unavailable: hindrance(position?.older) },
    {
      id: 'previous-message',
      run: () => open(position?.newer ?? null),
      unavailable: hindrance(position?.newer),
    },
  ])
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-2 rounded-md bg-sunken py-1 ps-3 pe-1">
      <span className="text-ink-muted tabular-nums">
        {position ? `Message ${position.number} of ${position.count}` : 'In a conversation'}
      </span>
      <span className="flex gap-1">
        {position && (
          <>
            <Button look="quiet" size="small" greyed={hindrance(position.older)} onClick={() => open(position.older)}>
              Earlier
            </Button>
            <Button look="quiet" size="small" greyed={hindrance(position.newer)} onClick={() => open(position.newer)}>
              Later
            </Button>
          </>
        )}
        <Button
          look="quiet"
          size="small"
          icon="envelopes"
          onClick={() => setQuery((now) => ({ ...now, open: thread }))}
        >
          Conversation
        </Button>
      </span>
    </div>
  )
}
