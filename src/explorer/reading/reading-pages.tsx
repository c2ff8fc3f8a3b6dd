import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Column, type ColumnContext, columnOf } from '#core/activity/columns.ts'
import { dayOf } from '#core/activity/day.ts'
import { numberText } from '#core/activity/format.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { FindStore } from '#explorer/find/find-store.ts'
import { useHighlights } from '#explorer/find/use-highlights.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { cardColumnIds, type Layout } from '#explorer/results/layout.ts'
import { namesIn } from '#explorer/results/names-in.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import type { ConversationsView } from '#explorer/results/use-conversations.ts'
import { focusSoon } from '#explorer/focus-soon.ts'
import { DayList } from './day-list.tsx'
import { DayTable } from './day-table.tsx'
import { whyNoNextPage } from './no-next-page.ts'
import { daysOf, pageLength } from './page-of-lines.ts'
import { PageTurner } from './page-turner.tsx'
import { ReadingActions } from './reading-actions.tsx'
import { useReadingPage } from './use-reading-page.ts'

interface Props {
  activities: Activities
  conversations: ConversationsView
  columns: readonly Column[]
  timeZone: string
  layout: Layout
  onOpen: (row: ActivityRow) => void
  find: FindStore
  /** Below the last row, or in place of rows. */
  footer: ReactNode
}

const cardColumns = cardColumnIds.flatMap((id) => columnOf(id) ?? [])

/** The list as a document: a heading for each day, a table below it, two hundred rows a page, and every row is there. */
export function ReadingPages({ activities, conversations, columns, timeZone, layout, onOpen, find, footer }: Props) {
  const { query, locale, nameStore, announce } = useExplorer()
  const names = useNames()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { status, end, rowCount, isFetching, problem } = activities
  const { outline, contentOf, toggle, retry, refined } = conversations
  const { page, pages, span, isWhole, turnTo } = useReadingPage({ activities, conversations, find, scroller })
  const shown = layout === 'cards' ? cardColumns : columns
  const context = useMemo<ColumnContext>(
    () => ({ names, timeZone, locale, sort: query.sort }),
    [names, timeZone, locale, query.sort],
  )
  const rowAt = useCallback((index: number) => contentOf(outline.lineAt(index)).row, [contentOf, outline])
  const days = useMemo(
    () =>
      daysOf(span, outline, rowAt, (row) =>
        dayOf(query.sort === 'activity_at' ? row.activityAt : row.dateCreated, timeZone),
      ),
    // Its ends, not the object.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [span.first, span.until, outline, rowAt, query.sort, timeZone],
  )

  useEffect(() => {
    nameStore.want('rows', () =>
      namesIn(
        days.flatMap(({ lines }) => lines.map((index) => contentOf(outline.lineAt(index)).row)),
        shown,
      ),
    )
  }, [nameStore, days, contentOf, outline, shown])

  const found = useSyncExternalStore(find.subscribe, find.found)
  const body = useRef<HTMLDivElement>(null)
  useHighlights(body, found)

  const heading = pageText(page, locale)
  const range = rangeText({ page, topCount: outline.topCount, isWhole: end === 'ended' }, locale)

  // Said once the page that was turned to is there as a whole.
  const turned = useRef(false)
  useEffect(() => {
    if (!turned.current || !isWhole) return
    turned.current = false
    announce(`${heading}: ${range}.`)
  }, [announce, isWhole, heading, range])

  function turn(to: number) {
    turned.current = true
    turnTo(to)
    scroller?.scrollTo({ top: 0 })
    focusSoon(() => document.querySelector<HTMLElement>('[data-reading] h2'))
  }

  function stepTo(by: 1 | -1) {
    const rows = [...(scroller?.querySelectorAll<HTMLElement>('[data-activity-id]') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus()
  }
  const stepsElsewhere = query.open === null ? null : 'The open activity is not among the loaded rows.'
  useActions([
    { id: 'next', run: () => stepTo(1), unavailable: stepsElsewhere },
    { id: 'previous', run: () => stepTo(-1), unavailable: stepsElsewhere },
  ])

  const hasNext = page + 1 < pages || (end === 'open' && isWhole)
  const turner = {
    page,
    whyNoNext: hasNext ? null : whyNoNextPage({ end, isFetching, problem, isRefined: refined !== null }),
    range,
    onTurn: turn,
  }
  const Days = layout === 'cards' ? DayList : DayTable
  return (
    <div
      ref={setScroller}
      data-scroller=""
      data-reading=""
      role="region"
      aria-label="Activities"
      // What scrolls can be scrolled by keys.
      tabIndex={0}
      className="min-h-0 grow overflow-auto bg-surface"
    >
      <ReadingActions scroller={scroller} rowAt={rowAt} columns={shown} context={context} onOpen={onOpen} />
      {status === 'loading' && <p className="p-4 text-ink-muted">Loading…</p>}
      {rowCount > 0 && outline.topCount > 0 && (
        <div className="sticky start-0 flex max-w-[100vw] flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-3">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 tabIndex={-1} className="text-[1.0625rem] font-semibold">
              {heading}
            </h2>
            <p className="text-ink-muted">Times in {timeZone.replaceAll('_', ' ')}</p>
          </div>
          <PageTurner {...turner} label="Pages" />
        </div>
      )}
      <div ref={body}>
        {days.map(({ day, lines }) => (
          <Days
            key={lines[0]}
            day={day}
            lines={lines.map((index) => ({ index, ...contentOf(outline.lineAt(index)), line: outline.lineAt(index) }))}
            columns={shown}
            context={context}
            open={query.open}
            found={found}
            onOpen={onOpen}
            onToggle={toggle}
            onRetry={retry}
          />
        ))}
      </div>
      {!isWhole && rowCount > 0 && isFetching && <p className="p-4 text-ink-muted">Loading…</p>}
      {rowCount > 0 && outline.topCount > 0 && (
        <div className="sticky start-0 max-w-[100vw] px-4 py-3">
          <PageTurner {...turner} label="Pages, below" />
        </div>
      )}
      {(refined || outline.topCount === 0) && footer}
    </div>
  )
}

function pageText(page: number, locale: string): string {
  return `Activities, page ${numberText(page + 1, locale)}`
}

interface Extent {
  page: number
  topCount: number
  /** Whether the list is known to its end. */
  isWhole: boolean
}

function rangeText({ page, topCount, isWhole }: Extent, locale: string): string {
  const number = (count: number) => numberText(count, locale)
  const from = page * pageLength + 1
  const until = Math.min(topCount, from + pageLength - 1)
  return `rows ${number(from)} to ${number(until)} of ${number(topCount)}${isWhole ? '' : ' loaded so far'}`
}
