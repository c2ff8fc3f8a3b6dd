import type { ActivityRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { linkTo } from '#explorer/share/link-to.ts'
import { Icon } from '#ui/icon.tsx'
import { AroundButton } from './around-button.tsx'
import { CopyButton } from '#explorer/copy-button.tsx'
import { closeAddress, notInClose } from './close-address.ts'
import { jsonText } from './fields.ts'
import { FilterMenu } from './filter-menu.tsx'

interface Props {
  id: string
  wire: WireActivity
  row: ActivityRow
}

/** What can be done with an activity. */
export function Actions({ id, wire, row }: Props) {
  const { query, timeZone, at, actions } = useExplorer()
  // These days, whenever it is opened, as the toolbar offers it first.
  const link = () => linkTo(query, { timeZone, now: at }, 'exact')
  const address = closeAddress(query.source, row)
  useActions([
    { id: 'copy-link', run: () => void copyLink() },
    {
      id: 'open-in-close',
      run: () => void window.open(address ?? '', '_blank', 'noopener,noreferrer'),
      unavailable: address === null ? notInClose : null,
    },
  ])

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(link())
      actions.say('Link copied.')
    } catch {
      actions.say('The browser did not allow copying.')
    }
  }

  return (
    <div className="flex flex-wrap gap-1.5">
      <AroundButton wire={wire} />
      <FilterMenu wire={wire} />
      <CopyButton label="Copy link" text={link} />
      <CopyButton label="Copy JSON" text={() => jsonText(wire)} />
      <CopyButton label="Copy ID" text={() => id} />
      {address !== null && <OpenInClose address={address} />}
    </div>
  )
}

function OpenInClose({ address }: { address: string }) {
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-6 items-center gap-1 rounded-md border border-line-strong bg-raised px-2 text-xs hover:bg-sunken pointer-coarse:min-h-11"
    >
      <Icon name="external" className="size-3.5" />
      Open in Close
    </a>
  )
}
