/** Combinations that belong to the browser or the system, with or without Shift. No action may have one of them. */
import { type Chord, parseKeys, sameChord } from './keys.ts'

const letters = [...'bcdghijlmnopqrstuvwxyz']
const others = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '=', ',', 'Tab', 'PageUp', 'PageDown']

const owned = [
  ...[...letters, ...others].flatMap((key) => [`Mod+${key}`, `Mod+Shift+${key}`]),
  ...['k', 'a', 'f', 'Delete', 'Escape'].map((key) => `Mod+Shift+${key}`),
  ...['ArrowLeft', 'ArrowRight', 'Home', 'd', 'e', 'f', 'F4', 'Tab', 'Enter', 'Space'].map((key) => `Alt+${key}`),
].concat(['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Tab', 'Shift+Tab', 'Shift+F10', 'Backspace'])

export function isBrowsers(chord: Chord): boolean {
  return ownedChords.some((each) => sameChord(each, chord))
}

const ownedChords = [...owned].flatMap(parseKeys)
