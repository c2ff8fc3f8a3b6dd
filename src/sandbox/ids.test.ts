import { describe, expect, it } from 'vitest'
import { createIds } from './ids.ts'

describe('an id', () => {
  const ids = createIds(7)

  it('is a prefix and 22 characters', () => {
    expect(ids.encode('acti', 123_456)).toMatch(/^acti_[0-9A-Za-z]{22}$/)
  })

  it('leads back to the number it was made from', () => {
    for (const index of [0, 1, 63, 64, 249_999, 65_535, 65_536, 4_000_000]) {
      expect(ids.decode('acti', ids.encode('acti', index))).toBe(index)
    }
  })

  it('is different for each of many numbers', () => {
    const made = new Set(Array.from({ length: 20_000 }, (_, i) => ids.encode('lead', i).slice(5, 11)))
    expect(made.size).toBe(20_000)
  })

  it.each([
    ['of another kind', createIds(7).encode('lead', 5).replace('lead_', 'acti_')],
    ['of another seed', createIds(8).encode('acti', 5)],
    ['invented', 'acti_0000000000000000000000'],
    ['cut short', createIds(7).encode('acti', 5).slice(0, -1)],
    ['with another letter', `${createIds(7).encode('acti', 5).slice(0, -1)}-`],
    ['empty', ''],
  ])('%s leads nowhere', (_, id) => {
    expect(ids.decode('acti', id)).toBeNull()
  })
})
