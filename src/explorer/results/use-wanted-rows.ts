import { useEffect, useRef } from 'react'
import { type Extent, goesOn } from './going-on.ts'
import type { Activities } from './use-activities.ts'
import type { ConversationsView } from './use-conversations.ts'

/** The lines in view. */
export interface View {
  readonly first: number
  readonly last: number
  readonly isScrolling: boolean
}

/** Lines before the last one at which more rows are asked for. */
const ahead = 60

/** Asks for the rows in view, and for more of them near the end of what is loaded. */
export function useWantedRows(
  { first, last, isScrolling }: View,
  { rowCount, want }: Activities,
  { outline, refined }: ConversationsView,
  isReturning: () => boolean,
): void {
  const { lineCount } = outline
  const askedAt = useRef<Extent | null>(null)
  useEffect(() => {
    if (isReturning()) return
    // Near the last line the rows that stand under others may be all that was loaded lately: on from the very last one.
    const isNearEnd = last + ahead >= lineCount
    const lastRow = isNearEnd ? rowCount - 1 : outline.lineAt(last).row
    const now = { rows: rowCount, lines: lineCount }
    const stays = refined !== null && !goesOn(askedAt.current, now)
    if (isNearEnd && !stays) askedAt.current = now
    want({ first: outline.lineAt(first).row, last: lastRow, isScrolling, stays })
  })
}
