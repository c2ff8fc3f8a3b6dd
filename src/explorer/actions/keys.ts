/**
 * Keys, as they are written (`Mod+k`, `?`, `Shift+ArrowDown`, `t ArrowLeft`) and as they are pressed. Characters are compared by
 * what they are and not by where they lie, so that they work on any layout; on layouts without Latin letters, by where they lie.
 */

/** One press: a character in lower case or a name such as `Enter`, and what is held with it. */
export interface Chord {
  /** Control, or Command on a Mac. */
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

/** What a keyboard event tells. */
export interface Press {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** A third level of the layout is held, as for `[` on many of them. */
  readonly altGraph: boolean
}

/** Reads one or several presses in a row. Throws on a modifier that there is not: keys are written in this program only. */
export function parseKeys(text: string): readonly Chord[] {
  return text.split(' ').map(parseChord)
}

function parseChord(text: string): Chord {
  const parts = text.split(/\+(?!$)/)
  const key = parts.at(-1) ?? ''
  const held = new Set(parts.slice(0, -1))
  for (const name of held) if (!['Mod', 'Alt', 'Shift'].includes(name)) throw new Error(`Not a modifier: ${name}`)
  return { mod: held.has('Mod'), alt: held.has('Alt'), shift: held.has('Shift'), key: key === 'Space' ? ' ' : key }
}

/** What was pressed; null for a modifier by itself and for combinations that are never ours. */
export function chordOf(press: Press, isMac: boolean): Chord | null {
  const key = layoutKey(press)
  if (modifiers.has(key)) return null
  const isSymbol = key.length === 1 && key !== ' ' && !isLetter(key)
  // A third level is told as Control and Alt, or on a Mac as Option: with a symbol it only made the symbol.
  const third = press.altGraph || (isMac && isSymbol && press.altKey && !press.ctrlKey)
  const ctrl = press.ctrlKey && !press.altGraph
  if (isMac ? ctrl : press.metaKey) return null
  return {
    mod: isMac ? press.metaKey : ctrl,
    alt: press.altKey && !third,
    shift: press.shiftKey && !isSymbol,
    key: isLetter(key) ? key.toLowerCase() : key,
  }
}

export function sameChord(a: Chord, b: Chord): boolean {
  return a.key === b.key && a.mod === b.mod && a.alt === b.alt && a.shift === b.shift
}

/** A single character, which somebody who speaks to the computer presses by accident: such keys can be switched off. */
export function isCharacter({ key, mod, alt }: Chord): boolean {
  return key.length === 1 && key !== ' ' && !mod && !alt
}

const modifiers = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
])

function isLetter(key: string): boolean {
  return /^[a-z]$/i.test(key)
}

const places: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Semicolon: [';', ':'],
  Slash: ['/', '?'],
}

/** The key as on a Latin layout, where the layout's own letter is of another script. */
function layoutKey({ key, code, shiftKey }: Press): string {
  if (!/^\p{L}$/u.test(key) || /^\p{Script=Latin}$/u.test(key)) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  return letter?.toLowerCase() ?? places[code]?.[shiftKey ? 1 : 0] ?? key
}
