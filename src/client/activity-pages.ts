/** Fetches activities: a page of a list, or one by its id. */
import { activityPageSchema, activitySchema, type ActivityPage, type WireActivity } from '#core/close/wire.ts'
import type { PageRequest } from '#core/query/walk.ts'
import type { CloseClient, RequestOptions } from './close-client.ts'
import { CloseError } from './errors.ts'
import { read } from './read.ts'

/** Rejects as the client does, and with kind `misread` when the answer is no page of activities. */
export async function fetchActivityPage(
  client: CloseClient,
  { path, parameters }: PageRequest,
  signal?: AbortSignal,
  options: Pick<RequestOptions, 'once'> = {},
): Promise<ActivityPage> {
  const { data, has_more } = read(activityPageSchema, await client.get(path, parameters, { ...options, signal }))
  return { data, hasMore: has_more }
}

/** One activity with all its fields. Rejects with kind `not-found` when there is none of that id. */
export async function fetchActivity(client: CloseClient, id: string, signal?: AbortSignal): Promise<WireActivity> {
  if (!/^\w+$/.test(id)) throw new CloseError('not-found', { message: 'This is not the id of an activity.' })
  return read(activitySchema, await client.get(`/activity/${id}/`, [], { signal }))
}

/** Some fields of one activity, among them those that come only when they are named. `path` is its list's. */
export async function fetchActivityFields(
  client: CloseClient,
  { path, id, fields }: { readonly path: string; readonly id: string; readonly fields: readonly string[] },
  signal?: AbortSignal,
): Promise<WireActivity> {
  if (!/^\w+$/.test(id)) throw new CloseError('not-found', { message: 'This is not the id of an activity.' })
  return read(activitySchema, await client.get(`${path}${id}/`, [['_fields', fields.join(',')]], { signal }))
}
