import { expect, test } from 'vitest'
import { changeForKey, rowForKey, selectionKey } from './row-keys.ts'

const position = { current: 50, rowCount: 100, inView: 20 }

test('arrows go one row, page keys one view less a row', () => {
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].map((key) => rowForKey(key, position))).toEqual([
    51, 49, 69, 31,
  ])
})

test('Home and End go to the first and the last loaded row', () => {
  expect(['Home', 'End'].map((key) => rowForKey(key, position))).toEqual([0, 99])
})

test('no key leads out of the list', () => {
  expect(rowForKey('ArrowUp', { ...position, current: 0 })).toBe(0)
  expect(rowForKey('PageDown', { ...position, current: 95 })).toBe(99)
})

test('other keys do not move', () => {
  expect(rowForKey('a', position)).toBeNull()
  expect(rowForKey('ArrowDown', { ...position, rowCount: 0 })).toBeNull()
})

test.each([
  ['ArrowRight', { isOpen: false, isMessage: false }, 'open'],
  ['ArrowRight', { isOpen: true, isMessage: false }, 'enter'],
  ['ArrowRight', { isOpen: null, isMessage: true }, null],
  ['ArrowRight', { isOpen: null, isMessage: false }, null],
  ['ArrowLeft', { isOpen: true, isMessage: false }, 'close'],
  ['ArrowLeft', { isOpen: false, isMessage: false }, null],
  ['ArrowLeft', { isOpen: null, isMessage: true }, 'leave'],
  ['ArrowDown', { isOpen: true, isMessage: false }, null],
] as const)('%s in %o comes to %s', (key, position, change) => {
  expect(changeForKey(key, position)).toBe(change)
})

const held = { shiftKey: false, ctrlKey: false, metaKey: false }

test('a row is selected by Space, with Shift for a range, and A with Control or Command', () => {
  expect(selectionKey({ ...held, key: ' ' }, false)).toBe('one')
  expect(selectionKey({ ...held, key: ' ', shiftKey: true }, false)).toBe('on')
  expect(selectionKey({ ...held, key: 'a', ctrlKey: true }, false)).toBe('all')
  expect(selectionKey({ ...held, key: 'a', ctrlKey: true }, true)).toBeNull()
  expect(selectionKey({ ...held, key: 'a', metaKey: true }, true)).toBe('all')
  expect(selectionKey({ ...held, key: 'a' }, false)).toBeNull()
})
