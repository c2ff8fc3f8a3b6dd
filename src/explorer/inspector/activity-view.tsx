import { useMemo } from 'react'
import { toRow } from '#core/activity/row.ts'
import { activityTypes } from '#core/close/activity-types.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames, useWantedNames } from '#explorer/names/use-names.ts'
import { TypeIcon } from '#explorer/results/type-mark.tsx'
import { ActivityActions } from './activity-actions.tsx'
import { Facts } from './facts.tsx'
import { FieldTable } from './field-table.tsx'
import { RawJson } from './raw-json.tsx'
import { Times } from './times.tsx'
import { wantedBy } from './wanted.ts'

/** An activity of any type. Everything Close sent is shown as text. */
export function ActivityView({ activity }: { activity: WireActivity }) {
  const { query } = useExplorer()
  const names = useNames()
  const row = useMemo(() => toRow(activity), [activity])
  useWantedNames('inspector', useMemo(() => wantedBy(row), [row]))
  const type = activityTypes.find((known) => known.type === row.type)?.one ?? (row.type || 'Activity')
  return (
    <div className="flex flex-col gap-5 p-4">
      <div className="flex flex-col gap-2">
        <p className="flex items-center gap-2 text-ink-muted">
          <TypeIcon type={row.type} />
          {type}
        </p>
        {row.summary && (
          <p dir="auto" className="text-[0.9375rem] leading-6">
            {row.summary}
          </p>
        )}
        <ActivityActions activity={activity} row={row} isClose={query.source === 'close'} />
      </div>
      <Facts row={row} names={names} />
      <Times row={row} />
      <FieldTable activity={activity} />
      <RawJson activity={activity} />
    </div>
  )
}
