/** The words of markup, for where markup is not drawn. Never read as markup again. */

const longest = 200_000

const breaks = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote)\b[^<>]*>/gi
const silent = /<(style|script|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi

const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** The text between tags, a line for each block, at most two empty lines' worth of space. */
export function textOfMarkup(html: string): string {
  const words = html
    .slice(0, longest)
    .replace(silent, '')
    .replace(breaks, '\n')
    .replace(/<[^<>]*(?:>|$)/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, decoded)
  return words.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim()
}

function decoded(sent: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? sent
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : sent
}
