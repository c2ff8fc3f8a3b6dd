import { describe, expect, it } from 'vitest'
import { type PaletteEntry, paletteGroups, withRecent } from './palette-entry.ts'

const entry = (id: string, group: string, label: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id,
  group,
  label,
  run: () => {},
  ...more,
})

const entries = [
  entry('export', 'General', 'Export CSV…'),
  entry('refresh', 'General', 'Refresh the list'),
  entry('list:call', 'Lists', 'Calls', { keywords: 'list' }),
  entry('list:note', 'Lists', 'Notes', { keywords: 'list' }),
  entry('user:ana', 'Users', 'Ana Quist', { unavailable: 'Only within one lead.' }),
]

const labels = (typed: string, recent: readonly string[] = []) =>
  paletteGroups(entries, typed, recent).map(
    ({ label, items }) => `${label}: ${items.map((each) => each.label).join(', ')}`,
  )

describe('the palette', () => {
  it('shows everything but people at first, with what was used lately on top and nothing twice', () => {
    expect(labels('')).toEqual(['General: Export CSV…, Refresh the list', 'Lists: Calls, Notes'])
    expect(labels('', ['list:note', 'gone', 'user:ana'])).toEqual([
      'Used lately: Notes',
      'General: Export CSV…, Refresh the list',
      'Lists: Calls',
    ])
  })

  it('puts the best group first', () => {
    expect(labels('cal')).toEqual(['Lists: Calls'])
    expect(labels('list')).toEqual(['General: Refresh the list', 'Lists: Calls, Notes'])
    expect(labels('list', ['list:note']).at(0)).toBe('General: Refresh the list')
  })

  it('finds by the beginnings of further words only', () => {
    expect(labels('lis')).toEqual(['General: Refresh the list', 'Lists: Calls, Notes'])
    expect(labels('ist').filter((group) => group.startsWith('Lists'))).toEqual([])
  })

  it('shows what cannot be done, too', () => {
    const [users] = paletteGroups(entries, 'quist', [])
    expect(users?.items[0]?.unavailable).toBe('Only within one lead.')
  })

  it('of two that answer alike prefers the one used lately', () => {
    const twins = [entry('a', 'G', 'Last week'), entry('b', 'G', 'Last days')]
    expect(paletteGroups(twins, 'last', ['b'])[0]?.items.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('remembers the newest first', () => {
    expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a'])
  })
})
