import { expect, test } from 'vitest'
import { listLook, moved, pinnedCount, plainList, plainLook, readLook, withList, withWidth } from './table-look.ts'

test('a look is read back as it was written', () => {
  const look = withWidth(withList(plainLook, 'call', { columns: ['time', 'user'], pinned: [] }), 'call', 'user', 200)
  expect(readLook(JSON.parse(JSON.stringify(look)))).toEqual(look)
})

test('whatever else is stored counts as nothing, part by part', () => {
  for (const stored of [undefined, null, 3, 'x', [], { lists: 3 }, { density: 'huge', wraps: 'yes' }])
    expect(readLook(stored)).toEqual(plainLook)
  const odd = { wraps: true, lists: { call: { columns: ['<b>'], widths: { time: 1e9 }, pinned: 'time' } } }
  expect(readLook(odd)).toEqual({ ...plainLook, wraps: true, lists: { call: plainList } })
})

test('no list is looked up on the prototype', () => {
  expect(listLook(plainLook, 'constructor')).toBe(plainList)
})

test('a width stays within reason and can be taken back', () => {
  const wide = withWidth(plainLook, '', 'user', 99_999)
  expect(listLook(wide, '').widths).toEqual({ user: 1200 })
  expect(listLook(withWidth(wide, '', 'user', null), '').widths).toEqual({})
})

test('pinned are the columns from the start, never all of them', () => {
  expect(pinnedCount(['time', 'type', 'lead'], ['time'])).toBe(1)
  expect(pinnedCount(['type', 'time', 'lead'], ['time'])).toBe(0)
  expect(pinnedCount(['time', 'lead', 'type'], ['lead', 'time'])).toBe(2)
  expect(pinnedCount(['time'], ['time'])).toBe(0)
})

test('a column goes to its place', () => {
  expect(moved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b'], 'z', 0)).toEqual(['a', 'b'])
})
