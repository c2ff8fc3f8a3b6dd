import { useMemo } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Combobox } from '#ui/combobox.tsx'
import { useChange } from './use-change.ts'

const viewers = ''

/** Whose days the period means, and in which zone times are shown. */
export function TimeZoneField() {
  const { query, timeZone } = useExplorer()
  const change = useChange()
  const options = useMemo(
    () => [
      { value: viewers, label: `Yours (${timeZone})` },
      ...['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map(named),
    ],
    [timeZone],
  )
  const chosen = query.timeZone === null ? { value: viewers, label: `Yours (${timeZone})` } : named(query.timeZone)
  return (
    <Combobox
      label="Time zone"
      options={options}
      value={chosen}
      onChange={(zone) => change((now) => ({ ...now, timeZone: zone === viewers ? null : zone }))}
      empty="No such time zone."
    />
  )
}

function named(zone: string) {
  return { value: zone, label: zone.replaceAll('_', ' '), keywords: zone }
}
