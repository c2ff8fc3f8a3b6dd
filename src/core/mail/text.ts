/** A message's words without its markup, for when the markup is not drawn. The result is text and is shown as text. */

/** UTF-16 units that are read and shown. */
export const TEXT_LENGTH = 200_000

const unread = new Set(['script', 'style', 'title', 'template', 'noscript'])
const breaking = new Set(
  'address article blockquote br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
)

/** One pass over at most the first 2,000,000 units; the answer has at most `TEXT_LENGTH`. */
export function textOfMarkup(html: string): string {
  const source = html.slice(0, 2_000_000)
  const parts: string[] = []
  let length = 0
  let at = 0
  while (at < source.length && length < TEXT_LENGTH) {
    const open = source.indexOf('<', at)
    const words = source.slice(at, open < 0 ? source.length : open).replaceAll(/[ \t\r\n]+/g, ' ')
    parts.push(words)
    length += words.length
    if (open < 0) break
    const name = nameAt(source, open)
    if (isBare(source, open, name)) {
      parts.push('<')
      length++
      at = open + 1
      continue
    }
    if (breaking.has(name)) parts.push('\n')
    at = endOfTag(source, open, name)
  }
  return decoded(parts.join(''))
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, TEXT_LENGTH)
}

function nameAt(source: string, open: number): string {
  return /^<\/?([a-z][a-z0-9]{0,11})/i.exec(source.slice(open, open + 14))?.[1]?.toLowerCase() ?? ''
}

/** A "<" before anything but a name is a character. */
function isBare(source: string, open: number, name: string): boolean {
  return name === '' && !'!/?'.includes(source[open + 1] ?? ' ')
}

function endOfTag(source: string, open: number, name: string): number {
  if (source.startsWith('<!--', open)) return after(source, '-->', open + 4)
  const end = after(source, '>', open)
  return unread.has(name) && source[open + 1] !== '/' ? beforeClosing(source, name, end) : end
}

function beforeClosing(source: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.exec(source)?.index ?? source.length
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length : found + mark.length
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
