/** CSV as text: quoting by RFC 4180, and for spreadsheets a guard against cells that would run as formulas. */

/** `spreadsheet` is for opening by hand, `exact` for programs. */
export type CsvProfile = 'spreadsheet' | 'exact'

/** A text, a number as the API sent it, or nothing. */
export type CsvCell = string | number | null

/** What a line's text does not show. */
export interface CsvChanges {
  /** Halves of characters that no encoding can hold, replaced by U+FFFD. */
  readonly replaced: number
  /** Cells cut at a spreadsheet's limit. */
  readonly cut: number
}

export interface CsvLine {
  /** With its line end. */
  readonly text: string
  readonly changes: CsvChanges
}

export const lineEnd = '\r\n'

/** Spreadsheets take a file for UTF-8 when it begins with this. */
export function prologue(profile: CsvProfile): string {
  return profile === 'spreadsheet' ? '\ufeff' : ''
}

/** Spreadsheets hold no more in a cell, counted in UTF-16 units; the guard's apostrophe is one of them. */
const cellLimit = 32_767

const blank =
  '[ \\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u2066-\\u2069\\u3000\\ufeff]*'
const dangerous = '[=+\\-@\\t\\r\\n\\u0000\\uff1d\\uff0b\\uff0d\\uff20]'
const formula = new RegExp(`^${blank}${dangerous}`)

/** A text that no spreadsheet takes for a formula: an apostrophe stands before it when it begins like one. */
export function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

const special = {
  // At the beginning of a file, readers drop the mark of an encoding.
  exact: /[",\r\n]|^\ufeff/,
  // Other separators of spreadsheets, and blanks that some of them strip.
  spreadsheet: /[",;\t\r\n\0]|^\s|\s$|^'/,
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

const half = /\p{Surrogate}/gu

/** One line of cells. */
export function encodeLine(cells: readonly CsvCell[], profile: CsvProfile): CsvLine {
  let replaced = 0
  let cut = 0
  const texts = cells.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return String(cell)
    const whole = cell.replace(half, () => {
      replaced += 1
      return '\ufffd'
    })
    if (profile === 'exact') return whole === '' || special.exact.test(whole) ? quote(whole) : whole
    const fitting = fit(whole)
    if (fitting !== whole) cut += 1
    const safe = guard(fitting)
    return special.spreadsheet.test(safe) ? quote(safe) : safe
  })
  return { text: texts.join(',') + lineEnd, changes: { replaced, cut } }
}

function fit(text: string): string {
  if (text.length < cellLimit) return text
  // Not between the halves of a character.
  return text.slice(0, cellLimit - 2).replace(/[\ud800-\udbff]$/, '') + '…'
}

/** The headers with those that occurred before made unique, also once they are written: "Stage", "Stage (2)". */
export function uniqueHeaders(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return headers.map((header) => {
    let name = header
    for (let number = 2; taken.has(asWritten(name)); number += 1) name = `${header} (${number})`
    taken.add(asWritten(name))
    return name
  })
}

function asWritten(header: string): string {
  return guard(header.replace(half, '\ufffd'))
}
