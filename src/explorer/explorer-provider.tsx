import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { CloseClient } from '#client/close-client.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { plan as planOf } from '#core/query/plan.ts'
import { createActionRegistry } from './actions/action-registry.ts'
import { type Connection, useConnectionState } from './connection/connection.ts'
import { type Explorer, ExplorerContext } from './explorer-context.ts'
import { createLooks } from './names/looks.ts'
import { createNameStore, emptyNameStore, type NameStore, type Wanted } from './names/name-store.ts'
import type { Parked } from './parked.ts'
import { createSelectionStore } from './selection/selection-store.ts'
import { createStepStore } from './results/step-store.ts'
import { type Address, useActivityQuery } from './use-activity-query.ts'

export interface Viewer {
  /** IANA name. */
  readonly timeZone: string
  readonly locale: string
}

interface Props extends Viewer {
  address: Address
  connection: Connection
  sandbox: CloseClient
  announce: (text: string) => void
  children: ReactNode
}

/** Milliseconds in which ids are gathered before their names are asked for. */
const gathering = 50

const later = (task: () => void) => void setTimeout(task, gathering)

/** Brings together the query, its plan, and who answers it. */
export function ExplorerProvider({ address, connection, sandbox, announce, timeZone, locale, children }: Props) {
  const visit = useActivityQuery(address)
  const { query, parked, at } = visit
  const connected = useConnectionState(connection).status === 'connected'
  const generation = useGeneration(connection)
  const client = query.source === 'sandbox' ? sandbox : connected ? connection.client() : null
  const plan = useMemo(() => planOf(query, { timeZone, now: at }), [query, timeZone, at])
  const nameStore = useNameStore(client, query.source)
  const [steps] = useState(createStepStore)
  const [selection] = useState(createSelectionStore)
  const actions = useMemo(() => createActionRegistry(announce), [announce])
  const names = useQueryNames(nameStore, query, parked)
  const explorer = useMemo<Explorer>(
    () => ({
      ...visit,
      address,
      connection,
      client,
      generation,
      plan,
      names,
      nameStore,
      steps,
      selection,
      actions,
      timeZone,
      locale,
      announce,
    }),
    [
      visit,
      address,
      connection,
      client,
      generation,
      plan,
      names,
      nameStore,
      steps,
      selection,
      actions,
      timeZone,
      locale,
      announce,
    ],
  )
  return <ExplorerContext value={explorer}>{children}</ExplorerContext>
}

/** Counts the connections made: each has its own client. */
function useGeneration(connection: Connection): number {
  const client = useSyncExternalStore(connection.subscribe, connection.client)
  const [seen, setSeen] = useState({ client, generation: 0 })
  if (seen.client === client) return seen.generation
  const next = { client, generation: seen.generation + 1 }
  setSeen(next)
  return next.generation
}

function useNameStore(client: CloseClient | null, source: ActivityQuery['source']): NameStore {
  const cache = useQueryClient()
  return useMemo(
    () => (client ? createNameStore({ looks: createLooks({ client, cache, source }), later }) : emptyNameStore),
    [client, cache, source],
  )
}

/** The names of what the query mentions, parked or not. They change only when one of these becomes known. */
function useQueryNames(store: NameStore, query: ActivityQuery, parked: Parked) {
  const wanted = useMemo<Wanted>(
    () => ({
      lead: query.leadIds,
      user: [...query.userIds, ...parked.userIds],
      contact: [...query.contactIds, ...parked.contactIds],
      outcome: query.loadedOutcomes,
      activityType: [{ ...query, types: [...query.types, ...query.loadedNotTypes] }, parked].flatMap(
        ({ customActivityTypeIds, types }) => [
          ...customActivityTypeIds,
          ...types.filter((type) => type.startsWith('actitype_')),
        ],
      ),
    }),
    [query, parked],
  )
  useEffect(() => store.want('query', () => wanted), [store, wanted])
  const known = useSyncExternalStore(store.subscribe, () => namesKnown(store, wanted))
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => store.getSnapshot(), [store, known])
}

function namesKnown(
  store: NameStore,
  { lead = [], user = [], contact = [], activityType = [], outcome = [] }: Wanted,
): string {
  const names = store.getSnapshot()
  return JSON.stringify([
    lead.map((id) => names.lead(id)),
    user.map((id) => names.user(id)),
    contact.map((id) => names.contact(id)),
    activityType.map((id) => names.activityType(id)),
    outcome.map((id) => names.outcome(id)),
  ])
}
