/** The files as other people's programs read them. */
import { parse as csvParse } from 'csv-parse/sync'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { encodeLine, guard, prologue, uniqueHeaders, type CsvCell, type CsvProfile } from './encode.ts'

type Table = readonly (readonly string[])[]

const readers: Readonly<Record<string, (text: string) => Table>> = {
  papaparse: (text) => {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' })
    expect(errors).toEqual([])
    // It takes the last line's end for the beginning of one more.
    return data.slice(0, -1)
  },
  'csv-parse': (text) => csvParse(text, { bom: true, record_delimiter: '\r\n' }),
}

const profiles = ['exact', 'spreadsheet'] as const

function fileOf(table: readonly (readonly CsvCell[])[], profile: CsvProfile): string {
  return prologue(profile) + table.map((line) => encodeLine(line, profile).text).join('')
}

/** What a reader should find. */
function expected(cell: CsvCell, profile: CsvProfile): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const whole = cell.replace(/\p{Surrogate}/gu, '\ufffd')
  return profile === 'exact' ? whole : guard(whole)
}

const tricky = fc.constantFrom(...'"",,;\r\n\t =+-@\0\'a1é😀\u200b\ufeff＝\u2028\ud800\udc00|\\')
const cell: fc.Arbitrary<CsvCell> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: tricky, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '\r', '\n', '"', '""', '\ufeff', '\r\n', ' ', '\ufeff=1', '=1;2', null) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }) },
)
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))

test.each(profiles)('10,000 tables come back as they were: %s', (profile) => {
  fc.assert(
    fc.property(table, (lines) => {
      const wanted = lines.map((line) => line.map((value) => expected(value, profile)))
      const file = fileOf(lines, profile)
      for (const read of Object.values(readers)) expect(read(file)).toEqual(wanted)
    }),
    { numRuns: 10_000 },
  )
})

describe('in the spreadsheet profile', () => {
  const triggers = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']
  const blanks = ['', ' ', '\u00a0', '\ufeff', '\u200b', '\u3000', '\u2066', ' \u00ad ']
  const payloads = ['1+1', "cmd|' /C calc'!A0", 'HYPERLINK("https://x.invalid";"a")', '']
  const places: readonly ((formula: string) => string)[] = [
    (formula) => formula,
    (formula) => `${formula}"`,
    (formula) => `${formula},2`,
    (formula) => `${formula}\r\n${formula}`,
  ]

  /** What would run once what cannot be seen is dropped; the guard's apostrophe makes it text. */
  const runs = (text: string) =>
    /^[=+\-@＝＋－＠]/.test(text.replace(/^[\s\p{Cf}\p{Z}]+/u, '')) || /^[\t\r\n\0]/.test(text)

  const cases = triggers.flatMap((trigger) =>
    blanks.flatMap((blank) =>
      payloads.flatMap((payload) => places.map((place) => place(`${blank}${trigger}${payload}`))),
    ),
  )

  test(`${cases.length} formulas in every place of a line are text, for every reader`, () => {
    const lines = cases.flatMap((text) => [
      [text, 'a', 'b'],
      ['a', text, 'b'],
      ['a', 'b', text],
    ])
    const file = fileOf(lines, 'spreadsheet')
    for (const read of Object.values(readers)) {
      const found = read(file)
      expect(found).toHaveLength(lines.length)
      expect(found.flat().filter(runs)).toEqual([])
      expect(found.flat()).toEqual(lines.flat().map((text) => expected(text, 'spreadsheet')))
    }
  })

  test.each([';', '\t'])('a reader that separates at %j finds no formula either', (delimiter) => {
    const inside = triggers.flatMap((trigger) => [`a${delimiter}${trigger}1`, `a"${delimiter}${trigger}1`])
    const file = fileOf(
      inside.map((text) => [text]),
      'spreadsheet',
    )
    const { data } = Papa.parse<string[]>(file, { delimiter, newline: '\r\n' })
    expect(data.slice(0, -1)).toEqual(inside.map((text) => [text]))
  })

  test('numbers are written as they came, and texts that look like numbers are guarded only where they must be', () => {
    const numbers = [-5, 0, 1e21, 1e-7, -0.5, 9_007_199_254_740_991]
    const texts = ['+15551234', '007', '123456789012345678', '1e5', '-5']
    const [record] = readers['csv-parse']?.(fileOf([[...numbers, ...texts]], 'spreadsheet')) ?? []
    expect(record).toEqual([...numbers.map(String), "'+15551234", '007', '123456789012345678', '1e5', "'-5"])
  })

  test('a cell holds 32,767 units, and not half a character at the cut', () => {
    const lines = [32_766, 32_767, 32_768, 40_000].flatMap((length) => [
      ['x'.repeat(length), 'y'],
      ['😀'.repeat(length / 2), 'y'],
      [`=${'"'.repeat(length - 1)}`, 'y'],
    ])
    for (const read of Object.values(readers)) {
      const found = read(fileOf(lines, 'spreadsheet'))
      expect(found.map(([, second]) => second)).toEqual(lines.map(() => 'y'))
      expect(found.every(([text = '']) => text.length <= 32_767 && !/\p{Surrogate}/u.test(text))).toBe(true)
    }
  })
})

test.each(profiles)('headers come back each its own, and as text: %s', (profile) => {
  const names = fc.constantFrom(
    '=1',
    "'=1",
    'Stage',
    'Stage (2)',
    'Stage (3)',
    'a\ud800',
    'a\ufffd',
    '\ufeff',
    'x,"y"',
    '',
  )
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), (headers) => {
      const file = fileOf([uniqueHeaders(headers)], profile)
      for (const read of Object.values(readers)) {
        const found = read(file)[0] ?? []
        expect(new Set(found).size).toBe(headers.length)
        if (profile === 'spreadsheet') expect(found.filter((header) => header.startsWith('='))).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
})
