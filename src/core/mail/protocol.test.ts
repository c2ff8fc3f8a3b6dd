import { expect, it } from 'vitest'
import { readReport } from './protocol.ts'

it('a report is read by its fields', () => {
  const size = { kind: 'size', height: 12, width: 400 }
  expect(readReport({ ...size, more: 1 })).toEqual(size)
  expect(readReport({ kind: 'choose', href: 'x'.repeat(9000), text: 't' })).toEqual({
    kind: 'choose',
    href: 'x'.repeat(8000),
    text: 't',
  })
})

it('of all keys only those that mean the page are passed on', () => {
  expect(readReport({ kind: 'key', key: 'j', text: 'x' })).toEqual({ kind: 'key', key: 'j' })
})

it.each([
  null,
  5,
  'size',
  {},
  { kind: 'size' },
  { kind: 'size', height: '9', width: 1 },
  { kind: 'size', height: NaN, width: 1 },
  { kind: 'size', height: -1, width: 1 },
  { kind: 'look', href: 1, text: '' },
  { kind: 'other', height: 1, width: 1 },
  { kind: 'key', key: 'a' },
  { kind: 'key' },
])('%j is no report', (data) => {
  expect(readReport(data)).toBeNull()
})
