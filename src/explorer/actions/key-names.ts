/** Keys as a person reads them. */
import { type Chord, parseKeys } from './keys.ts'

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
  ' ': 'Space',
}

/** The caps of each press in turn: `[['Ctrl', 'K']]`, `[['T'], ['←']]`. */
export function keyCaps(keys: string, isMac: boolean): readonly (readonly string[])[] {
  return parseKeys(keys).map((chord) => capsOf(chord, isMac))
}

function capsOf({ mod, alt, shift, key }: Chord, isMac: boolean): readonly string[] {
  const cap = names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  return [mod && (isMac ? '⌘' : 'Ctrl'), alt && (isMac ? '⌥' : 'Alt'), shift && (isMac ? '⇧' : 'Shift'), cap].filter(
    (each) => each !== false,
  )
}

/** In words, to be searched and said: "Ctrl K", "T then ←". */
export function keyText(keys: string, isMac: boolean): string {
  return keyCaps(keys, isMac)
    .map((caps) => caps.join(' '))
    .join(' then ')
}

/** As `aria-keyshortcuts` wants it; undefined for presses in a row, which it cannot tell. */
export function ariaKeys(keys: string, isMac: boolean): string | undefined {
  const [chord, ...rest] = parseKeys(keys)
  if (!chord || rest.length > 0) return undefined
  const { mod, alt, shift, key } = chord
  return [mod && (isMac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', key === ' ' ? 'Space' : key]
    .filter((each) => each !== false)
    .join('+')
}
