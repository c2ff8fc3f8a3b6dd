/** What every part of the explorer shares. */
import { createContext, use } from 'react'
import type { CloseClient } from '#client/close-client.ts'
import type { Names } from '#core/activity/names.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Plan } from '#core/query/plan-types.ts'
import type { ActionRegistry } from './actions/action-registry.ts'
import type { Connection } from './connection/connection.ts'
import type { NameStore } from './names/name-store.ts'
import type { Parked } from './parked.ts'
import type { SelectionStore } from './selection/selection-store.ts'
import type { StepStore } from './results/step-store.ts'
import type { Address, SetQuery } from './use-activity-query.ts'

export interface Explorer {
  readonly query: ActivityQuery
  readonly setQuery: SetQuery
  readonly plan: Plan
  /** Speaks to the query's source; null while that is Close and nobody is connected. */
  readonly client: CloseClient | null
  readonly connection: Connection
  /** Counts connections, so that nothing fetched for one person is shown to the next. */
  readonly generation: number
  /** Names of what the query itself mentions. Rows read `nameStore`, which learns names as they come into view. */
  readonly names: Names
  readonly nameStore: NameStore
  /** The way from one activity of the table to the next. */
  readonly steps: StepStore
  /** The selected rows of the list on screen. */
  readonly selection: SelectionStore
  /** What can be done, by keys and from the palette. */
  readonly actions: ActionRegistry
  /** The viewer's own zone, IANA name. */
  readonly timeZone: string
  readonly locale: string
  /** Says something to those who listen, politely. */
  readonly announce: (text: string) => void
  readonly notes: readonly string[]
  readonly secrets: readonly string[]
  readonly parked: Parked
  readonly address: Address
  /** When it was asked, in milliseconds since 1970: relative periods count from here. */
  readonly at: number
}

export const ExplorerContext = createContext<Explorer | null>(null)

export function useExplorer(): Explorer {
  const explorer = use(ExplorerContext)
  if (!explorer) throw new Error('useExplorer is called outside of ExplorerContext')
  return explorer
}
