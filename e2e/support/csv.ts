/** A reader of CSV, strict as RFC 4180 is: it knows nothing of how the files are written. */

export interface CsvFile {
  readonly hasByteOrderMark: boolean
  readonly header: readonly string[]
  readonly records: readonly (readonly string[])[]
  /** The cells of a column, from top to bottom. */
  readonly column: (header: string) => readonly string[]
}

/** Reads a file; throws where a line does not end in CRLF, a quote is not closed, or a record has more or fewer cells than the header. */
export function readCsv(bytes: Uint8Array): CsvFile {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const hasByteOrderMark = text.startsWith('\ufeff')
  const [header = [], ...records] = recordsOf(hasByteOrderMark ? text.slice(1) : text)
  for (const [index, record] of records.entries()) {
    if (record.length !== header.length)
      throw new Error(`Record ${index + 1} has ${record.length} cells, the header ${header.length}.`)
  }
  const column = (name: string) => {
    const place = header.indexOf(name)
    if (place < 0) throw new Error(`There is no column ${name} among ${header.join(', ')}.`)
    return records.map((record) => record[place] ?? '')
  }
  return { hasByteOrderMark, header, records, column }
}

/** TEXTDATA and escaped cells of the grammar, one match each, with the separator behind. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y

function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = []
  let record: string[] = []
  cell.lastIndex = 0
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const found = cell.exec(text)
    if (!found) throw new Error(`Not a cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    const [, quoted, plain = '', separator] = found
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (separator === ',') continue
    records.push(record)
    record = []
  }
  if (record.length > 0) throw new Error('The last line does not end.')
  return records
}
