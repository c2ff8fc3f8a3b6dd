import { expect, test } from 'vitest'
import { firstEnd, lastEnd, withFirstDay, withLastDay } from './days.ts'

test('days that include themselves are shown as they are', () => {
  const bounds = { gte: '2026-03-01', lte: '2026-03-31' }
  expect(firstEnd(bounds, 'Europe/Berlin')).toEqual({ day: '2026-03-01', instant: null })
  expect(lastEnd(bounds, 'Europe/Berlin')).toEqual({ day: '2026-03-31', instant: null })
})

test('a day before the first of April ends on the 31st of March', () => {
  expect(lastEnd({ lt: '2026-04-01' }, 'UTC').day).toBe('2026-03-31')
})

test('a day after the last of February begins on the first of March', () => {
  expect(firstEnd({ gt: '2026-02-28' }, 'UTC').day).toBe('2026-03-01')
})

test('an instant falls on the day it has in the time zone, and says that it is an instant', () => {
  const bounds = { gte: '2026-03-01T23:30:00Z' }
  expect(firstEnd(bounds, 'Europe/Berlin')).toEqual({ day: '2026-03-02', instant: '2026-03-01T23:30:00Z' })
})

test('changing one end leaves the other as exact as it was', () => {
  const bounds = { gt: '2026-03-01T09:30:00Z', lt: '2026-04-01' }
  expect(withLastDay(bounds, '2026-03-15')).toEqual({ gt: '2026-03-01T09:30:00Z', lte: '2026-03-15' })
  expect(withFirstDay(bounds, '')).toEqual({ lt: '2026-04-01' })
})
