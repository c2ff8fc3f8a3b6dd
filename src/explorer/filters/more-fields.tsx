import { maxLimit } from '#core/query/activity-query.ts'
import { TextField } from '#ui/text-field.tsx'
import { TimeZoneField } from './time-zone-field.tsx'
import type { DraftField } from './use-draft.tsx'

/** What is rarely needed. */
export function MoreFields({ field }: { field: DraftField }) {
  return (
    <div className="flex flex-col gap-3">
      <TextField label="Activity IDs" placeholder="acti_…, acti_…" {...field('ids')} />
      <TextField label="Organization ID" placeholder="orga_…" {...field('organizationId')} />
      <TextField label="Fields" placeholder="What the columns need" {...field('fields')} />
      <TextField label="Page size" inputMode="numeric" placeholder={String(maxLimit)} {...field('limit')} />
      <TimeZoneField />
    </div>
  )
}
