import { expect, test } from 'vitest'
import { relativeText } from './relative-time.ts'

const now = 1_772_633_109_000

test.each([
  ['2026-03-04T14:05:04+00:00', '5 seconds ago'],
  ['2026-03-04T13:05:09+00:00', '1 hour ago'],
  ['2026-03-03T14:05:09+00:00', 'yesterday'],
  ['2026-03-06T14:05:10+00:00', 'in 2 days'],
  ['2024-03-04T14:05:09+00:00', '1 year ago'],
  ['nonsense', ''],
])('%s is %s', (timestamp, text) => expect(relativeText(timestamp, now, 'en')).toBe(text))
