import { useExplorer } from '#explorer/explorer-context.ts'
import { isNothingParked, nothingParked } from '#explorer/parked.ts'
import { Button } from '#ui/button.tsx'
import { focusLeads } from './choose-lead.ts'

/** Drops the filters that wait for a lead. */
export function ForgetParked() {
  const { query, parked, setQuery, announce } = useExplorer()
  if (isNothingParked(parked)) return null
  return (
    <Button
      size="small"
      className="self-start"
      onClick={() => {
        setQuery(query, { parked: nothingParked })
        announce('The kept filters are forgotten.')
        // The button goes; the focus stays near.
        focusLeads()
      }}
    >
      Forget the kept filters
    </Button>
  )
}
