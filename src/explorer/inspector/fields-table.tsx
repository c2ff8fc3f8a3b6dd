import type { WireActivity } from '#core/close/wire.ts'

interface Props {
  wire: WireActivity
  headerOf: (field: string) => string
}

/** Longer texts are cut here; the JSON below has them whole. */
const longest = 2000

/** Every field as it was sent. */
export function FieldsTable({ wire, headerOf }: Props) {
  return (
    <table className="w-full table-fixed border-collapse text-start">
      <thead className="sr-only">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(wire).map(([field, value]) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" title={field} className="w-2/5 py-1 pe-2 text-start text-xs font-normal break-words text-ink-muted">
              {headerOf(field)}
            </th>
            <td className="py-1 whitespace-pre-wrap">{valueText(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '–'
  const text = typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
