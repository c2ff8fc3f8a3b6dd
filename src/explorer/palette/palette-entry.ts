/** What the palette offers, and which of it answers to what was typed. */
import { fold, fuzzyScore } from '#lib/fuzzy.ts'

export interface PaletteEntry {
  /** The same for the same thing, always: what was used lately is remembered by it. */
  readonly id: string
  readonly group: string
  readonly label: string
  readonly detail?: string | undefined
  /** More text that typing finds it by. */
  readonly keywords?: string | undefined
  /** As the catalogue writes them. */
  readonly keys?: string | undefined
  readonly unavailable?: string | null | undefined
  readonly run: () => void
}

export interface PaletteGroup {
  readonly label: string
  readonly items: readonly PaletteEntry[]
}

const recentGroup = 'Used lately'

/** Entries shown at once. */
const most = 60

/** Groups whose entries are too many to be listed unasked. */
export const onlyWhenTyped: ReadonlySet<string> = new Set(['Users', 'Leads', 'Time zones'])

/**
 * What fits, best first; without a text everything but people, leads and zones, used lately first. An entry that was used lately comes before one
 * that answers as well.
 */
export function paletteGroups(
  entries: readonly PaletteEntry[],
  typed: string,
  recent: readonly string[],
): readonly PaletteGroup[] {
  const text = fold(typed.trim())
  if (text === '') return untyped(entries, recent)
  const found = entries
    .flatMap((entry) => {
      const score = scoreOf(entry, text)
      return score === null ? [] : [{ entry, score: score + (recent.includes(entry.id) ? 0.5 : 0) }]
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry)
  return grouped(found)
}

function scoreOf({ label, keywords = '', detail = '' }: PaletteEntry, text: string): number | null {
  const byLabel = fuzzyScore(fold(label), text)
  if (byLabel !== null) return byLabel + 1
  return fuzzyScore(fold(`${label} ${keywords} ${detail}`), text, { onlyWords: true })
}

function untyped(entries: readonly PaletteEntry[], recent: readonly string[]): readonly PaletteGroup[] {
  const shown = entries.filter(({ group }) => !onlyWhenTyped.has(group))
  const lately = recent
    .flatMap((id) => shown.find((entry) => entry.id === id) ?? [])
    .slice(0, 5)
    .map((entry) => ({ ...entry, group: recentGroup }))
  const ids = new Set(lately.map(({ id }) => id))
  return grouped([...lately, ...shown.filter(({ id }) => !ids.has(id))])
}

/** Groups in the order of their first entries. */
function grouped(entries: readonly PaletteEntry[]): readonly PaletteGroup[] {
  const groups = new Map<string, PaletteEntry[]>()
  for (const entry of entries) {
    const items = groups.get(entry.group)
    if (items) items.push(entry)
    else groups.set(entry.group, [entry])
  }
  return [...groups].map(([label, items]) => ({ label, items }))
}

/** The ids with one more in front. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((each) => each !== id)].slice(0, 12)
}
