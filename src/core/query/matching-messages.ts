/** Which messages of a conversation a list's filters want, as far as a filter can want one message and not another. */
import type { MessageFilter } from '#core/activity/messages.ts'
import { listPath } from '#core/close/activity-types.ts'
import { maxLimit } from './activity-query.ts'
import type { Stream } from './plan-types.ts'

/** The filters of a stream with conversations. Ids are among them where messages are rows too: elsewhere they name threads. */
export function messageFilterOf(stream: Stream): MessageFilter {
  return {
    userIds: listed(stream, 'user_id__in', 'user_id'),
    contactIds: listed(stream, 'contact_id__in', 'contact_id'),
    ids: hasMessages(stream) ? listed(stream, 'id__in') : [],
    from: stream.from,
    until: stream.until,
    sort: stream.sort,
  }
}

/**
 * Close's own list of the messages that meet a stream's filters, with no more than their threads. Null where it cannot be
 * asked for messages alone: in all activities it filters by type only within one lead.
 */
export function matchingMessages(stream: Stream): Stream | null {
  const isMixed = stream.path === listPath('')
  if (isMixed && listed(stream, 'lead_id').length !== 1) return null
  const dropped = new Set(['thread_emails', '_type__in', '_fields', ...(hasMessages(stream) ? [] : ['id__in'])])
  const parameters = [
    ...stream.parameters.filter(([name]) => !dropped.has(name)),
    ...(isMixed ? [['_type__in', 'Email'] as const] : []),
    ['_fields', 'id,_type,date_created,activity_at,thread_id'] as const,
  ]
  return { ...stream, path: isMixed ? stream.path : listPath('email'), parameters, limit: maxLimit }
}

function hasMessages({ parameters }: Stream): boolean {
  return parameters.some(([name, value]) => name === 'thread_emails' && value === 'true')
}

function listed({ parameters }: Stream, ...names: readonly string[]): readonly string[] {
  return parameters.find(([name]) => names.includes(name))?.[1].split(',') ?? []
}
