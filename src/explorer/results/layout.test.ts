import { expect, test } from 'vitest'
import { toColumns } from '#core/activity/columns.ts'
import { lineSizes, rowHeightOf } from './layout.ts'

const columns = toColumns(['time', 'lead', 'summary'])

test('a row has one height within a density, taller for two lines', () => {
  const heights = [false, true].flatMap((wraps) =>
    (['comfortable', 'compact'] as const).map((density) => rowHeightOf('lines', { density, wraps })),
  )
  expect(heights).toEqual([33, 25, 53, 45])
  expect(rowHeightOf('cards', { density: 'compact', wraps: true })).toBe(60)
})

test('the summary takes what is left, unless it was given a width', () => {
  const plain = { widths: {}, pinned: 0, isTree: false }
  expect(lineSizes(columns, plain)['--columns']).toBe('minmax(150px, 150px) minmax(119px, 180px) minmax(220px, 1fr)')
  expect(lineSizes(columns, { ...plain, widths: { summary: 300 } })['--columns']).toMatch(/ 300px$/)
})

test('pinned columns stay side by side at the start', () => {
  const sizes = lineSizes(columns, { widths: { time: 120 }, pinned: 2, isTree: false })
  expect(sizes).toMatchObject({ '--pin-0': '0px', '--pin-1': '120px' })
  expect(sizes['--columns']).toMatch(/^120px 180px /)
  expect(lineSizes(columns, { widths: {}, pinned: 2, isTree: true })['--pin-1']).toBe('178px')
})
