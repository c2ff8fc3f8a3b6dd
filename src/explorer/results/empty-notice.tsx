import { describeFilters } from '#core/query/describe.ts'
import { listName } from '#core/close/activity-types.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useChange } from '#explorer/filters/use-change.ts'
import { Button } from '#ui/button.tsx'

/** Nothing matches: what was asked, and each filter to be dropped. */
export function EmptyNotice() {
  const { query, names, locale, timeZone } = useExplorer()
  const change = useChange()
  const filters = describeFilters(query, names, { locale, timeZone })
  const what = query.resource === '' ? 'activities' : listName(query.resource)
  if (filters.length === 0) {
    return (
      <section className="p-6 text-center">
        <h2 className="text-[0.9375rem] font-semibold">No {what} yet</h2>
        <p className="mt-1 text-ink-muted">Nothing is filtered: this list is empty.</p>
      </section>
    )
  }
  return (
    <section className="mx-auto flex max-w-xl flex-col items-center gap-3 p-6 text-center">
      <div>
        <h2 className="text-[0.9375rem] font-semibold">Nothing matches</h2>
        <p className="mt-1 text-ink-muted">There are no {what} where all of this holds. Drop a filter to see more:</p>
      </div>
      <ul className="flex flex-wrap justify-center gap-2">
        {filters.map(({ id, text, removed }) => (
          <li key={id}>
            <Button look="fix" size="small" icon="cross" className="max-w-full" onClick={() => change(() => removed)}>
              <span className="sr-only">Drop </span>
              {text}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
