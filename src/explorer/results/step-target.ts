/** Where a step from one line of the table to the next leads. */
import type { Line, Outline } from './outline.ts'
import type { Direction } from './step-store.ts'
import type { LineContent } from './use-conversations.ts'

export type StepTarget =
  | { readonly kind: 'open'; readonly line: Line; readonly id: string }
  /** A row that is not held: it is fetched once it is scrolled to. */
  | { readonly kind: 'show'; readonly line: Line }
  /** Below the last line. */
  | { readonly kind: 'load' }
  /** Messages that are on their way. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'nowhere' }

interface Table {
  readonly outline: Outline
  readonly contentOf: (line: Line) => Pick<LineContent, 'note'> & {
    readonly row: { readonly id: string | null } | null
  }
  readonly end: 'open' | 'ended' | 'halted'
}

/** What cannot be opened, a row without an id or a note, is passed over. */
export function stepTarget(from: Line, by: Direction, { outline, contentOf, end }: Table): StepTarget {
  const start = outline.indexOf(from)
  if (start === null) return { kind: 'nowhere' }
  for (let index = start + by; index >= 0 && index < outline.lineCount; index += by) {
    const line = outline.lineAt(index)
    const { row, note } = contentOf(line)
    if (row !== null && row.id !== null) return { kind: 'open', line, id: row.id }
    if (row === null && note === null) return line.message === null ? { kind: 'show', line } : { kind: 'wait' }
  }
  return { kind: by > 0 && end === 'open' ? 'load' : 'nowhere' }
}
