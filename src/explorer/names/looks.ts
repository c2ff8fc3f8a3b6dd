/** How each kind of name is looked up in Close. */
import type { QueryClient } from '@tanstack/react-query'
import type { CloseClient } from '#client/close-client.ts'
import {
  fetchContactNames,
  fetchCustomActivityTypes,
  fetchLeadNames,
  fetchLeadStatuses,
  fetchOutcomes,
  fetchUsers,
} from '#client/directory.ts'
import type { Names } from '#core/activity/names.ts'
import type { Source } from '#core/query/activity-query.ts'
import type { Look } from './name-store.ts'

interface Needs {
  readonly client: CloseClient
  readonly cache: QueryClient
  readonly source: Source
}

/** Users and custom activity types are shared, by their key, with the form that offers them. */
export function createLooks({ client, cache, source }: Needs): { readonly [K in keyof Names]: Look } {
  function list<T>(name: string, fetch: (client: CloseClient, signal: AbortSignal) => Promise<T>): Promise<T> {
    const queryKey = [source, 'choices', name]
    return cache.fetchQuery({ queryKey, queryFn: ({ signal }) => fetch(client, signal), staleTime: 5 * 60_000 })
  }
  const types: Look = async (_ids, learn) => {
    const found = await list('custom-activity-types', fetchCustomActivityTypes)
    learn(
      'activityType',
      found.map(({ id, name }) => [id, name]),
    )
    learn(
      'customField',
      found.flatMap(({ fields }) => fields.map(({ id, name }) => [id, name] as const)),
    )
  }
  return {
    lead: async (ids, learn) => learn('lead', await fetchLeadNames(client, ids)),
    contact: async (ids, learn) => learn('contact', await fetchContactNames(client, ids)),
    user: async (_ids, learn) =>
      learn(
        'user',
        (await list('users', fetchUsers)).map(({ id, name }) => [id, name]),
      ),
    activityType: types,
    customField: types,
    outcome: async (_ids, learn) =>
      learn(
        'outcome',
        (await list('outcomes', fetchOutcomes)).map(({ id, name }) => [id, name]),
      ),
    leadStatus: async (_ids, learn) => {
      learn(
        'leadStatus',
        (await list('lead-statuses', fetchLeadStatuses)).map(({ id, label }) => [id, label]),
      )
    },
  }
}
