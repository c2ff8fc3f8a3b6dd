import { activityTypes } from '#core/close/activity-types.ts'
import { customTypes } from '#sandbox/dataset/settings.ts'
import type { Ids } from '#sandbox/ids.ts'
import { CUSTOM } from '#sandbox/store/kinds.ts'
import type { Strictness } from '#sandbox/strictness.ts'
import type { Parameters } from './parameters.ts'
import type { Problems } from './problems.ts'

/** Kinds, and custom activity types by number. */
export interface TypeFilter {
  readonly kinds: ReadonlySet<number>
  readonly customTypes: ReadonlySet<number>
}

export function matchesType(filter: TypeFilter, kind: number, extra: number): boolean {
  return filter.kinds.has(kind) || (kind === CUSTOM && filter.customTypes.has(extra))
}

/** `_type` and `_type__in`: type words, `Custom`, and custom activity type ids, mixed; both count when both are given. */
export function readTypes(
  parameters: Parameters,
  problems: Problems,
  strictness: Strictness,
  ids: Ids,
): TypeFilter | null {
  const read = (name: string): TypeFilter | null => {
    const words = parameters.list(name)
    if (words === null) return null
    const wrong = words.filter((word) => !isWord(word) && !word.startsWith('actitype_'))
    if (wrong.length > 0 && strictness.unknownTypeWord === 'refuse')
      problems.field(name, `Input should be an activity type (got "${wrong.join(', ')}")`)
    return {
      kinds: new Set(words.filter(isWord).map((word) => activityTypes.findIndex((t) => t.word === word))),
      customTypes: new Set(customTypeNumbers(words, ids)),
    }
  }
  const a = read('_type')
  const b = read('_type__in')
  return a === null || b === null ? (a ?? b) : intersect(a, b)
}

/** The numbers of custom activity type ids; ids of no type fall out. */
export function customTypeNumbers(list: readonly string[], ids: Ids): number[] {
  return list
    .map((id) => ids.decode('actitype', id))
    .filter((number) => number !== null)
    .filter((number) => number < customTypes.length)
}

function isWord(word: string): boolean {
  return activityTypes.some((t) => t.word === word)
}

function intersect(a: TypeFilter, b: TypeFilter): TypeFilter {
  const kinds = new Set([...a.kinds].filter((kind) => b.kinds.has(kind)))
  const custom = customTypes
    .map((_, number) => number)
    .filter((number) => matchesType(a, CUSTOM, number) && matchesType(b, CUSTOM, number))
  return { kinds, customTypes: new Set(custom) }
}
