import { useLayoutEffect, useRef } from 'react'
import type { Ledger } from './ledger.ts'
import type { Line, Outline } from './outline.ts'

interface Needs {
  outline: Outline
  /** Another one after a refresh: then the list begins anew, and nothing is kept in place. */
  ledger: Ledger
  /** The first line in view. */
  first: number
  scroller: HTMLElement | null
  rowHeight: number
}

interface Anchor {
  readonly outline: Outline
  readonly ledger: Ledger
  readonly line: Line
  readonly index: number
  /** How often the list had grown by then. */
  readonly growths: number
}

/** Keeps the first line in view where it is when lines come or go above it. */
export function useAnchor({ outline, ledger, first, scroller, rowHeight }: Needs): void {
  const anchor = useRef<Anchor | null>(null)
  useLayoutEffect(() => {
    const was = anchor.current
    const isOther = was !== null && was.outline !== outline && was.ledger === ledger
    const row = isOther ? ledger.rowNow(was.line.row, was.growths) : 0
    // At the very top, what comes above is what is wanted to be seen.
    const isAtTop = isOther && row > was.line.row && (scroller?.scrollTop ?? 0) === 0
    const index = isOther && !isAtTop ? placeOf({ ...was.line, row }, outline) : null
    if (!scroller || !was || index === null || index === was.index) {
      anchor.current = { outline, ledger, line: outline.lineAt(first), index: first, growths: ledger.growths }
      return
    }
    scroller.scrollBy({ top: (index - was.index) * rowHeight })
    anchor.current = { outline, ledger, line: outline.lineAt(index), index, growths: ledger.growths }
  })
}

/** A message that is no longer shown stands where its conversation is. */
function placeOf(line: Line, outline: Outline): number | null {
  return outline.indexOf(line) ?? outline.indexOf({ row: line.row, message: null })
}
