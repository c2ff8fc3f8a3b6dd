import { useQueries } from '@tanstack/react-query'
import { fetchActivity } from '#client/activity-pages.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { type ComparedField, compare } from '#core/selection/compare.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { wholeValue } from '#explorer/inspector/fields.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Disclosure } from '#ui/disclosure.tsx'

/** Two to four activities side by side, by every field that Close gives. Equal fields are folded away. */
export function CompareDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} wide title="Compare activities">
      <Compared ids={ids} />
    </Dialog>
  )
}

function Compared({ ids }: { ids: readonly string[] }) {
  const { client, query, generation } = useExplorer()
  const results = useQueries({
    queries: ids.map((id) => ({
      queryKey: [query.source, 'activity', generation, id],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<WireActivity> => {
        if (!client) throw new Error('Not connected.')
        return fetchActivity(client, id, signal)
      },
      staleTime: 60_000,
    })),
  })
  const problem = results.find(({ error }) => error)?.error
  if (problem) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2">
        Not all of them could be loaded. {problem.message}
        <Button size="small" icon="retry" onClick={() => results.forEach((each) => each.error && void each.refetch())}>
          Try again
        </Button>
      </p>
    )
  }
  const activities = results.flatMap(({ data }): readonly WireActivity[] => (data ? [data] : []))
  if (activities.length < ids.length) return <p className="text-ink-muted">Loading…</p>
  const { different, equal } = compare(activities)
  return (
    <div className="flex flex-col gap-3">
      <Fields caption="Fields that differ" ids={ids} fields={different} />
      {equal.length > 0 && (
        <Disclosure label={`${equal.length} equal ${equal.length === 1 ? 'field' : 'fields'}`}>
          <Fields caption="Equal fields" ids={ids.slice(0, 1)} fields={equal} />
        </Disclosure>
      )}
    </div>
  )
}

function Fields({
  caption,
  ids,
  fields,
}: {
  caption: string
  ids: readonly string[]
  fields: readonly ComparedField[]
}) {
  const names = useNames()
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
      <table className="w-full min-w-lg table-fixed border-collapse text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Field</th>
            {ids.map((id) => (
              <th key={id} scope="col">
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, values }) => (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className="w-36 py-1 pe-2 text-start font-mono font-normal break-all text-ink-muted">
                {name}
                {name.startsWith('custom.') && (
                  <span className="block font-sans text-ink">{names.customField(name.slice('custom.'.length))}</span>
                )}
              </th>
              {ids.map((id, i) => (
                <td key={id} dir="auto" className="max-h-40 py-1 pe-2 break-words whitespace-pre-wrap">
                  {textOf(values[i])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Characters: more cannot be compared by eye. */
const longest = 1000

function textOf(value: unknown): string {
  if (value === undefined) return '–'
  const text = wholeValue(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
