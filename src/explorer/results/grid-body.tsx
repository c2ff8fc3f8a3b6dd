import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { GridRow } from './grid-row.tsx'
import { headerHeight, type Layout, rowHeights } from './layout.ts'
import { namesIn } from './names-in.ts'
import { rowForKey } from './row-keys.ts'
import type { Activities } from './use-activities.ts'
import { useReturn } from './use-return.ts'

interface Props {
  activities: Activities
  columns: readonly Column[]
  timeZone: string
  layout: Layout
  scroller: HTMLElement | null
  onOpen: (row: ActivityRow) => void
}

/** The rows in view, and nothing else. It alone renders anew while scrolling. */
export function GridBody({ activities, columns, timeZone, layout, scroller, onOpen }: Props) {
  const { query, locale, address, nameStore } = useExplorer()
  const names = useNames()
  const { rowCount, ledger, rowAt, want } = activities
  const rowHeight = rowHeights[layout]
  const margin = layout === 'lines' ? headerHeight : 0
  const body = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<number | null>(null)
  const takesFocus = useRef(false)

  // The row that has the focus stays in the document wherever the view goes, and so keeps it.
  const withCurrent = useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range)
      if (current === null || current >= range.count || rows.includes(current)) return rows
      return [...rows, current].sort((a, b) => a - b)
    },
    [current],
  )
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 5,
    scrollMargin: margin,
    scrollPaddingStart: margin,
    rangeExtractor: withCurrent,
  })
  const rows = virtualizer.getVirtualItems()
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  const { isScrolling } = virtualizer

  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  const isReturning = useReturn({ activities, scroller, rowHeight })

  useEffect(() => {
    if (!isReturning()) want({ first, last, isScrolling })
  })

  useEffect(() => {
    if (scroller && !isReturning() && !isScrolling) address.rememberPlace(scroller.scrollTop / rowHeight)
  })

  // A refreshed list is read from its top.
  const shownLedger = useRef(ledger)
  useLayoutEffect(() => {
    if (shownLedger.current === ledger) return
    const wasEmpty = shownLedger.current.pageCount === 0
    shownLedger.current = ledger
    if (wasEmpty) return
    scroller?.scrollTo({ top: 0 })
    setCurrent((row) => (row === null ? null : 0))
    takesFocus.current = body.current?.contains(document.activeElement) ?? false
  }, [ledger, scroller])

  const context = useMemo<ColumnContext>(
    () => ({ names, timeZone, locale, sort: query.sort }),
    [names, timeZone, locale, query.sort],
  )

  const askedAt = useRef(0)
  useEffect(() => {
    const now = performance.now()
    if (isScrolling && now - askedAt.current < restless) return
    askedAt.current = now
    nameStore.want('rows', () => namesIn(rowsFrom(first, last, rowAt), columns))
  }, [nameStore, first, last, isScrolling, rowAt, columns])

  useLayoutEffect(() => {
    if (!takesFocus.current || current === null) return
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${current}"]`)
    if (!row) return
    takesFocus.current = false
    row.focus({ preventScroll: true })
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.metaKey || current === null) return
    const row = rowAt(current)
    if (event.key === 'Enter' && row) return onOpen(row)
    const next = rowForKey(event.key, { current, rowCount, inView: last - first })
    if (next === null) return
    event.preventDefault()
    takesFocus.current = true
    setCurrent(next)
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }

  function onFocus(event: FocusEvent) {
    const index = indexOf(event.target)
    if (index !== null) setCurrent(index)
  }

  function onClick(event: MouseEvent) {
    const index = indexOf(event.target)
    const row = index === null ? null : rowAt(index)
    if (row && !isSelectingText()) onOpen(row)
  }

  const tabStop = current !== null && current < rowCount ? current : first
  return (
    <div
      ref={body}
      role="rowgroup"
      className="relative"
      style={{ height: rowCount * rowHeight }}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={onClick}
      onPointerOver={titleCutText}
    >
      {rows.map(({ index }) => {
        const row = rowAt(index)
        return (
          <GridRow
            key={index}
            index={index}
            row={row}
            columns={columns}
            context={context}
            layout={layout}
            isCurrent={index === tabStop}
            isOpen={row?.id !== undefined && row.id !== null && row.id === query.open}
          />
        )
      })}
    </div>
  )
}

/** Milliseconds between two questions for names while rows rush by. */
const restless = 250

/** Rows below those in view are about to be read. */
const below = 60

function rowsFrom(first: number, last: number, rowAt: Props['activities']['rowAt']): (ActivityRow | null)[] {
  return Array.from({ length: last - first + 1 + below }, (_, i) => rowAt(first + i))
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  const index = Number(row?.dataset['index'] ?? NaN)
  return Number.isNaN(index) ? null : index
}

/** A text that is cut short tells itself in whole. Set when it is pointed at: most cells never are. */
function titleCutText({ target }: PointerEvent) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null
  const text = cell?.querySelector('.cell') ?? cell
  if (cell && text) cell.title = text.scrollWidth > text.clientWidth ? (cell.textContent ?? '') : ''
}

/** Marking text in a cell, to copy it, ends with a click too. */
function isSelectingText(): boolean {
  const selection = window.getSelection()
  return selection !== null && !selection.isCollapsed && selection.toString() !== ''
}
