/** From a key to what it does. */
import type { ActionRegistry } from './action-registry.ts'
import { catalogue, type ActionEntry, type ActionId, hindranceOf } from './catalogue.ts'
import type { KeyPress } from './kept-keys.ts'
import { type Binding, createKeyReader } from './key-reader.ts'
import { chordOf, isCharacter, parseKeys } from './keys.ts'

type Entry = ActionEntry & { readonly id: ActionId }

const bindings: readonly Binding<Entry>[] = catalogue
  .filter(({ where, isTold }) => where === 'page' && !isTold)
  .flatMap((entry) => entry.keys.map((keys) => ({ keys: parseKeys(keys), value: entry })))

interface Needs {
  readonly registry: Pick<ActionRegistry, 'best' | 'run' | 'say' | 'isHeld'>
  readonly isMac: boolean
  readonly characterKeys: () => boolean
  /** Whether a key pressed there may be ours. */
  readonly mayAct: (target: EventTarget | null) => boolean
}

/** Answers to key presses; prevents what it handles and nothing else. */
export function createOnKey({ registry, isMac, characterKeys, mayAct }: Needs): (event: KeyPress) => void {
  const reader = createKeyReader(bindings)
  return (event) => {
    if (event.defaultPrevented || event.isComposing || !mayAct(event.target) || registry.isHeld())
      return reader.forget()
    const chord = chordOf(pressOf(event), isMac)
    if (chord === null) return
    if (isCharacter(chord) && !characterKeys()) return reader.forget()
    const reading = reader.read(chord, event.timeStamp)
    if (reading === null) return
    if (reading.kind === 'begun') {
      event.preventDefault()
      return
    }
    const chosen = choiceOf(reading.values, registry)
    if (chosen === null) return
    event.preventDefault()
    if (event.repeat && !chosen.repeats) return
    const why = hindranceOf(chosen.id, registry)
    if (why === null) registry.run(chosen.id)
    else registry.say(why)
  }
}

/** Of layers the first that is there; a key with one meaning says why it cannot be done. */
function choiceOf(entries: readonly Entry[], registry: Needs['registry']): Entry | null {
  const possible = entries.find(({ id }) => hindranceOf(id, registry) === null)
  return possible ?? entries.find(({ isLayer }) => !isLayer) ?? null
}

function pressOf(event: KeyPress) {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph: event.getModifierState('AltGraph') }
}
