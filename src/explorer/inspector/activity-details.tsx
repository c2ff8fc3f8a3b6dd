import { useMemo } from 'react'
import { columnOf } from '#core/activity/columns.ts'
import { headlineOf } from '#core/activity/details/headline.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { toRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { TypeIcon } from '#explorer/results/type-mark.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Actions } from './actions.tsx'
import { FieldsTable } from './fields-table.tsx'
import { shownJson } from './fields.ts'
import { Moment } from './moment.tsx'
import { Times } from './times.tsx'
import { useWording } from './use-wording.ts'
import { TypeView } from './views/type-view.tsx'
import { Who } from './who.tsx'

/** Everything about one activity. Whatever it says is shown as text. */
export function ActivityDetails({ id, wire }: { id: string; wire: WireActivity }) {
  const { query } = useExplorer()
  const wording = useWording()
  const row = useMemo(() => toRow(wire), [wire])
  const headline = headlineOf(wire)
  const context = { names: idOnlyNames, ...wording, sort: query.sort }
  const text = (column: string) => columnOf(column)?.text(row, context) ?? ''
  const at = row.activityAt ?? row.dateCreated

  return (
    <article className="flex flex-col gap-5 p-4">
      <div className="flex flex-col gap-3">
        <div className="flex flex-col gap-1">
          <p className="flex items-center gap-1.5 text-ink-muted">
            <TypeIcon type={row.type} />
            <span className="font-medium text-ink">{text('type') || 'No type'}</span>
            {row.direction !== null && <span>· {text('direction')}</span>}
          </p>
          {headline !== null && (
            <p dir="auto" className="text-[1.0625rem] leading-6 font-semibold break-words">
              {headline}
            </p>
          )}
          {at !== null && (
            <p className="text-ink-muted">
              <Moment at={at} />
            </p>
          )}
        </div>
        <Actions id={id} wire={wire} row={row} />
      </div>
      <Who wire={wire} />
      <TypeView type={row.type} wire={wire} id={id} />
      <Times wire={wire} />
      <FieldsTable wire={wire} />
      <Disclosure label="Raw JSON">
        <pre
          className="rounded-md border border-line bg-sunken p-2 font-mono text-xs break-words whitespace-pre-wrap"
          dir="ltr"
        >
          {shownJson(wire)}
        </pre>
      </Disclosure>
    </article>
  )
}
