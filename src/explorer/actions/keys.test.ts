import { describe, expect, it } from 'vitest'
import { isBrowsers } from './browser-keys.ts'
import { catalogue } from './catalogue.ts'
import { ariaKeys, keyText } from './key-names.ts'
import { createKeyReader } from './key-reader.ts'
import { chordOf, parseKeys, type Press, sameChord } from './keys.ts'

const nothingHeld = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false }

function press(key: string, held: Partial<Press> = {}, code = ''): Press {
  return { ...nothingHeld, key, code, ...held }
}

function means(keys: string, pressed: Press, isMac = false): boolean {
  const [wanted] = parseKeys(keys)
  const chord = chordOf(pressed, isMac)
  return wanted !== undefined && chord !== null && sameChord(wanted, chord)
}

describe('a pressed key', () => {
  it('is the character, wherever it lies', () => {
    expect(means('?', press('?', { shiftKey: true }))).toBe(true)
    expect(means('/', press('/', { shiftKey: true }, 'Digit7')), 'German').toBe(true)
    expect(means('[', press('[', { ctrlKey: true, altKey: true, altGraph: true })), 'AltGr').toBe(true)
    expect(means('[', press('[', { altKey: true }), true), 'Option on a German Mac').toBe(true)
    expect(means('k', press('t', {}, 'KeyK')), 'Dvorak').toBe(false)
  })

  it('is found by its place where the layout has no Latin letters', () => {
    expect(means('j', press('о', {}, 'KeyJ'))).toBe(true)
    expect(means('Mod+k', press('л', { ctrlKey: true }, 'KeyK'))).toBe(true)
    expect(means(';', press('ö', {}, 'Semicolon')), 'a Latin letter is itself').toBe(false)
  })

  it('is the same with Caps Lock, and another with Shift', () => {
    expect(means('j', press('J'))).toBe(true)
    expect(means('j', press('J', { shiftKey: true }))).toBe(false)
    expect(means('Shift+ArrowDown', press('ArrowDown', { shiftKey: true }))).toBe(true)
    expect(means('ArrowDown', press('ArrowDown', { shiftKey: true }))).toBe(false)
  })

  it('takes Control, or Command on a Mac, and never the other', () => {
    expect(means('Mod+k', press('k', { ctrlKey: true }))).toBe(true)
    expect(means('Mod+k', press('k', { metaKey: true }))).toBe(false)
    expect(means('Mod+k', press('k', { metaKey: true }), true)).toBe(true)
    expect(means('Mod+k', press('k', { ctrlKey: true }), true)).toBe(false)
    expect(means('k', press('k', { ctrlKey: true }))).toBe(false)
    expect(means('k', press('k', { altKey: true }))).toBe(false)
    expect(chordOf(press('Control', { ctrlKey: true }), false)).toBeNull()
  })
})

describe('presses in a row', () => {
  const reader = () =>
    createKeyReader([
      { keys: parseKeys('t ArrowLeft'), value: 'back' },
      { keys: parseKeys('j'), value: 'next' },
    ])
  const of = (keys: string) => chordOf(press(keys), false) ?? { mod: false, alt: false, shift: false, key: '' }

  it('are awaited, and forgotten after a while', () => {
    const { read } = reader()
    expect(read(of('t'), 0)?.kind).toBe('begun')
    expect(read(of('ArrowLeft'), 500)).toEqual({ kind: 'done', values: ['back'] })
    expect(read(of('t'), 1000)?.kind).toBe('begun')
    expect(read(of('ArrowLeft'), 9000)).toBeNull()
  })

  it('begin anew with a press that does not go on', () => {
    const { read } = reader()
    read(of('t'), 0)
    expect(read(of('j'), 10)).toEqual({ kind: 'done', values: ['next'] })
    expect(read(of('ArrowLeft'), 20)).toBeNull()
  })
})

describe('the catalogue', () => {
  const all = catalogue.flatMap((entry) => entry.keys.map((text) => ({ entry, text, keys: parseKeys(text) })))

  const hasItsOwn = new Set<string>(['find', 'timeline', 'edge'])

  it('wants no keys twice in the same place, nor the beginning of others', () => {
    const conflicts = all.flatMap((a, i) =>
      all.slice(i + 1).filter((b) => {
        const apart = a.entry.where !== b.entry.where && [a, b].some(({ entry }) => hasItsOwn.has(entry.where))
        const layers = a.entry.isLayer && b.entry.isLayer
        const length = Math.min(a.keys.length, b.keys.length)
        const same = a.keys.slice(0, length).every((chord, at) => {
          const other = b.keys[at]
          return other !== undefined && sameChord(chord, other)
        })
        return same && !apart && !layers
      }),
    )
    expect(conflicts.map(({ entry, text }) => `${entry.id}: ${text}`)).toEqual([])
  })

  it('takes nothing that is the browser’s', () => {
    expect(all.filter(({ keys }) => keys.some(isBrowsers)).map(({ text }) => text)).toEqual([])
    for (const owned of ['Mod+l', 'Mod+Shift+t', 'Mod++', 'F5', 'Alt+ArrowLeft']) {
      expect(parseKeys(owned).every(isBrowsers), owned).toBe(true)
    }
  })

  it('has every id and every label once', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
    const choices = catalogue.filter(({ isTold }) => !isTold)
    expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length)
  })
})

describe('keys for a reader', () => {
  it('are named as on the keyboard', () => {
    expect(keyText('Mod+k', false)).toBe('Ctrl K')
    expect(keyText('Mod+k', true)).toBe('⌘ K')
    expect(keyText('t ArrowLeft', false)).toBe('T then ←')
    expect(ariaKeys('Mod+k', false)).toBe('Control+k')
    expect(ariaKeys('t ArrowLeft', false)).toBeUndefined()
  })
})
