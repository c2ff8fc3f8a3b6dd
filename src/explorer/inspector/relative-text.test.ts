import { expect, test } from 'vitest'
import { relativeText } from './relative-text.ts'

const day = 86_400

test('times are told in the largest unit that fits', () => {
  expect(relativeText(-3 * day, 'en-GB')).toBe('3 days ago')
  expect(relativeText(-20 * day, 'en-GB')).toBe('2 weeks ago')
  expect(relativeText(400 * day, 'en-GB')).toBe('next year')
})

test('a moment ago is told in seconds', () => {
  expect(relativeText(-5, 'en-GB')).toBe('5 seconds ago')
  expect(relativeText(0, 'en-GB')).toBe('now')
})
