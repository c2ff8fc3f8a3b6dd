import type { EmailThreads } from '#core/query/activity-query.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { RadioGroup } from '#ui/radio-group.tsx'
import { GreyedReasons, useGreyings } from './greyed.tsx'
import { useChange } from './use-change.ts'

const options: readonly { value: EmailThreads; label: string }[] = [
  { value: 'messages', label: 'Messages' },
  { value: 'both', label: 'Threads and messages' },
  { value: 'only', label: 'Threads only' },
]

/** Whether emails come one by one, as conversations, or both. */
export function ThreadsField() {
  const { query } = useExplorer()
  const change = useChange()
  const greyings = useGreyings('emailThreads')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <RadioGroup
        label="Email threads"
        options={options}
        value={query.emailThreads}
        onChange={(emailThreads) => change((now) => ({ ...now, emailThreads }))}
        {...greyings.propsFor('emailThreads')}
      />
      <GreyedReasons {...greyings} />
    </div>
  )
}
