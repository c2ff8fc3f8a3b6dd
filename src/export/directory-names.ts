/** What a whole organization calls things, asked for before an export begins. */
import type { CloseClient } from '#client/close-client.ts'
import {
  fetchCustomActivityTypes,
  fetchLeadStatuses,
  fetchOutcomes,
  fetchUsers,
  type CustomActivityType,
} from '#client/directory.ts'
import { CloseError } from '#client/errors.ts'
import { idOnlyNames, type Names } from '#core/activity/names.ts'

export interface Directory {
  /** Users, custom activity types and their fields, outcomes and lead statuses. Leads and contacts are learnt on the way. */
  readonly names: Names
  readonly types: readonly CustomActivityType[]
}

/** A list that Close does not give leaves its ids in place. Rejects when the credential is refused, and with the signal's reason. */
export async function fetchDirectory(client: CloseClient, signal?: AbortSignal): Promise<Directory> {
  const soft = async <T>(asking: Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await asking
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof CloseError && error.kind === 'unauthorized') throw error
      return []
    }
  }
  const [users, types, outcomes, statuses] = await Promise.all([
    soft(fetchUsers(client, signal)),
    soft(fetchCustomActivityTypes(client, signal)),
    soft(fetchOutcomes(client, signal)),
    soft(fetchLeadStatuses(client, signal)),
  ])
  const fields = types.flatMap((type) => type.fields)
  return {
    types,
    names: {
      ...idOnlyNames,
      user: lookUp(users),
      activityType: lookUp(types),
      customField: lookUp(fields),
      outcome: lookUp(outcomes),
      leadStatus: lookUp(statuses.map(({ id, label }) => ({ id, name: label }))),
    },
  }
}

function lookUp(found: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return (id: string) => names.get(id)
}
