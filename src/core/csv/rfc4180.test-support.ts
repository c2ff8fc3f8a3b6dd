/** A reader of CSV, written from RFC 4180 and sharing nothing with the writer, to check it against. */

/** The records of a file; throws where the file breaks the grammar. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = []
  let at = 0
  while (at < text.length) {
    const record: string[] = []
    for (;;) {
      const [value, next] = text[at] === '"' ? quoted(text, at + 1) : plain(text, at)
      record.push(value)
      at = next
      if (text[at] === ',') at += 1
      else if (text.startsWith('\r\n', at)) break
      else throw new Error(`no separator at ${at}: ${JSON.stringify(text.slice(at - 10, at + 10))}`)
    }
    at += 2
    records.push(record)
  }
  return records
}

function quoted(text: string, start: number): [string, number] {
  let value = ''
  for (let at = start; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at]
    else if (text[at + 1] === '"') {
      value += '"'
      at += 1
    } else return [value, at + 1]
  }
  throw new Error('a quote is not closed')
}

function plain(text: string, start: number): [string, number] {
  let at = start
  while (at < text.length && !',\r\n"'.includes(text[at] ?? '')) at += 1
  if (text[at] === '"') throw new Error('a quote inside an unquoted field')
  return [text.slice(start, at), at]
}
