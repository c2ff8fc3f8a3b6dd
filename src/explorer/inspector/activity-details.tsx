import { useCallback, useMemo, useState } from 'react'
import { columnOf } from '#core/activity/columns.ts'
import { toRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames, useWantedNames } from '#explorer/names/use-names.ts'
import { TypeIcon } from '#explorer/results/type-mark.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Icon } from '#ui/icon.tsx'
import { CopyButton } from './copy-button.tsx'
import { Facts } from './facts.tsx'
import { FieldsTable } from './fields-table.tsx'
import { jsonText } from './fields.ts'
import { Times } from './times.tsx'
import { wantedBy } from './wanted-by.ts'

/** Everything about one activity. Whatever it says is shown as text. */
export function ActivityDetails({ wire }: { wire: WireActivity }) {
  const { query, timeZone: viewersZone, locale } = useExplorer()
  const timeZone = query.timeZone ?? viewersZone
  const names = useNames()
  const row = useMemo(() => toRow(wire), [wire])
  useWantedNames('inspector', useCallback(() => wantedBy(row), [row]))
  const [openedAt] = useState(() => Date.now())
  const context = { names, timeZone, locale, sort: query.sort }

  return (
    <article className="flex flex-col gap-4 p-3">
      <div className="flex flex-col gap-2">
        <p className="flex items-center gap-2 font-medium">
          <TypeIcon type={row.type} />
          {columnOf('type')?.text(row, context) || 'No type'}
        </p>
        {row.summary !== '' && (
          <p dir="auto" className="text-[0.9375rem] leading-6">
            {row.summary}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <CopyButton label="Copy link" text={() => window.location.href} />
          <CopyButton label="Copy JSON" text={() => jsonText(wire)} />
          {query.source === 'close' && row.leadId !== null && <OpenInClose leadId={row.leadId} />}
        </div>
      </div>
      <Facts row={row} context={context} />
      <Times wire={wire} timeZone={timeZone} locale={locale} now={openedAt} />
      <FieldsTable wire={wire} />
      <Disclosure label="Raw JSON">
        <pre className="rounded-md border border-line bg-sunken p-2 font-mono text-xs break-words whitespace-pre-wrap" dir="ltr">
          {jsonText(wire)}
        </pre>
      </Disclosure>
    </article>
  )
}

/** Close has no address for one activity; its lead's page is the nearest. */
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
