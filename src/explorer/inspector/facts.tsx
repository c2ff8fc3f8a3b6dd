import { type ColumnContext, columnsFor, headerOf, toColumns } from '#core/activity/columns.ts'
import type { Names } from '#core/activity/names.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { CopyButton } from './copy-button.tsx'

/** Shown elsewhere in the inspector, or told by another fact. */
const elsewhere = new Set(['time', 'type', 'summary', 'activity_at', 'date_created', 'lead_id', 'contact_id', 'user_id'])

/** What the catalogue's columns say of one activity: the same words as in the table and in the file. */
export function Facts({ row, names }: { row: ActivityRow; names: Names }) {
  const { query, timeZone, locale } = useExplorer()
  const context: ColumnContext = { names, timeZone: query.timeZone ?? timeZone, locale, sort: query.sort }
  const custom = toColumns(Object.keys(row.custom ?? {}))
  const facts = [...columnsFor('').filter(({ id }) => !elsewhere.has(id)), ...custom].flatMap((column) => {
    const text = column.text(row, context)
    const id = column.value.kind === 'reference' ? column.value.to(row, context) : null
    return text === '' ? [] : [{ id: column.id, header: headerOf(column, names), text, reference: id }]
  })
  return (
    <dl className="grid grid-cols-[7.5rem_1fr] gap-x-3 gap-y-1.5">
      {facts.map(({ id, header, text, reference }) => (
        <div key={id} className="contents">
          <dt className="text-ink-muted">{header}</dt>
          <dd dir="auto" className="min-w-0 break-words">
            {text}
            {reference !== null && <Reference id={reference} name={text} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Reference({ id, name }: { id: string; name: string }) {
  return (
    <span className="flex items-center gap-1 font-mono text-xs text-ink-faint" dir="ltr">
      {name !== id && <span className="min-w-0 break-all">{id}</span>}
      <CopyButton text={id} label={`Copy ${id}`} />
    </span>
  )
}
