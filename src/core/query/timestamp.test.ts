import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilFromDays,
  compareTimestamps,
  daysFromCivil,
  formatInstant,
  parseTimestamp,
  roundUpToSecond,
} from './timestamp.ts'

describe('timestamps', () => {
  test('a timestamp of Close keeps its microseconds', () => {
    expect(parseTimestamp('2026-03-04T14:05:09.113001+00:00')).toEqual({ seconds: 1_772_633_109, micros: 113_001 })
  })

  test('a timestamp without an offset is UTC', () => {
    expect(parseTimestamp('2019-11-04T11:04:13.014979')).toEqual(parseTimestamp('2019-11-04T11:04:13.014979Z'))
  })

  test('offsets on either side name the same moment', () => {
    expect(parseTimestamp('2026-03-01T02:30:00+02:30')).toEqual(parseTimestamp('2026-03-01T00:00:00Z'))
    expect(parseTimestamp('2026-02-28T19:00:00-05:00')).toEqual(parseTimestamp('2026-03-01T00:00:00Z'))
  })

  test.each([
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01',
    'yesterday',
    '2026-01-01T00:60:00Z',
  ])('%s is no moment', (text) => expect(parseTimestamp(text)).toBeNull())

  test('one microsecond past a second rounds up to the next', () => {
    expect(formatInstant(roundUpToSecond(parseTimestamp('2026-12-31T23:59:59.000001+00:00')!))).toBe(
      '2027-01-01T00:00:00Z',
    )
    expect(formatInstant(roundUpToSecond(parseTimestamp('2026-12-31T23:59:59+00:00')!))).toBe('2026-12-31T23:59:59Z')
  })

  test('days and dates are inverse over four thousand years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 800_000 }), (days) => {
        const { year, month, day } = civilFromDays(days)
        expect(daysFromCivil(year, month, day)).toBe(days)
      }),
      { numRuns: 10_000 },
    )
  })

  test('any second of four centuries survives formatting', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 8_000_000_000 }), (seconds) => {
        expect(parseTimestamp(formatInstant(seconds))).toEqual({ seconds, micros: 0 })
      }),
      { numRuns: 10_000 },
    )
  })

  test('microseconds order what their seconds do not', () => {
    const [a, b] = ['2026-01-01T00:00:00.000001Z', '2026-01-01T00:00:00.000002Z'].map((text) => parseTimestamp(text)!)
    expect(compareTimestamps(a!, b!)).toBeLessThan(0)
  })
})
