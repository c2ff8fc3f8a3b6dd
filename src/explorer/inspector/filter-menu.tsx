import { useId, useState } from 'react'
import { type Only, onlyFilters } from '#core/query/only.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useChange } from '#explorer/filters/use-change.ts'
import { Button } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'

/** Filters made from this activity's values. What Close does not allow is greyed, with the reason. */
export function FilterMenu({ wire }: { wire: WireActivity }) {
  const { query, timeZone } = useExplorer()
  const change = useChange()
  const [isOpen, setIsOpen] = useState(false)

  function apply({ id }: Only) {
    setIsOpen(false)
    change((now) => {
      const outcome = onlyFilters(now, wire, timeZone).find((each) => each.id === id)?.outcome
      return outcome?.possible ? outcome.query : now
    })
  }

  return (
    <Popover
      title="Filter the list"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="small" icon="filter">
          Filter
        </Button>
      }
    >
      <ul className="flex flex-col gap-1">
        {onlyFilters(query, wire, timeZone).map((each) => (
          <li key={each.id}>
            <Choice only={each} onChoose={() => apply(each)} />
          </li>
        ))}
      </ul>
    </Popover>
  )
}

function Choice({ only: { label, outcome }, onChoose }: { only: Only; onChoose: () => void }) {
  const reasonId = useId()
  return (
    <>
      <Button
        look="quiet"
        className="w-full justify-start!"
        greyed={!outcome.possible}
        aria-describedby={outcome.possible ? undefined : reasonId}
        onClick={onChoose}
      >
        {label}
      </Button>
      {!outcome.possible && (
        <p id={reasonId} className="px-3 pb-1 text-xs text-ink-muted">
          {outcome.reason}
        </p>
      )}
    </>
  )
}
