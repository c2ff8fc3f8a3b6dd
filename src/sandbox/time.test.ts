import { describe, expect, it } from 'vitest'
import { formatMoment, HOUR, parseFilterMoment } from './time.ts'

const at = Date.UTC(2026, 2, 1, 9, 30) * 1000

describe('a moment', () => {
  it('is printed with its microseconds, which are left out when there are none', () => {
    expect(formatMoment(at)).toBe('2026-03-01T09:30:00+00:00')
    expect(formatMoment(at + 7)).toBe('2026-03-01T09:30:00.000007+00:00')
  })

  it.each([
    ['2026-03-01', Date.UTC(2026, 2, 1) * 1000],
    ['2026-03-01T09:30:00', at],
    ['2026-03-01T09:30:00Z', at],
    ['2026-03-01T09:30:00+02:00', at - 2 * HOUR],
    ['2026-03-01T09:30:00-0530', at + 5.5 * HOUR],
    ['2026-03-01T09:30:00.25Z', at + 250_000],
    ['2026-03-01T09:30:00.123456', at + 123_456],
    ['1969-12-31T23:59:59Z', -1_000_000],
  ])('%s is read', (text, micros) => {
    expect(parseFilterMoment(text, 0)).toEqual({ floor: micros, exact: true })
  })

  it('without a zone is read in the given one', () => {
    expect(parseFilterMoment('2026-03-01', -4 * HOUR)?.floor).toBe(Date.UTC(2026, 2, 1, 4) * 1000)
    expect(parseFilterMoment('2026-03-01T00:00:00Z', -4 * HOUR)?.floor).toBe(Date.UTC(2026, 2, 1) * 1000)
  })

  it('finer than a microsecond is known to be cut', () => {
    expect(parseFilterMoment('2026-03-01T09:30:00.1234567', 0)).toEqual({ floor: at + 123_456, exact: false })
    expect(parseFilterMoment('2026-03-01T09:30:00.1234560', 0)).toEqual({ floor: at + 123_456, exact: true })
  })

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-3-1',
    '2026-03-01 09:30:00',
    '2026-03-01T09:30',
    '2026-03-01T24:00:00',
    '2026-03-01T09:30:00+2',
    'yesterday',
    '',
  ])('%s is no moment', (text) => {
    expect(parseFilterMoment(text, 0)).toBeNull()
  })
})
