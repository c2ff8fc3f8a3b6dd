import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityRow } from '#core/activity/row.ts'
import { outlineOf } from '#explorer/results/outline.ts'
import { daysOf, pageLength, pageOf, pagesIn, spanOf } from './page-of-lines.ts'

/** A list in which some rows are open conversations. */
const outlines = fc
  .record({
    rows: fc.integer({ min: 0, max: 900 }),
    opened: fc.uniqueArray(fc.record({ row: fc.nat(899), lines: fc.integer({ min: 1, max: 300 }) }), {
      selector: ({ row }) => row,
      maxLength: 6,
    }),
  })
  .map(({ rows, opened }) =>
    outlineOf(
      rows,
      null,
      opened.filter(({ row }) => row < rows),
    ),
  )

describe('the pages of a list', () => {
  it('hold every line once, in order, and at most 200 rows that stand by themselves', () => {
    fc.assert(
      fc.property(outlines, (outline) => {
        const spans = Array.from({ length: pagesIn(outline) }, (_, page) => spanOf(outline, page))
        expect(spans[0]?.first).toBe(0)
        expect(spans.at(-1)?.until).toBe(outline.lineCount)
        spans.forEach(({ first, until }, page) => {
          if (page > 0) expect(first).toBe(spans[page - 1]?.until)
          let tops = 0
          for (let index = first; index < until; index += 1) {
            expect(pageOf(outline, index)).toBe(page)
            if (outline.lineAt(index).message === null) tops += 1
          }
          expect(tops).toBe(Math.min(pageLength, outline.topCount - page * pageLength))
        })
      }),
      { numRuns: 40 },
    )
  })

  it('begin with a row, never inside of a conversation', () => {
    const outline = outlineOf(300, null, [{ row: 199, lines: 50 }])
    expect(spanOf(outline, 0)).toEqual({ first: 0, until: 250 })
    expect(spanOf(outline, 1)).toEqual({ first: 250, until: 350 })
  })
})

describe('a page', () => {
  const days = ['2026-11-28', '2026-11-28', '2026-11-27', null, '2026-11-27']
  const row = (index: number) => ({ dateCreated: days[index] }) as ActivityRow

  it('is divided into the days its rows follow each other on', () => {
    const outline = outlineOf(5, null, [])
    expect(daysOf({ first: 0, until: 5 }, outline, row, ({ dateCreated }) => dateCreated)).toEqual([
      { day: '2026-11-28', lines: [0, 1] },
      { day: '2026-11-27', lines: [2] },
      { day: null, lines: [3] },
      { day: '2026-11-27', lines: [4] },
    ])
  })

  it('keeps messages, and rows that are being asked for, with what stands above them', () => {
    const outline = outlineOf(3, null, [{ row: 0, lines: 2 }])
    const rowAt = (index: number) => (index === 0 ? row(0) : null)
    expect(daysOf({ first: 0, until: 5 }, outline, rowAt, ({ dateCreated }) => dateCreated)).toEqual([
      { day: '2026-11-28', lines: [0, 1, 2, 3, 4] },
    ])
  })
})
