import type { SortField } from '#core/query/activity-query.ts'
import { changeSort } from '#core/query/changes.ts'
import { availability } from '#core/query/rules.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Combobox } from '#ui/combobox.tsx'
import type { GreyedProps } from './greyed.tsx'
import { useChange } from './use-change.ts'

const labels: Record<SortField, string> = { date_created: 'Date created', activity_at: 'Activity time' }

/** The date that is sorted by, and that the period is about. */
export function SortByField({ greyed, describedBy }: GreyedProps) {
  const { query, parked } = useExplorer()
  const change = useChange()
  const activityTime = availability(query, 'activityTime')
  return (
    <Combobox
      label="Sort by"
      options={[
        { value: 'date_created', label: labels.date_created },
        {
          value: 'activity_at',
          label: labels.activity_at,
          unavailable: activityTime.available ? undefined : activityTime.reason,
        },
      ]}
      value={{ value: query.sort, label: labels[query.sort] }}
      onChange={(value) => change((now) => changeSort(now, value === 'activity_at' ? 'activity_at' : 'date_created'))}
      greyed={greyed}
      describedBy={describedBy}
      hint={
        parked.sort && (
          <>
            Kept, not applied: <s>{labels[parked.sort]}</s>
          </>
        )
      }
    />
  )
}
