import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import { numberText } from '#core/activity/format.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useAttention } from '#explorer/at-rest.ts'
import { isMac } from '#explorer/actions/is-mac.ts'
import { useAction, useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { FindStore, FindTable, Found } from '#explorer/find/find-store.ts'
import { useHighlights } from '#explorer/find/use-highlights.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { useRowSelection } from '#explorer/selection/use-row-selection.ts'
import { useSelection } from '#explorer/selection/use-selection.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { GridRow } from './grid-row.tsx'
import type { Layout } from './layout.ts'
import type { Line } from './outline.ts'
import { changeForKey, rowForKey, selectionKey } from './row-keys.ts'
import type { Activities } from './use-activities.ts'
import { useAnchor } from './use-anchor.ts'
import type { ConversationsView } from './use-conversations.ts'
import type { Look } from './use-look.ts'
import { useCurrentLine } from './use-current-line.ts'
import { useReturn } from './use-return.ts'
import { useReveal } from './use-reveal.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useSteps } from './use-steps.ts'
import { useWantedNames } from './use-wanted-names.ts'
import { useWantedRows } from './use-wanted-rows.ts'

const RowActions = lazyPart(() =>
  import('#explorer/selection/row-actions.tsx').then((module) => ({ default: module.RowActions })),
)

interface Props {
  activities: Activities
  conversations: ConversationsView
  columns: readonly Column[]
  timeZone: string
  layout: Layout
  look: Look
  scroller: HTMLElement | null
  onOpen: (row: ActivityRow) => void
  find: FindStore
}

/** The rows in view, and nothing else. It alone renders anew while scrolling. */
export function GridBody({
  activities,
  conversations,
  columns,
  timeZone,
  layout,
  look,
  scroller,
  onOpen,
  find,
}: Props) {
  const { query, locale, address } = useExplorer()
  const names = useNames()
  const isAttended = useAttention()
  const { ledger } = activities
  const { outline, isTree, contentOf, toggle, retry, refined } = conversations
  const { lineCount, topCount } = outline
  const isRefined = refined !== null
  const { rowHeight, headerHeight: margin, pinned } = look
  const body = useRef<HTMLDivElement>(null)
  const [currentLine, setCurrentLine] = useCurrentLine(ledger)
  const current = currentLine && outline.indexOf(currentLine)

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
    count: lineCount,
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
  const tabStop = current !== null && current < lineCount ? current : first

  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  useAnchor({ outline, ledger, first, scroller, rowHeight })

  const isReturning = useReturn({ activities, scroller, rowHeight, topCount })

  const view = { first, last, isScrolling }
  useWantedRows(view, activities, conversations, isReturning)

  // Conversations are closed on return: the place is told without their messages.
  const messagesAbove = outline.messagesBefore(first)
  useEffect(() => {
    if (scroller && !isReturning() && !isScrolling)
      address.rememberPlace(scroller.scrollTop / rowHeight - messagesAbove)
  })

  const context = useMemo<ColumnContext>(
    () => ({ names, timeZone, locale, sort: query.sort }),
    [names, timeZone, locale, query.sort],
  )

  useWantedNames(view, conversations, columns)

  const focus = useRowFocus({ body, scroller, ledger, outline, currentLine, current, setCurrentLine })

  /** One that stands under its conversation has no line while that is shut. */
  function showLine(line: Line, align: 'auto' | 'center') {
    const index = outline.indexOf(line)
    if (index === null) return
    focus.followFromRow()
    setCurrentLine(line)
    virtualizer.scrollToIndex(index, { align })
  }

  // With refinements the way on is the reader's choice: a step could otherwise load the whole list for one more row.
  const steppable = useMemo(
    () => (isRefined ? { ...activities, end: 'ended' as const } : activities),
    [activities, isRefined],
  )
  useSteps({ activities: steppable, conversations, showLine: (line) => showLine(line, 'auto') })
  useReveal({ activities, scroller, showRow: (row) => showLine({ row, message: null }, 'center') })

  function goTo(index: number) {
    focus.follow()
    setCurrentLine(outline.lineAt(index))
    virtualizer.scrollToIndex(index, { align: 'auto' })
  }

  const stepTo = (by: 1 | -1) => goTo(current === null ? tabStop : Math.max(0, Math.min(lineCount - 1, current + by)))
  // While an activity is open the inspector steps.
  const stepsElsewhere = query.open === null ? null : 'The open activity is not among the loaded rows.'
  useActions([
    { id: 'next', run: () => stepTo(1), unavailable: stepsElsewhere },
    { id: 'previous', run: () => stepTo(-1), unavailable: stepsElsewhere },
  ])

  const found = useSyncExternalStore(find.subscribe, find.found)
  const place = useRef<FindTable>({ show: () => {}, from: () => 0 })
  useLayoutEffect(() => {
    place.current = {
      show: (row) => showLine({ row, message: null }, 'center'),
      from: () => outline.lineAt(tabStop).row,
    }
  })
  useEffect(() => find.serve({ show: (row) => place.current.show(row), from: () => place.current.from() }), [find])
  useHighlights(body, found)

  const selection = useSelection()
  const selecting = useRowSelection(conversations, ledger)
  const openRow = () => {
    const { row } = contentOf(outline.lineAt(tabStop))
    if (row) onOpen(row)
  }
  // An open activity closes itself.
  useAction('inspector', openRow, query.open === null ? null : 'An activity is open.')

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || current === null || currentLine === null) return
    const key = selectionKey(event, isMac)
    if (key === 'all') selecting.all()
    else if (key === 'one') selecting.toggle(current)
    else if (key === 'on') selecting.extend(current, current)
    if (key !== null) return event.preventDefault()
    if (event.metaKey) return
    const { row, note, isOpen } = contentOf(currentLine)
    if (event.key === 'Enter' && row) return onOpen(row)
    if (event.key === 'Enter' && note !== null) return retry(currentLine)
    const change = changeForKey(event.key, { isOpen, isMessage: currentLine.message !== null })
    if (change === 'open' || change === 'close') {
      event.preventDefault()
      if (row) toggle(row, change === 'open')
      return
    }
    const next =
      change === 'enter'
        ? current + 1
        : change === 'leave'
          ? outline.indexOf({ row: currentLine.row, message: null })
          : rowForKey(event.key, { current, rowCount: lineCount, inView: last - first })
    if (next === null) return
    event.preventDefault()
    if (event.shiftKey && change === null) selecting.extend(next, current)
    goTo(next)
  }

  function onFocus(event: FocusEvent) {
    focus.onFocus()
    const index = indexOf(event.target)
    if (index !== null) setCurrentLine(outline.lineAt(index))
  }

  function onClick(event: MouseEvent) {
    const index = indexOf(event.target)
    if (index === null) return
    const line = outline.lineAt(index)
    const { row, note, isOpen } = contentOf(line)
    if (event.shiftKey) selecting.extend(index, tabStop)
    else if (isMac ? event.metaKey : event.ctrlKey) selecting.toggle(index)
    else if (isOpen !== null && row && isToggle(event.target)) toggle(row, !isOpen)
    else if (note !== null) retry(line)
    else if (row && !isSelectingText()) onOpen(row)
  }

  /** The row that stands by itself above a line; of the messages of a conversation that is their thread. */
  function rowAbove(index: number): ActivityRow | null {
    return index === 0 ? null : contentOf({ row: outline.lineAt(index - 1).row, message: null }).row
  }

  const hasMessagesColumn = columns.some(({ id }) => id === 'messages')
  const currentRow = current === null || currentLine === null ? null : contentOf(currentLine).row
  return (
    <>
      {isAttended && (
        <Suspense fallback={null}>
          <RowActions row={currentRow} columns={columns} context={context} />
        </Suspense>
      )}
      <div
        ref={body}
        role="rowgroup"
        className="relative"
        style={{ height: lineCount * rowHeight }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={focus.onBlur}
        onMouseDown={markNoText}
        onClick={onClick}
        onPointerOver={titleCutText}
      >
        {rows.map(({ index }) => {
          const line = outline.lineAt(index)
          const { row, note, isOpen, matching, isMatch } = contentOf(line)
          return (
            <GridRow
              key={`${ledger.keyOf(line.row)} ${line.message ?? ''}`}
              isSeam={line.row === ledger.seam && line.message === null}
              index={index}
              row={row}
              level={isTree ? (line.message === null ? 1 : 2) : undefined}
              isExpanded={isOpen ?? undefined}
              note={note}
              matching={
                matching ? `${numberText(matching.count, locale)} of ${numberText(matching.of, locale)} match` : null
              }
              isMatch={isMatch}
              countsInSummary={isTree && !hasMessagesColumn}
              columns={columns}
              context={context}
              layout={layout}
              rowHeight={rowHeight}
              pinned={pinned}
              isCurrent={index === tabStop}
              above={line.message === null ? rowAbove(index) : null}
              found={line.message === null ? foundAs(line.row, found) : undefined}
              isSelected={
                row !== null && (selection.rows.size > 0 ? selection.rows.has(row.key) : isInspected(row, query.open))
              }
              isInspected={isInspected(row, query.open)}
            />
          )
        })}
      </div>
    </>
  )
}

function isInspected(row: ActivityRow | null, open: string | null): boolean {
  return open !== null && row?.id === open
}

/** With Shift a click draws a range of rows: it is not to mark their text. */
function markNoText(event: MouseEvent) {
  if (event.shiftKey) event.preventDefault()
}

function foundAs(row: number, { set, current }: Found): 'match' | 'current' | undefined {
  return row === current ? 'current' : set.has(row) ? 'match' : undefined
}

function isToggle(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-toggle]') !== null
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
