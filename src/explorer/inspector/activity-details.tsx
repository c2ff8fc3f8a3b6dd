import { useMemo } from 'react'
import { columnOf, headerOf } from '#core/activity/columns.ts'
import { toRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Wanted } from '#explorer/names/name-store.ts'
import { useNames, useWantedNames } from '#explorer/names/use-names.ts'
import { TypeIcon } from '#explorer/results/type-mark.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Icon } from '#ui/icon.tsx'
import { CopyButton } from './copy-button.tsx'
import { FieldsTable } from './fields-table.tsx'
import { Moments } from './moments.tsx'
import { Reference } from './reference.tsx'

/** Everything about one activity. Whatever it says is shown as text. */
export function ActivityDetails({ id, wire }: { id: string; wire: WireActivity }) {
  const { query, timeZone: viewersZone, locale } = useExplorer()
  const timeZone = query.timeZone ?? viewersZone
  const names = useNames()
  const row = useMemo(() => toRow(wire), [wire])
  const wanted = useMemo<Wanted>(
    () => ({
      lead: row.leadId === null ? [] : [row.leadId],
      contact: row.contactId === null ? [] : [row.contactId],
      user: row.userId === null || row.userName !== null ? [] : [row.userId],
      activityType: row.customActivityTypeId === null ? [] : [row.customActivityTypeId],
      customField: Object.keys(row.custom ?? {}).map((field) => field.slice('custom.'.length)),
    }),
    [row],
  )
  useWantedNames('inspector', wanted)
  const context = { names, timeZone, locale, sort: query.sort }
  const json = useMemo(() => JSON.stringify(wire, null, 2), [wire])
  const text = (column: string) => columnOf(column)?.text(row, context) ?? ''

  return (
    <article className="flex flex-col gap-4 p-3">
      <div>
        <p className="flex items-center gap-2 font-medium">
          <TypeIcon type={row.type} />
          {text('type') || 'No type'}
          {row.direction !== null && <span className="font-normal text-ink-muted">{text('direction')}</span>}
        </p>
        {text('summary') !== '' && <p className="mt-1 whitespace-pre-wrap">{text('summary')}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        <CopyButton label="Copy link" text={() => window.location.href} />
        <CopyButton label="Copy JSON" text={() => json} />
        <CopyButton label="Copy ID" text={() => id} />
        {query.source === 'close' && row.leadId !== null && <OpenInClose leadId={row.leadId} />}
      </div>
      <Moments wire={wire} timeZone={timeZone} locale={locale} />
      <dl className="flex flex-col gap-2">
        <Reference label="Lead" id={row.leadId} name={row.leadId === null ? undefined : names.lead(row.leadId)} />
        <Reference label="Contact" id={row.contactId} name={row.contactId === null ? undefined : names.contact(row.contactId)} />
        <Reference
          label="User"
          id={row.userId}
          name={(row.userId === null ? undefined : names.user(row.userId)) ?? row.userName ?? undefined}
        />
      </dl>
      <section>
        <h3 className="mb-1 font-medium">Fields</h3>
        <FieldsTable wire={wire} headerOf={(field) => customHeader(field, names)} />
      </section>
      <Disclosure label="JSON">
        <pre className="overflow-x-auto rounded-md border border-line bg-sunken p-2 font-mono text-xs whitespace-pre-wrap">
          {json}
        </pre>
      </Disclosure>
    </article>
  )
}

function customHeader(field: string, names: ReturnType<typeof useNames>): string {
  const column = field.startsWith('custom.') ? columnOf(field) : undefined
  return column ? headerOf(column, names) : field
}

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
