import type { SortField } from '#core/query/activity-query.ts'
import { otherField } from '#core/query/changes.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { TextField } from '#ui/text-field.tsx'
import { GreyedReasons, useGreyings } from './greyed.tsx'

const labels: Record<SortField, string> = { date_created: 'Date created', activity_at: 'Activity time' }

/** Dates of a link on the field that is not sorted by: shown as they are, and how to get out of it. */
export function OtherDates() {
  const { query } = useExplorer()
  const field = otherField(query.sort)
  const { gte, gt, lte, lt } = query.bounds[field]
  const greyings = useGreyings(field === 'activity_at' ? 'activityAtBounds' : 'dateCreatedBounds')
  if (Object.keys(query.bounds[field]).length === 0) return null
  const props = { greyed: true, describedBy: `${greyings.id}-0` }
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="sr-only">{labels[field]}</legend>
      <div className="grid grid-cols-2 gap-2">
        <TextField label={`${labels[field]} from`} value={gte ?? (gt ? `after ${gt}` : '')} readOnly {...props} />
        <TextField label={`${labels[field]} to`} value={lte ?? (lt ? `before ${lt}` : '')} readOnly {...props} />
      </div>
      <GreyedReasons {...greyings} />
    </fieldset>
  )
}
