import { expect, test } from 'vitest'
import { toColumns } from '#core/activity/columns.ts'
import { headerHeightOf, lineSizes, rowHeightOf } from './layout.ts'

const columns = toColumns(['time', 'lead', 'summary'])

test('a row has one height within a density, taller for two lines', () => {
  const heights = [false, true].flatMap((wraps) =>
    (['comfortable', 'compact'] as const).map((density) => rowHeightOf('lines', { density, wraps, scale: 1 })),
  )
  expect(heights).toEqual([33, 25, 53, 45])
  expect(rowHeightOf('cards', { density: 'compact', wraps: true, scale: 1 })).toBe(60)
})

test('the summary takes what is left, unless it was given a width', () => {
  const plain = { widths: {}, pinned: 0, isTree: false, scale: 1 }
  expect(lineSizes(columns, plain)['--columns']).toBe('minmax(184px, 184px) minmax(119px, 180px) minmax(220px, 1fr)')
  expect(lineSizes(columns, { ...plain, widths: { summary: 300 } })['--columns']).toMatch(/ 300px$/)
})

test('pinned columns stay side by side at the start', () => {
  const sizes = lineSizes(columns, { widths: { time: 120 }, pinned: 2, isTree: false, scale: 1 })
  expect(sizes).toMatchObject({ '--pin-0': '0px', '--pin-1': '120px' })
  expect(sizes['--columns']).toMatch(/^120px 180px /)
  expect(lineSizes(columns, { widths: {}, pinned: 2, isTree: true, scale: 1 })['--pin-1']).toBe('212px')
})

test('what holds text grows with the font of the reader; a width that was chosen stays', () => {
  const wide = { density: 'comfortable', wraps: false, scale: 1.5 } as const
  expect(rowHeightOf('lines', wide)).toBe(43)
  expect(rowHeightOf('cards', wide)).toBe(90)
  expect(headerHeightOf('lines', 1.5)).toBe(48)
  expect(headerHeightOf('cards', 1.5)).toBe(0)
  const sizes = { widths: { lead: 100 }, pinned: 0, isTree: false, scale: 1.5 }
  expect(lineSizes(columns, sizes)['--columns']).toBe('minmax(276px, 276px) 100px minmax(330px, 1fr)')
})
