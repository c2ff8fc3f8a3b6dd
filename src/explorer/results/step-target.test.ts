import { expect, test } from 'vitest'
import { type Line, outlineOf } from './outline.ts'
import { stepTarget } from './step-target.ts'

/** Rows 0 to 3, of which row 1 is an open conversation of two messages; row 2 stands under it, row 3 has no id. */
const outline = outlineOf(5, [0, 1, 3, 4], [{ row: 1, lines: 2 }])
const idOf = ({ row, message }: Line) => (row === 3 ? null : message === null ? `row ${row}` : `message ${message}`)
const table = {
  outline,
  contentOf: (line: Line) => ({ row: { id: idOf(line) }, note: null }),
  end: 'open' as const,
}
const top = (row: number): Line => ({ row, message: null })
const message = (place: number): Line => ({ row: 1, message: place })

test('steps lead into an open conversation, through its messages, and on, past what cannot be opened', () => {
  const steps = [top(0), top(1), message(0), message(1)].map((from) => stepTarget(from, 1, table))
  expect(steps).toEqual([
    { kind: 'open', line: top(1), id: 'row 1' },
    { kind: 'open', line: message(0), id: 'message 0' },
    { kind: 'open', line: message(1), id: 'message 1' },
    { kind: 'open', line: top(4), id: 'row 4' },
  ])
  expect(stepTarget(top(4), -1, table)).toEqual({ kind: 'open', line: message(1), id: 'message 1' })
})

test('before the first line there is nothing, and below the last one only while the list goes on', () => {
  expect(stepTarget(top(0), -1, table)).toEqual({ kind: 'nowhere' })
  expect(stepTarget(top(4), 1, table)).toEqual({ kind: 'load' })
  expect(stepTarget(top(4), 1, { ...table, end: 'ended' })).toEqual({ kind: 'nowhere' })
})

test('a row that was dropped is scrolled to, a message on its way is waited for, a note is passed over', () => {
  const nothing = { ...table, contentOf: () => ({ row: null, note: null }) }
  expect(stepTarget(top(0), 1, nothing)).toEqual({ kind: 'show', line: top(1) })
  expect(stepTarget(top(1), 1, nothing)).toEqual({ kind: 'wait' })
  const noted = {
    ...table,
    contentOf: (line: Line) => (line.message === null ? table.contentOf(line) : { row: null, note: 'Not there.' }),
  }
  expect(stepTarget(top(1), 1, noted)).toEqual({ kind: 'open', line: top(4), id: 'row 4' })
})

test('from a line that is no more, no step leads anywhere', () => {
  expect(stepTarget(top(2), 1, table)).toEqual({ kind: 'nowhere' })
})
