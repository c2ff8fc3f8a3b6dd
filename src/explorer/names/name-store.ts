/**
 * Names of what activities mention. Whoever shows ids says which are in view; after a moment they are asked for together,
 * each id once. Leads and contacts come by the hundred; users, types and outcomes as whole lists.
 */
import { idOnlyNames, type Names } from '#core/activity/names.ts'

/** Ids by kind. */
export type Wanted = { readonly [K in keyof Names]?: readonly string[] }

export interface NameStore {
  /** Another object whenever more is known. */
  readonly getSnapshot: () => Names
  readonly subscribe: (listener: () => void) => () => void
  /**
   * What one viewer shows now, in place of what it showed before. Read when the ids are gathered. Answers with what
   * takes it back.
   */
  readonly want: (viewer: string, wanted: () => Wanted) => () => void
  /** Everything known, by kind. */
  readonly known: () => { readonly [K in keyof Names]: readonly (readonly [id: string, name: string])[] }
  /** Why an id has no name, once it was asked for: Close does not give it, or it could not be asked. */
  readonly absence: (kind: keyof Names, id: string) => Absence | null
  /** Lets what failed be asked for again. */
  readonly forgive: () => void
  /** Asks for the whole list of each of these kinds. Never rejects: what cannot be learnt keeps its id. */
  readonly load: (kinds: readonly ListedKind[]) => Promise<void>
}

export type Absence = 'not-given' | 'not-asked'

/** Kinds that come as whole lists. */
export type ListedKind = Exclude<keyof Names, 'lead' | 'contact'>

type Found = Iterable<readonly [id: string, name: string]>

/** Answers with names; ids without one are missing. Rejects when it could not be asked. */
export type Look = (ids: readonly string[], learn: (kind: keyof Names, found: Found) => void) => Promise<void>

interface Needs {
  readonly looks: { readonly [K in keyof Names]: Look }
  /** Runs a task after the moment in which ids are gathered. */
  readonly later: (task: () => void) => void
}

const kinds: readonly (keyof Names)[] = [
  'lead',
  'contact',
  'user',
  'activityType',
  'customField',
  'outcome',
  'leadStatus',
]

/** Ids a request. */
const batch = 100

export const emptyNameStore: NameStore = {
  getSnapshot: () => idOnlyNames,
  subscribe: () => () => undefined,
  want: () => () => undefined,
  known: () => ({
    lead: [],
    contact: [],
    user: [],
    activityType: [],
    customField: [],
    outcome: [],
    leadStatus: [],
  }),
  absence: () => null,
  forgive: () => undefined,
  load: () => Promise.resolve(),
}

export function createNameStore({ looks, later }: Needs): NameStore {
  const known: Record<keyof Names, Map<string, string>> = {
    lead: new Map(),
    contact: new Map(),
    user: new Map(),
    activityType: new Map(),
    customField: new Map(),
    outcome: new Map(),
    leadStatus: new Map(),
  }
  const asked = new Set<string>()
  const absent = new Map<string, Absence>()
  const busy = new Set<keyof Names>()
  const viewers = new Map<string, () => Wanted>()
  const listeners = new Set<() => void>()
  let isDue = false
  let names = namesOf(known)

  function learn(kind: keyof Names, found: Found) {
    let isNews = false
    for (const [id, name] of found) {
      if (known[kind].get(id) === name) continue
      known[kind].set(id, name)
      isNews = true
    }
    if (isNews) tell()
  }

  function tell() {
    names = namesOf(known)
    for (const listener of listeners) listener()
  }

  /** Remembers what was asked in vain, and why. */
  function miss(kind: keyof Names, ids: readonly string[], why: Absence) {
    const missed = ids.filter((id) => !known[kind].has(id))
    for (const id of missed) absent.set(id, why)
    if (missed.length > 0) tell()
  }

  function missing(kind: keyof Names, wanted: readonly Wanted[]): readonly string[] {
    const ids = new Set(
      wanted.flatMap((each) => each[kind] ?? []).filter((id) => !known[kind].has(id) && !asked.has(id)),
    )
    return [...ids].slice(0, batch)
  }

  async function ask(kind: keyof Names, ids: readonly string[]) {
    busy.add(kind)
    for (const id of ids) asked.add(id)
    try {
      await looks[kind](ids, learn)
      miss(kind, ids, 'not-given')
    } catch {
      // The id stays on screen; it is asked for again after the next refresh.
      miss(kind, ids, 'not-asked')
    }
    busy.delete(kind)
    gather()
  }

  function gather() {
    if (isDue) return
    isDue = true
    later(() => {
      isDue = false
      const wanted = [...viewers.values()].map((read) => read())
      for (const kind of kinds) {
        const ids = busy.has(kind) ? [] : missing(kind, wanted)
        if (ids.length > 0) void ask(kind, ids)
      }
    })
  }

  return {
    getSnapshot: () => names,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    want(viewer, wanted) {
      viewers.set(viewer, wanted)
      gather()
      return () => {
        if (viewers.get(viewer) === wanted) viewers.delete(viewer)
      }
    },
    known: () => ({
      lead: [...known.lead],
      contact: [...known.contact],
      user: [...known.user],
      activityType: [...known.activityType],
      customField: [...known.customField],
      outcome: [...known.outcome],
      leadStatus: [...known.leadStatus],
    }),
    absence: (kind, id) => (known[kind].has(id) ? null : (absent.get(id) ?? null)),
    forgive() {
      asked.clear()
      absent.clear()
    },
    async load(wanted) {
      await Promise.allSettled(wanted.map((kind) => looks[kind]([], learn)))
    },
  }
}

function namesOf(known: Readonly<Record<keyof Names, ReadonlyMap<string, string>>>): Names {
  return {
    lead: (id) => known.lead.get(id),
    contact: (id) => known.contact.get(id),
    user: (id) => known.user.get(id),
    activityType: (id) => known.activityType.get(id),
    customField: (id) => known.customField.get(id),
    outcome: (id) => known.outcome.get(id),
    leadStatus: (id) => known.leadStatus.get(id),
  }
}
