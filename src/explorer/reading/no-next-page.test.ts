import { expect, it } from 'vitest'
import { whyNoNextPage } from './no-next-page.ts'

const known = { end: 'open', isFetching: false, problem: null, isRefined: false } as const

it('says of no page that it is the last one unless the list has ended', () => {
  expect(whyNoNextPage({ ...known, end: 'ended' })).toBe('This is the last page.')
  const others = [
    known,
    { ...known, isFetching: true },
    { ...known, problem: new Error('not reached') },
    { ...known, end: 'halted' },
    { ...known, isRefined: true },
  ] as const
  expect(others.map(whyNoNextPage)).toEqual([
    'This page is not loaded to its end.',
    'More rows are being loaded.',
    'The rows that follow could not be loaded.',
    'The list stopped making sense here, so it may not be complete.',
    'No more rows match so far. Look further back, below the list.',
  ])
})
