/** A search string taken apart into single values, with keys taken out and its size bounded. */
import { parameterNamed, type Parameter } from './parameters.ts'
import { isSecretText, secretIn } from './secrets.ts'
import { encode, splitSearch, type Pair } from './url-text.ts'

/** One value of one parameter, as written. */
export interface Atom {
  readonly name: string
  readonly value: string
  /** undefined when no parameter has that name. */
  readonly parameter: Parameter | undefined
  /** Why it is not applied, if nothing else is said. */
  readonly reason: string
}

export interface LinkReading {
  /** In the order of the link. */
  readonly atoms: readonly Atom[]
  readonly notes: readonly string[]
  readonly secrets: readonly string[]
}

/** Characters of a link in canonical form, and values in it, that are read. */
export const maxCharacters = 16_000
export const maxValues = 500

/** A link too long is cut, and says so for as long as it is passed on: what was cut may have been a filter. */
const cutName = 'cut'

export function readSearch(search: string): LinkReading {
  const secrets = new Set<string>()
  const notes = new Set<string>()
  const atoms: Atom[] = []
  const budget = createBudget()
  let cut = 0
  for (const pair of splitSearch(search)) {
    const secret = secretIn(pair.name, pair.value)
    if (secret !== null) secrets.add(secret)
    const values = valuesOf(pair, secret !== null)
    if (pair.name === '_skip') notes.add('_skip was left out: the table starts at the first activity.')
    else if (isCutMark(pair)) cut += Number(pair.value)
    else if (values.length === 0 && secret === null) notes.add(`${pair.name} was empty and was left out.`)
    else {
      const taken = values.findIndex((value) => !budget.take(pair.name, value))
      const read = taken < 0 ? values : values.slice(0, taken)
      atoms.push(...read.map((value) => toAtom(pair.name, value)))
      if (taken < 0) continue
      cut += values.slice(taken).join(',').length + pair.after
      break
    }
  }
  if (cut > 0) atoms.push(cutAtom(Math.min(cut, 999_999_999)))
  return { atoms, notes: [...notes], secrets: [...secrets] }
}

function toAtom(name: string, value: string): Atom {
  return { name, value, parameter: parameterNamed(name), reason: 'This parameter is not known here.' }
}

/** A list's values without blanks and secrets; the one value of everything else, unless it is a secret. */
function valuesOf({ name, value }: Pair, secret: boolean): readonly string[] {
  const parameter = parameterNamed(name)
  if (secret && (parameter?.kind !== 'list' || isSecretText(name))) return []
  if (parameter === undefined) return [value]
  if (parameter.kind === 'single') return value.trim() === '' ? [] : [value.trim()]
  const values = value.split(',').map((text) => text.trim())
  const open = values.filter((text) => text !== '' && !isSecretText(text))
  return secret && open.length === values.length ? [] : open
}

function isCutMark({ name, value }: Pair): boolean {
  return name === cutName && /^[1-9]\d{0,8}$/.test(value)
}

function cutAtom(characters: number): Atom {
  const count = new Intl.NumberFormat('en-GB').format(characters)
  return {
    name: cutName,
    value: String(characters),
    parameter: undefined,
    reason: `The link was too long: its last ${count} characters were not read.`,
  }
}

/**
 * Counts what the values will take in canonical form, so that a link that was cut once is not cut again when it is read
 * back. Short single values count alike, because reading can lengthen them (a date gets its zone).
 */
function createBudget(): { take(name: string, value: string): boolean } {
  const lists = new Set<string>()
  let characters = 0
  let values = 0
  return {
    take(name, value) {
      values += 1
      characters += value.length > maxCharacters ? value.length : cost(name, value)
      return characters <= maxCharacters && values <= maxValues
    },
  }

  function cost(name: string, value: string): number {
    const parameter = parameterNamed(name)
    const text = encode(value).length
    if (parameter?.kind === 'single') return name.length + 2 + Math.max(64, text)
    if (parameter?.kind !== 'list' || parameter.read(value).status === 'not-understood')
      return encode(name).length + 2 + text
    const first = !lists.has(parameter.name)
    lists.add(parameter.name)
    return (first ? parameter.name.length + 2 : 0) + Math.max(text, 1) + 1
  }
}
