import { useCallback, useState } from 'react'
import type { Ledger } from './ledger.ts'
import type { Line } from './outline.ts'

interface Mark {
  readonly line: Line
  readonly ledger: Ledger
  /** How often it had grown by then. */
  readonly growths: number
}

/** The line that was last gone to. It stays the same activity's when others come above it; of a refreshed list it is the first. */
export function useCurrentLine(ledger: Ledger): readonly [Line | null, (line: Line) => void] {
  const [mark, setMark] = useState<Mark | null>(null)
  const setLine = useCallback((line: Line) => setMark({ line, ledger, growths: ledger.growths }), [ledger])
  return [mark && lineOf(mark, ledger), setLine]
}

function lineOf({ line, ledger: then, growths }: Mark, ledger: Ledger): Line {
  if (then !== ledger) return { row: 0, message: null }
  return growths === ledger.growths ? line : { ...line, row: ledger.rowNow(line.row, growths) }
}
