import type { World } from '#sandbox/world.ts'

/** A text as it is compared: without accents, in small letters. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The words of a text. */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/**
 * The part of Close's query language that finds leads by name or id: words (all of them must begin a word of the name), `"a phrase"`,
 * `name:…`, `company:…`, `id:lead_…`, `id in ("…", "…")`. Anything else is taken for words.
 */
export function compileLeadQuery(query: string, world: World): (lead: number) => boolean {
  const ids = idsIn(query)
  if (ids !== null) {
    const wanted = new Set(ids.map((id) => world.ids.decode('lead', id)))
    return (lead) => wanted.has(lead)
  }
  const text = query.replaceAll(/\b(?:name|company)\s*:\s*/gi, '')
  const phrases = [...text.matchAll(/"([^"]*)"/g)].map((match) => folded(match[1] ?? ''))
  const words = wordsOf(text.replaceAll(/"[^"]*"/g, ' '))
  return (lead) => {
    const name = world.leads[lead]?.name ?? ''
    const parts = wordsOf(name)
    return (
      words.every((word) => parts.some((part) => part.startsWith(word))) &&
      phrases.every((phrase) => folded(name).includes(phrase))
    )
  }
}

function idsIn(query: string): readonly string[] | null {
  const [, list] = /^\s*id\s+in\s*\(([^)]*)\)\s*$/i.exec(query) ?? []
  if (list !== undefined) return list.split(',').map((id) => id.trim().replaceAll('"', ''))
  const [, one] = /^\s*id\s*:\s*"?(\w+)"?\s*$/i.exec(query) ?? []
  return one === undefined ? null : [one]
}
