import { describe, expect, test } from 'vitest'
import type { WireActivity } from '#core/close/wire.ts'
import { asMessage, carriedMatching, matches, type MessageFilter, messagesOf, withOthers } from './messages.ts'
import { toRow } from './row.ts'

const mails = [
  {
    id: 'a',
    date_created: '2026-03-01T09:00:00.5Z',
    user_id: 'user_1',
    sender: 'Ana Quist <ana@x.example>',
    body_preview: 'Hello',
  },
  {
    id: 'b',
    date_created: '2026-03-03T09:00:00Z',
    user_id: null,
    contact_id: 'cont_1',
    sender: 'bo@x.example',
    body_preview: 'Hi',
  },
]
const thread: WireActivity = { id: 't', _type: 'EmailThread', lead_id: 'lead_1', n_emails: 2 }
const open: MessageFilter = { userIds: [], contactIds: [], ids: [], from: null, until: null, sort: 'date_created' }
const [newer, older] = messagesOf({ ...thread, emails: mails }, 'date_created')

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing there')
  return value
}

describe('the messages of a thread', () => {
  test('are read from either list, newest first', () => {
    for (const field of ['emails', 'latest_emails']) {
      const ids = messagesOf({ ...thread, [field]: mails }, 'date_created').map(({ row }) => row.id)
      expect(ids).toEqual(['b', 'a'])
    }
    expect(messagesOf({ ...thread, emails: mails, latest_emails: mails.slice(1) }, 'date_created')).toHaveLength(2)
    expect(messagesOf({ ...thread, emails: [], latest_emails: mails }, 'date_created')).toHaveLength(2)
    expect(messagesOf({ ...thread, emails: null }, 'date_created')).toEqual([])
  })

  test('say who wrote what, and take from the thread what they leave out', () => {
    expect(older?.row).toMatchObject({ summary: 'Ana Quist: Hello', type: 'Email', leadId: 'lead_1', threadId: 't' })
    expect(newer?.row.summary).toBe('bo@x.example: Hi')
  })

  test('that the list has and the thread leaves out are not lost, and none is doubled', () => {
    const others = ['b', 'c'].map((id) =>
      asMessage(toRow({ id, _type: 'Email', date_created: '2026-03-02T00:00:00Z' })),
    )
    const ids = withOthers([found(newer), found(older)], others, 'date_created').map(({ row }) => row.id)
    expect(ids).toEqual(['b', 'c', 'a'])
  })
})

describe('a message matches', () => {
  const match = (message: typeof newer, filter: Partial<MessageFilter>) =>
    matches(found(message), { ...open, ...filter })

  test('when nothing is asked', () => expect(match(older, {})).toBe(true))

  test('by its user', () => {
    expect(match(older, { userIds: ['user_1', 'user_2'] })).toBe(true)
    expect(match(newer, { userIds: ['user_1'] })).toBe(false)
  })

  test('by its contact, unless that was not sent', () => {
    expect(match(newer, { contactIds: ['cont_1'] })).toBe(true)
    expect(match(newer, { contactIds: ['cont_2'] })).toBe(false)
    expect(match(older, { contactIds: ['cont_1'] })).toBeNull()
    expect(match(older, { contactIds: ['cont_1'], userIds: ['user_2'] })).toBe(false)
  })

  test('by the period, to the microsecond and with its edges as asked', () => {
    const at = 1_772_355_600 // 2026-03-01T09:00:00Z
    expect(match(older, { from: { at, inclusive: false } })).toBe(true)
    expect(match(older, { from: { at: at + 1, inclusive: true } })).toBe(false)
    expect(match(newer, { until: { at: at + 172_800, inclusive: true } })).toBe(true)
    expect(match(newer, { until: { at: at + 172_800, inclusive: false } })).toBe(false)
  })

  test('by its own id', () => {
    expect(match(older, { ids: ['a'] })).toBe(true)
    expect(match(newer, { ids: ['a'] })).toBe(false)
  })

  test('by the time of the activity, unless that was not sent', () => {
    expect(match(older, { sort: 'activity_at', from: { at: 0, inclusive: true } })).toBeNull()
  })

  test('in no period without the date', () => {
    const undated = found(messagesOf({ ...thread, emails: [{ id: 'x', activity_at: null }] }, 'activity_at')[0])
    expect(matches(undated, { ...open, sort: 'activity_at', from: { at: 0, inclusive: true } })).toBe(false)
  })
})

describe('a thread of a list says how many of its messages match', () => {
  const byUser = { ...open, userIds: ['user_1'] }

  test('when it carries them all', () => {
    expect(carriedMatching({ ...thread, latest_emails: mails }, byUser)).toEqual({ count: 1, of: 2 })
  })

  test('and not when some are missing, or one does not tell, or nothing is asked', () => {
    expect(carriedMatching({ ...thread, n_emails: 3, latest_emails: mails }, byUser)).toBeNull()
    expect(carriedMatching({ ...thread, latest_emails: mails }, { ...open, contactIds: ['cont_1'] })).toBeNull()
    expect(carriedMatching({ ...thread, latest_emails: mails }, open)).toBeNull()
  })
})
