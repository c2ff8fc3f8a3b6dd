/** What a history entry remembers beside its address. */
import { nothingParked, type Parked } from './parked.ts'

export interface EntryState {
  readonly entry: string
  readonly parked: Parked
  /** Rows scrolled down, with a fraction. */
  readonly rows: number | null
}

export function newEntryState(): EntryState {
  return { entry: crypto.randomUUID(), parked: nothingParked, rows: null }
}

/** Reads what `history.state` holds; null when it is not ours. Never throws. */
export function readEntryState(state: unknown): EntryState | null {
  if (!isRecord(state) || typeof state['entry'] !== 'string') return null
  const rows = state['rows']
  return {
    entry: state['entry'],
    parked: readParked(state['parked']),
    rows: typeof rows === 'number' && rows >= 0 && rows < Infinity ? rows : null,
  }
}

function readParked(parked: unknown): Parked {
  if (!isRecord(parked)) return nothingParked
  const { leadId, sort } = parked
  return {
    leadId: typeof leadId === 'string' ? leadId : null,
    userIds: texts(parked['userIds']),
    contactIds: texts(parked['contactIds']),
    types: texts(parked['types']),
    customActivityTypeIds: texts(parked['customActivityTypeIds']),
    sort: sort === 'activity_at' || sort === 'date_created' ? sort : null,
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
