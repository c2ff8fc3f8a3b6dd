/** Which page of the list is read, and what the rest of the explorer wants to see there. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { FindStore } from '#explorer/find/find-store.ts'
import { type Extent, goesOn } from '#explorer/results/going-on.ts'
import type { Ledger } from '#explorer/results/ledger.ts'
import type { Line } from '#explorer/results/outline.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import type { ConversationsView } from '#explorer/results/use-conversations.ts'
import { useReveal } from '#explorer/results/use-reveal.ts'
import { useSteps } from '#explorer/results/use-steps.ts'
import { pageLength, pageOf, pagesIn, spanOf } from './page-of-lines.ts'

interface Needs {
  activities: Activities
  conversations: ConversationsView
  find: FindStore
  scroller: HTMLElement | null
}

interface Mark {
  readonly page: number
  /** Null until there is a list. */
  readonly ledger: Ledger | null
}

export function useReadingPage({ activities, conversations, find, scroller }: Needs) {
  const { address } = useExplorer()
  const { ledger, rowCount, end, want } = activities
  const { outline, refined } = conversations
  const [mark, setMark] = useState<Mark>(() => ({
    page: Math.floor((address.place() ?? 0) / pageLength),
    ledger: null,
  }))
  if (mark.ledger === null && ledger.pageCount > 0) setMark({ ...mark, ledger })
  const pages = pagesIn(outline)
  // A refreshed list is read from its top.
  const wanted = mark.ledger === null || mark.ledger === ledger ? mark.page : 0
  const page = Math.min(wanted, pages - 1)
  const span = spanOf(outline, page)
  const isWhole = end !== 'open' || outline.topCount >= (page + 1) * pageLength

  const askedAt = useRef<Extent | null>(null)
  useEffect(() => {
    const now = { rows: rowCount, lines: outline.lineCount }
    const stays = refined !== null && !goesOn(askedAt.current, now)
    if (!isWhole && !stays) askedAt.current = now
    const last = isWhole ? outline.lineAt(Math.max(0, span.until - 1)).row : rowCount - 1
    want({ first: outline.lineAt(span.first).row, last, isScrolling: false, stays })
  })

  function turnTo(next: number) {
    setMark({ page: next, ledger })
    address.rememberPlace(next * pageLength)
  }

  // A row is looked for once its page is drawn.
  const goal = useRef<{ readonly index: number; readonly takesFocus: boolean } | null>(null)
  useLayoutEffect(() => {
    const row =
      goal.current && scroller?.querySelector<HTMLElement>(`[data-index="${goal.current.index}"] [data-activity-id]`)
    if (!row) return
    if (goal.current?.takesFocus) row.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
    goal.current = null
  })

  function show(line: Line, takesFocus: boolean) {
    const index = outline.indexOf(line)
    if (index === null) return
    goal.current = { index, takesFocus }
    turnTo(pageOf(outline, index))
  }

  const hasFocus = () => scroller?.contains(document.activeElement) ?? false
  const showRow = (row: number) => show({ row, message: null }, hasFocus())
  const steppable = useMemo(
    () => (refined ? { ...activities, end: 'ended' as const } : activities),
    [activities, refined],
  )
  useSteps({ activities: steppable, conversations, showLine: (line) => show(line, hasFocus()) })
  useReveal({ activities, scroller, showRow })

  const newest = useRef({ showRow, from: 0 })
  useLayoutEffect(() => {
    newest.current = { showRow, from: outline.lineAt(span.first).row }
  })
  useEffect(() => find.serve({ show: (row) => newest.current.showRow(row), from: () => newest.current.from }), [find])

  return { page, pages, span, isWhole, turnTo }
}
