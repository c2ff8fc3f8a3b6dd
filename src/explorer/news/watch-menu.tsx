import { useId, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'
import type { NewsView } from './use-news.ts'
import { stateOf, WatchTrigger } from './watch-button.tsx'

/** The switch, with the reason in words. Opens at once, because it is loaded by the wish to see it. */
export function WatchMenu({ view }: { view: NewsView }) {
  const [open, setOpen] = useState(true)
  const id = useId()
  const { isOn, never, switchOn } = view
  return (
    <Popover
      title="New activities"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<WatchTrigger view={view} />}
    >
      <Button
        icon={isOn && never === null ? 'eye' : 'eye-shut'}
        className="self-start"
        role="switch"
        aria-checked={isOn && never === null}
        aria-describedby={id}
        greyed={never !== null}
        onClick={() => switchOn(!isOn)}
      >
        Watch for new activities
      </Button>
      <p id={id}>{stateOf(view)}</p>
      {never === null && (
        <p className="text-ink-muted">
          Looked at is what lies above the newest activity. What is dated farther down comes with Refresh.
        </p>
      )}
    </Popover>
  )
}
