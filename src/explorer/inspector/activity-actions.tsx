import type { ActivityRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Icon } from '#ui/icon.tsx'
import { CopyTextButton } from './copy-button.tsx'
import { jsonText } from './fields.ts'

interface Props {
  activity: WireActivity
  row: ActivityRow
  isClose: boolean
}

export function ActivityActions({ activity, row, isClose }: Props) {
  const { query } = useExplorer()
  const link = `${location.origin}${location.pathname}?${serializeSearch({ ...query, open: row.id })}`
  return (
    <div className="flex flex-wrap gap-2">
      {row.id !== null && <CopyTextButton text={link} label="Copy link" />}
      <CopyTextButton text={jsonText(activity)} label="Copy as JSON" />
      {isClose && row.leadId !== null && <OpenInClose leadId={row.leadId} />}
    </div>
  )
}

/** Close has no address for a single activity; its lead's page is the nearest. */
function OpenInClose({ leadId }: { leadId: string }) {
  return (
    <a
      href={`https://app.close.com/lead/${encodeURIComponent(leadId)}/`}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-6 items-center gap-1 rounded-md border border-line-strong bg-raised px-2 text-xs hover:bg-sunken pointer-coarse:min-h-10"
    >
      <Icon name="external" className="size-3.5" />
      Open in Close
    </a>
  )
}
