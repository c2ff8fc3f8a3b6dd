/** Ids of what was chosen in the palette lately, on this machine. Never those of people or leads. */
import { onlyWhenTyped, type PaletteEntry, withRecent } from './palette-entry.ts'

const key = 'palette-recent'

/** Begins the ids of recent queries: they are remembered elsewhere. */
export const recentQuery = 'recent:'

export function recentEntries(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function rememberEntry({ id, group }: PaletteEntry): void {
  if (onlyWhenTyped.has(group) || id.startsWith(recentQuery)) return
  try {
    localStorage.setItem(key, JSON.stringify(withRecent(recentEntries(), id)))
  } catch {
    // Then nothing is remembered.
  }
}
