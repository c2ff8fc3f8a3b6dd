/**
 * The codec between a query and the search parameters of a link. Any query survives the trip; what a link says and this
 * program does not understand is kept in the query, so that no filter goes missing without a word.
 */
import { emptyQuery, type ActivityQuery, type UnreadPart } from './activity-query.ts'
import { readSearch, type Atom } from './link-reading.ts'
import { parameterNamed, parameters, type ListParameter, type SingleParameter } from './parameters.ts'
import { joinSearch } from './url-text.ts'

export interface ParsedSearch {
  readonly query: ActivityQuery
  /** Sentences about what was read differently than written. */
  readonly notes: readonly string[]
  /** Names of parameters that carried a key or a token. They are kept nowhere. */
  readonly secrets: readonly string[]
}

/** Reads the search part of a page's address, with or without its question mark. Never throws. */
export function parseSearch(search: string): ParsedSearch {
  const { atoms: read, notes, secrets } = readSearch(search)
  const atoms = read.map((atom, at) => ({ ...atom, at }))
  const found = parameters.reduce<Found>(
    (sofar, parameter) => {
      const own = atoms.filter((atom) => atom.parameter === parameter)
      return own.length === 0
        ? sofar
        : parameter.kind === 'list'
          ? readList(sofar, parameter, own)
          : readSingle(sofar, parameter, own)
    },
    {
      query: emptyQuery,
      unread: atoms.flatMap((atom) => (atom.parameter ? [] : unreadAtom(atom, atom.reason))),
      notes,
    },
  )
  return { query: { ...found.query, unread: inOrder(found.unread) }, notes: [...new Set(found.notes)], secrets }
}

/** Writes a query as search parameters in canonical order, without a question mark; empty for the default query. */
export function serializeSearch(query: ActivityQuery): string {
  const read = parameters.flatMap((parameter) => {
    const text = parameter.kind === 'list' ? query[parameter.key].join(',') : parameter.write(query)
    return text === null || text === '' ? [] : [[parameter.name, text] as const]
  })
  const unread = query.unread.filter((part) => !isSuperseded(query, part))
  return joinSearch([...read, ...unread.map(({ name, value }) => [name, value] as const)])
}

/** A single value that was not understood gives way to the one chosen since. */
function isSuperseded(query: ActivityQuery, { name }: UnreadPart): boolean {
  const parameter = parameterNamed(name)
  return parameter?.kind === 'single' && parameter.write(query) !== null
}

/** `at` is the place in the link. */
interface PlacedAtom extends Atom {
  readonly at: number
}

interface PlacedPart {
  readonly at: number
  readonly part: UnreadPart
}

interface Found {
  readonly query: ActivityQuery
  readonly unread: readonly PlacedPart[]
  readonly notes: readonly string[]
}

function unreadAtom({ at, name, value }: PlacedAtom, reason: string): PlacedPart[] {
  return [{ at, part: { name, value, reason } }]
}

function readList(found: Found, parameter: ListParameter, atoms: readonly PlacedAtom[]): Found {
  const values = new Set<string>()
  const unread: PlacedPart[] = []
  for (const atom of atoms) {
    const reading = parameter.read(atom.value)
    if (reading.status === 'understood') values.add(reading.text)
    else unread.push(...unreadAtom(atom, reading.reason))
  }
  return { ...found, query: { ...found.query, [parameter.key]: [...values] }, unread: [...found.unread, ...unread] }
}

const severalReason = 'It is given more than once, with different values.'

function readSingle(found: Found, parameter: SingleParameter, atoms: readonly PlacedAtom[]): Found {
  const readings = atoms.map((atom) => ({ atom, reading: parameter.read(atom.value) }))
  const values = new Set(
    readings.map(({ atom, reading }) => (reading.status === 'understood' ? reading.text : atom.value)),
  )
  const reading = readings[0]?.reading
  const clash = parameter.clash?.(found.query) ?? null
  const [only] = values
  if (only !== undefined && values.size === 1 && clash === null && reading?.status === 'understood') {
    const note = reading.note === undefined ? [] : [reading.note]
    return { ...found, query: parameter.apply(found.query, only), notes: [...found.notes, ...note] }
  }
  const unread = readings.flatMap(({ atom, reading }) =>
    unreadAtom(
      atom,
      reading.status === 'not-understood' ? reading.reason : values.size > 1 ? severalReason : (clash ?? severalReason),
    ),
  )
  return { ...found, unread: [...found.unread, ...unread] }
}

/** As they came, each once. */
function inOrder(placed: readonly PlacedPart[]): readonly UnreadPart[] {
  const parts = new Map<string, UnreadPart>()
  for (const { part } of placed.toSorted((a, b) => a.at - b.at)) {
    const key = JSON.stringify([part.name, part.value])
    if (!parts.has(key)) parts.set(key, part)
  }
  return [...parts.values()]
}
