import { expect, test } from 'vitest'
import type { WindowState } from '#export/receipt.ts'
import { segmentsOf, stripText } from './window-strip.ts'

const windows = (...states: WindowState[]) => states.map((state) => ({ from: null, until: null, state, rows: 0 }))

test('windows beside one another in one state are one segment', () => {
  expect(segmentsOf(windows('done', 'done', 'running', 'waiting'))).toEqual([
    { state: 'done', at: 0, windows: 2 },
    { state: 'running', at: 2, windows: 1 },
    { state: 'waiting', at: 3, windows: 1 },
  ])
})

test('a failed window is seen among a thousand', () => {
  const many = windows(...Array.from({ length: 1000 }, (): WindowState => 'done'), 'failed')
  const segments = segmentsOf(many)
  expect(segments.at(-1)?.state).toBe('failed')
  expect(segments.reduce((sum, segment) => sum + segment.windows, 0)).toBe(1001)
})

test('the same in words', () => {
  expect(stripText(windows('done', 'done', 'running', 'failed'), 'en-GB')).toBe(
    '4 windows: 2 done, 1 running, 1 failed',
  )
  expect(stripText(windows('running'), 'en-GB')).toBe('1 window: 1 running')
})
