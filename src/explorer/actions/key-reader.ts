/** Finds what presses mean, also those that take two. */
import { type Chord, sameChord } from './keys.ts'

export interface Binding<Value> {
  readonly keys: readonly Chord[]
  readonly value: Value
}

/** `done`: these were meant, in order. `begun`: one more press is awaited. Null: nothing has these keys. */
export type Reading<Value> =
  | { readonly kind: 'done'; readonly values: readonly Value[] }
  | { readonly kind: 'begun'; readonly presses: readonly Chord[] }
  | null

/** Milliseconds after which a first press is forgotten. */
const patience = 2000

export interface KeyReader<Value> {
  /** `at` in milliseconds of any clock. */
  readonly read: (chord: Chord, at: number) => Reading<Value>
  readonly forget: () => void
}

export function createKeyReader<Value>(bindings: readonly Binding<Value>[]): KeyReader<Value> {
  let begun: readonly Chord[] = []
  let begunAt = 0

  function follow(presses: readonly Chord[]): Reading<Value> {
    const fitting = bindings.filter(({ keys }) => presses.every((chord, i) => isSame(keys[i], chord)))
    const values = fitting.filter(({ keys }) => keys.length === presses.length).map(({ value }) => value)
    if (values.length > 0) return { kind: 'done', values }
    return fitting.length > 0 ? { kind: 'begun', presses } : null
  }

  return {
    read(chord, at) {
      const before = at - begunAt <= patience ? begun : []
      // A press that does not go on from the one before begins anew.
      const reading = follow([...before, chord]) ?? (before.length > 0 ? follow([chord]) : null)
      begun = reading?.kind === 'begun' ? reading.presses : []
      begunAt = at
      return reading
    },
    forget() {
      begun = []
    },
  }
}

function isSame(a: Chord | undefined, b: Chord): boolean {
  return a !== undefined && sameChord(a, b)
}
