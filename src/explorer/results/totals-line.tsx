import { useMemo, useState } from 'react'
import { keepsOf, type Refinements, refinementsOf } from '#core/activity/refinements.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { RunningTotals, type Totals, totalsOf, totalsText } from '#core/activity/totals.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useMediaQuery } from '#explorer/use-media-query.ts'
import { useSelection } from '#explorer/selection/use-selection.ts'
import { PerPage } from './per-page.ts'
import { backTo } from './status-text.ts'
import type { Activities } from './use-activities.ts'

interface Props {
  activities: Activities
  /** Messages of threads are among the loaded rows. */
  isTree: boolean
}

/** What the loaded rows come to, or those that are selected, and of how many that is. */
export function TotalsLine({ activities, isTree }: Props) {
  const { query, locale, timeZone } = useExplorer()
  const { ledger, pages, end } = activities
  const { rows: selected } = useSelection()
  const isNarrow = useMediaQuery('(width < 640px)')
  const [isWhole, setIsWhole] = useState(false)
  const key = JSON.stringify(refinementsOf(query))
  // The query's lists are new objects with every change of anything.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const perPage = useMemo(() => totalsPerPage(query), [key])
  const running = useMemo(() => new RunningTotals(), [])
  const version = perPage.take(pages)
  const { pageCount } = ledger

  const loaded = useMemo(
    () => {
      const parts = perPage.of(ledger)
      const of = parts.reduce((sum, part) => sum + (part?.of ?? 0), 0)
      return { totals: running.of(parts.map((part) => part?.kept)), of }
    },
    // A ledger grows without becoming another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [perPage, running, ledger, pageCount, version],
  )
  const chosen = useMemo(() => (selected.size === 0 ? null : totalsOf([...selected.values()])), [selected])

  const number = (count: number) => count.toLocaleString(locale)
  const zone = query.timeZone ?? timeZone
  const reach = end === 'ended' ? ', the whole list' : backTo(ledger.reached, { locale, timeZone: zone })
  const rows = `${loaded.of === 1 ? 'loaded row' : 'loaded rows'}${isTree ? ' with the messages of threads' : ''}`
  const counted = chosen ?? loaded.totals
  const base = `${number(counted.rows)}${chosen ? ' selected' : ''} of ${number(loaded.of)} ${rows}${reach}`
  const sums = totalsText(counted, locale)
  // On a phone the rows need the room more.
  const isShort = isNarrow && !isWhole && sums !== ''
  return (
    <div className="flex min-h-7 shrink-0 items-start gap-3 border-t border-line bg-surface px-3 text-xs leading-5 text-ink-muted tabular-nums">
      <p role="note" aria-label="Totals" className="grow py-1 max-sm:leading-4">
        {isShort ? base : [base, sums].filter(Boolean).join(': ')}
      </p>
      {isNarrow && sums !== '' && (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
          className="min-h-6 shrink-0 text-accent underline"
        >
          {isWhole ? 'Less' : 'By type'}
        </button>
      )}
    </div>
  )
}

interface Part {
  readonly kept: Totals
  /** Rows of the page, kept or not. */
  readonly of: number
}

function totalsPerPage(refinements: Refinements): PerPage<Part> {
  const keeps = keepsOf(refinements)
  const only = (rows: readonly ActivityRow[]) => (keeps ? rows.filter(keeps) : rows)
  return new PerPage((rows) => ({ kept: totalsOf(only(rows)), of: rows.length }))
}
