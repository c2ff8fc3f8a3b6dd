import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { Ledger } from './ledger.ts'
import type { Line, Outline } from './outline.ts'

interface Needs {
  body: RefObject<HTMLElement | null>
  scroller: HTMLElement | null
  ledger: Ledger
  outline: Outline
  /** The line that was last gone to, and where it is; null when it is nowhere. */
  currentLine: Line | null
  current: number | null
  setCurrentLine: (line: Line) => void
}

interface RowFocus {
  /** The focus goes to the current row once that is drawn. */
  readonly follow: () => void
  /** The same, where a row has it now. */
  readonly followFromRow: () => void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Keeps the focus among the rows: it follows the current row, and never goes with a row that goes. */
export function useRowFocus(needs: Needs): RowFocus {
  const { body, scroller, ledger, outline, currentLine, current, setCurrentLine } = needs
  const takesFocus = useRef(false)
  const hadFocus = useRef(false)
  const { lineCount } = outline

  useLayoutEffect(() => {
    if (!takesFocus.current || current === null) return
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${current}"]`)
    if (!row) return
    takesFocus.current = false
    row.focus({ preventScroll: true })
  })

  // A refreshed list is read from its top. After the effect above, which would otherwise give the focus to the row that was current.
  const shownLedger = useRef(ledger)
  useLayoutEffect(() => {
    if (shownLedger.current === ledger) return
    const wasEmpty = shownLedger.current.pageCount === 0
    shownLedger.current = ledger
    if (wasEmpty) return
    scroller?.scrollTo({ top: 0 })
    // The row that had the focus may be gone by now, and the focus with it, which tells nobody.
    const { activeElement } = document
    takesFocus.current = hadFocus.current && (activeElement === document.body || contains(body, activeElement))
  }, [body, ledger, scroller])

  // A message that joined its conversation, or went with one that was shut, leaves its place, and the focus, to what stands there.
  useLayoutEffect(() => {
    if (currentLine === null || current !== null || lineCount === 0) return
    takesFocus.current = hadFocus.current && document.activeElement === document.body
    setCurrentLine(outline.lineAt(outline.nearest(currentLine)))
  }, [currentLine, current, lineCount, outline, setCurrentLine])

  return {
    follow: () => void (takesFocus.current = true),
    followFromRow: () => void (takesFocus.current = contains(body, document.activeElement)),
    onFocus: () => void (hadFocus.current = true),
    onBlur: ({ relatedTarget }) => void (hadFocus.current = contains(body, relatedTarget)),
  }
}

function contains({ current }: RefObject<HTMLElement | null>, element: EventTarget | null): boolean {
  return current !== null && element instanceof Node && current.contains(element)
}
