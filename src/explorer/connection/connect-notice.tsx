import { useId } from 'react'
import { listName } from '#core/close/activity-types.ts'
import { describeFilters } from '#core/query/describe.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { ConnectButton } from './connect-button.tsx'

/** In place of rows, for a link to Close while nobody is connected: what it would ask. Nothing is sent. */
export function ConnectNotice() {
  const id = useId()
  const { query, setQuery, names, locale, timeZone } = useExplorer()
  const filters = describeFilters(query, names, { locale, timeZone })
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-surface p-4">
      <h2 id={id} className="text-[0.9375rem] font-semibold">
        Connect to see this
      </h2>
      <p className="mt-1 text-ink-muted">
        This link asks your Close organization for {lowerFirst(listName(query.resource))}
        {filters.length > 0 ? ' where:' : '.'}
      </p>
      {filters.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {filters.map((filter) => (
            <li key={filter.id}>{filter.text}</li>
          ))}
        </ul>
      )}
      <p className="mt-1 text-ink-muted">Nothing has been sent.</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ConnectButton look="primary" />
        <Button onClick={() => setQuery({ ...query, source: 'sandbox', open: null })}>Ask the sandbox instead</Button>
      </div>
    </section>
  )
}

/** "SMS" stays as it is. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
