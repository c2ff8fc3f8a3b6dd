/** Names of leads and contacts by id, many at a time. */
import * as z from 'zod/mini'
import type { CloseClient } from './close-client.ts'
import { CloseError } from './errors.ts'
import { read } from './read.ts'
import { text } from './tolerant.ts'

type ObjectType = 'lead' | 'contact'

/** Names by id. Ids of what was deleted, or may not be seen, are missing. */
export type NamesById = ReadonlyMap<string, string>

export function fetchLeadNames(client: CloseClient, ids: readonly string[], signal?: AbortSignal): Promise<NamesById> {
  return fetchNames(client, 'lead', ids, signal)
}

export function fetchContactNames(
  client: CloseClient,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<NamesById> {
  return fetchNames(client, 'contact', ids, signal)
}

const batch = 100
/** Requests at once, where one is needed for each id. */
const lanes = 4

/** So many ids without one name: this server ignores the condition. */
const tellingMiss = 5

/** Clients whose server does not search by id: they are not asked in vain again. */
const withoutSearch = new WeakSet<CloseClient>()

async function fetchNames(
  client: CloseClient,
  type: ObjectType,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<NamesById> {
  const wanted = [...new Set(ids)].filter((id) => id !== '')
  const names = new Map<string, string>()
  for (let start = 0; start < wanted.length; start += batch) {
    const part = wanted.slice(start, start + batch)
    for (const [id, name] of await searchNames(client, type, part, signal)) names.set(id, name)
    // The search index lags behind: what it does not know is asked for by itself.
    const missing = part.filter((id) => !names.has(id))
    for (const [id, name] of await fetchEach(client, type, missing, signal)) names.set(id, name)
  }
  return names
}

const foundSchema = z.object({
  data: z.array(z.object({ id: z.string(), display_name: text, name: text })),
})

/** By Close's advanced filtering, https://developer.close.com/resources/advanced-filtering/ */
async function searchNames(
  client: CloseClient,
  type: ObjectType,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<NamesById> {
  if (withoutSearch.has(client) || ids.length < 2) return new Map()
  const query = {
    type: 'and',
    queries: [
      { type: 'object_type', object_type: type },
      { type: 'or', queries: ids.map((id) => ({ type: 'id', value: id })) },
    ],
  }
  const body = { query, _fields: { [type]: ['id', 'display_name', 'name'] }, _limit: batch }
  try {
    const { data } = read(foundSchema, await client.post('/data/search/', body, { signal }))
    const names = new Map(data.filter(({ id }) => ids.includes(id)).flatMap(named))
    if (names.size === 0 && ids.length >= tellingMiss) withoutSearch.add(client)
    return names
  } catch (error) {
    if (!isUnsupported(error)) throw error
    withoutSearch.add(client)
    return new Map()
  }
}

function named({ id, display_name, name }: { id: string; display_name: string; name: string }): [string, string][] {
  return display_name || name ? [[id, display_name || name]] : []
}

function isUnsupported(error: unknown): boolean {
  return (
    error instanceof CloseError && ['refused', 'forbidden', 'not-found', 'not-close', 'misread'].includes(error.kind)
  )
}

async function fetchEach(
  client: CloseClient,
  type: ObjectType,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<NamesById> {
  const names = new Map<string, string>()
  const waiting = [...ids]
  const lane = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const name = await fetchName(client, type, id, signal)
      if (name !== null) names.set(id, name)
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, ids.length) }, lane))
  return names
}

const nameSchema = z.object({ display_name: text, name: text })

async function fetchName(
  client: CloseClient,
  type: ObjectType,
  id: string,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  if (!/^\w+$/.test(id)) return null
  try {
    const answer = await client.get(`/${type}/${id}/`, [['_fields', 'id,display_name,name']], { signal })
    const { display_name, name } = read(nameSchema, answer)
    return display_name || name || null
  } catch (error) {
    if (error instanceof CloseError && ['not-found', 'forbidden', 'refused'].includes(error.kind)) return null
    throw error
  }
}
