import { expect, test } from 'vitest'
import { durationText } from './duration-text.ts'

test.each([
  [0, '1 second'],
  [40.2, '41 seconds'],
  [90, '90 seconds'],
  [91, '2 minutes'],
  [5400, '90 minutes'],
  [5401, '2 hours'],
])('%d seconds are %s', (seconds, text) => expect(durationText(seconds, 'en-GB')).toBe(text))
