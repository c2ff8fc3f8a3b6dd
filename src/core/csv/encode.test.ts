import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeLine, guard, prologue, uniqueHeaders, type CsvCell } from './encode.ts'
import { parseCsv } from './rfc4180.test-support.ts'

const wellFormed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'",;\r\n\t =+-@\0\'a1é😀\u200b\ufeff＝') }),
)
const cell: fc.Arbitrary<CsvCell> = fc.oneof(wellFormed, fc.double({ noNaN: true }), fc.constant(null))
const cells = fc.array(cell, { minLength: 1, maxLength: 8 })

describe('the exact profile', () => {
  test('gives every text back to a reader of RFC 4180', () => {
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (lines) => {
        const file = lines.map((line) => encodeLine(line, 'exact').text).join('')
        expect(parseCsv(file)).toEqual(lines.map((line) => line.map((value) => (value === null ? '' : String(value)))))
      }),
      { numRuns: 10_000 },
    )
  })

  test('tells the empty text from nothing', () => {
    expect(encodeLine(['', null, 'x'], 'exact').text).toBe('"",,x\r\n')
  })

  test('writes texts as they are', () => {
    expect(encodeLine(['=1+1', '+4915', ' a', "'b"], 'exact').text).toBe("=1+1,+4915, a,'b\r\n")
    expect(prologue('exact')).toBe('')
  })
})

/** What a spreadsheet would take for a formula once it has dropped what it cannot show. */
function wouldRun(text: string): boolean {
  const visible = text.replace(/^[\s\p{Cf}\p{Z}]+/u, '')
  return /^[=+\-@＝＋－＠]/.test(visible) || /^[\t\r\n\0]/.test(text)
}

describe('the spreadsheet profile', () => {
  test('lets no text begin a formula, and changes nothing else', () => {
    fc.assert(
      fc.property(cells, (line) => {
        const [record = []] = parseCsv(encodeLine(line, 'spreadsheet').text)
        expect(record).toHaveLength(line.length)
        line.forEach((value, index) => {
          const written = record[index] ?? ''
          if (typeof value !== 'string') return expect(written).toBe(value === null ? '' : String(value))
          expect(wouldRun(written)).toBe(false)
          expect(written === value || written === `'${value}`).toBe(true)
        })
      }),
      { numRuns: 10_000 },
    )
  })

  test.each([
    '=1',
    '+1',
    '-1',
    '@a',
    '\t=',
    '\r',
    '\n',
    '\0x',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    ' =1',
    '\u00a0=1',
    '\ufeff=1',
    '\u200b@a',
    ' \t=1',
    '\u3000-1',
  ])('guards %j', (text) => {
    expect(guard(text)).toBe(`'${text}`)
  })

  test.each(['', 'a=1', '007', '1-2', 'x\n=cmd', '😀', '(+1)'])('leaves %j', (text) => {
    expect(guard(text)).toBe(text)
  })

  test('leaves numbers alone', () => {
    expect(encodeLine([-5, 1e21, 0], 'spreadsheet').text).toBe('-5,1e+21,0\r\n')
  })

  test('quotes what another separator would split', () => {
    expect(encodeLine(['a;=b', ' c'], 'spreadsheet').text).toBe('"a;=b"," c"\r\n')
  })

  test('cuts a cell at what a spreadsheet holds, and counts it', () => {
    const { text, changes } = encodeLine([`=${'x'.repeat(40_000)}`, 'y'], 'spreadsheet')
    const [record = []] = parseCsv(text)
    expect(record[0]?.length).toBeLessThanOrEqual(32_767)
    expect(record[0]?.endsWith('…')).toBe(true)
    expect(changes).toEqual({ replaced: 0, cut: 1 })
  })

  test('begins with the mark that tells spreadsheets the encoding', () => {
    expect(prologue('spreadsheet')).toBe('\ufeff')
  })
})

test('half characters are replaced and counted', () => {
  const { text, changes } = encodeLine(['a\ud800b\udc00😀'], 'exact')
  expect(text).toBe('a\ufffdb\ufffd😀\r\n')
  expect(changes.replaced).toBe(2)
})

test('headers that occur twice are told apart', () => {
  expect(uniqueHeaders(['Stage', 'Stage (2)', 'Stage', 'Stage'])).toEqual([
    'Stage',
    'Stage (2)',
    'Stage (3)',
    'Stage (4)',
  ])
})
