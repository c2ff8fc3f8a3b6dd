import { type ColumnContext, columnsFor, headerOf, toColumns } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { CopyIcon } from './copy-button.tsx'

/** Shown elsewhere in the inspector, or told by another fact. */
const elsewhere = new Set(['time', 'type', 'summary', 'activity_at', 'date_created', 'lead_id', 'contact_id', 'user_id'])

/** What the columns say of one activity: the same words as in the table and in the file. */
export function Facts({ row, context }: { row: ActivityRow; context: ColumnContext }) {
  const columns = [...columnsFor('').filter(({ id }) => !elsewhere.has(id)), ...toColumns(Object.keys(row.custom ?? {}))]
  return (
    <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
      {columns.map((column) => {
        const text = column.text(row, context)
        if (text === '') return null
        const reference = column.value.kind === 'reference' ? column.value.to(row, context) : null
        return (
          <div key={column.id} className="contents">
            <dt className="text-ink-muted">{headerOf(column, context.names)}</dt>
            <dd dir="auto" className="min-w-0 break-words">
              {column.id === 'id' ? <Id id={text} name={headerOf(column, context.names)} /> : reference === text ? null : text}
              {reference !== null && <Id id={reference} name={`${headerOf(column, context.names)} ID`} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Id({ id, name }: { id: string; name: string }) {
  return (
    <span className="flex items-center gap-1 font-mono text-xs text-ink-faint" dir="ltr">
      <span className="truncate" title={id}>
        {id}
      </span>
      <CopyIcon label={`Copy ${name}`} text={() => id} />
    </span>
  )
}
