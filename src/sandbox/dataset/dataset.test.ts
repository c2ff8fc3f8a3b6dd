import { describe, expect, it } from 'vitest'
import { createSandbox } from '#sandbox/app.ts'
import { createTestClient, NOON } from '#sandbox/test-client.ts'
import { companyFirsts, companySeconds } from './company-pools.ts'
import { dayWeight } from './calendar.ts'

const client = createTestClient({ size: 8000 })
const { truth, landmarks } = client.sandbox
const facts = truth.all()
const midnight = Date.UTC(2026, 8, 15) * 1000

function count<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

describe('the organization', () => {
  it('has as many activities as asked for, before today', () => {
    const future = facts.filter((f) => f.created > midnight && f.type === 'Meeting')
    expect(facts.filter((f) => f.created < midnight)).toHaveLength(8000 - future.length)
    expect(createSandbox({ size: 700, clock: () => Date.UTC(2026, 8, 15) }).truth.all()).toHaveLength(700)
  })

  it('reaches back 24 months', () => {
    const days = (midnight - (facts.at(-1)?.created ?? 0)) / 86_400_000_000
    expect(days).toBeGreaterThan(715)
    expect(days).toBeLessThanOrEqual(731)
  })

  it('is the same for the same seed, byte for byte, and another for another', async () => {
    const twin = createTestClient({ size: 8000 })
    expect(twin.sandbox.truth.all()).toEqual(facts)
    for (const path of [
      '/activity/?_skip=300',
      '/activity/email/',
      '/lead/',
      '/contact/',
      '/me/',
      '/organization/x/',
    ]) {
      expect(await twin.get(path)).toEqual(await client.get(path))
    }
    expect(createSandbox({ size: 800, seed: 2, clock: () => NOON }).truth.all()[9]?.id).not.toBe(
      createSandbox({ size: 800, clock: () => NOON }).truth.all()[9]?.id,
    )
  })

  it('stays the same when it is started later on the same day', () => {
    const evening = createSandbox({ size: 8000, clock: () => NOON + 6 * 3_600_000 })
    const before = (list: typeof facts) => list.filter((f) => f.created < midnight)
    expect(before(evening.truth.all())).toEqual(before(facts))
  })

  it('works on weekdays, rests at weekends', () => {
    const weekdays = count(facts, (f) => String(new Date(f.created / 1000).getUTCDay()))
    expect((weekdays.get('0') ?? 0) + (weekdays.get('6') ?? 0)).toBeLessThan((weekdays.get('2') ?? 0) / 1.5)
  })

  it('does more at the end of a quarter and less at Christmas', () => {
    const day = (text: string) => Date.parse(text) / 86_400_000
    expect(dayWeight(day('2026-06-24'))).toBeGreaterThan(dayWeight(day('2026-05-13')))
    expect(dayWeight(day('2025-12-24'))).toBeLessThan(dayWeight(day('2026-05-13')) / 2)
  })

  it('calls in blocks', () => {
    const lastCall = new Map<string, number>()
    const gaps: number[] = []
    for (const call of facts.filter((f) => f.type === 'Call' && f.userId !== null).toReversed()) {
      const key = `${call.userId} ${call.dateCreated.slice(0, 10)}`
      const last = lastCall.get(key)
      if (last !== undefined) gaps.push((call.created - last) / 60_000_000)
      lastCall.set(key, call.created)
    }
    // Evenly spread over a working day, only every fifth call would follow another within the hour.
    expect(gaps.filter((gap) => gap < 60).length).toBeGreaterThan(gaps.length / 3)
  })

  it('has one very large lead, and few leads with much', () => {
    const byLead = [
      ...count(
        facts.filter((f) => f.leadId !== null),
        (f) => f.leadId ?? '',
      ).entries(),
    ].toSorted(([, a], [, b]) => b - a)
    expect(byLead[0]?.[0]).toBe(landmarks.largeLead.id)
    expect(byLead[0]?.[1]).toBeGreaterThan(8000 / 60)
    const half = byLead.slice(0, byLead.length / 4).reduce((sum, [, n]) => sum + n, 0)
    expect(half).toBeGreaterThan(8000 / 3)
  })

  it('draws company names from enough combinations, each once', () => {
    expect(new Set(companyFirsts).size * new Set(companySeconds).size).toBeGreaterThan(3000)
  })
})

describe('the oddities of real data', () => {
  it('equal timestamps to the microsecond, within a lead and across leads', () => {
    const { tiedNotes, tiedImport } = landmarks
    expect(facts.filter((f) => f.dateCreated === tiedNotes.dateCreated && f.leadId === tiedNotes.leadId)).toHaveLength(
      tiedNotes.count,
    )
    expect(tiedNotes.count).toBe(100)
    const imported = facts.filter((f) => f.dateCreated === tiedImport.dateCreated)
    expect(new Set(imported.map((f) => f.leadId)).size).toBeGreaterThan(10)
  })

  it('meetings in the future, whose dates are their beginning', async () => {
    const { body } = await client.get(`/activity/${landmarks.futureMeeting}/`)
    expect(Date.parse(String(body['starts_at']))).toBeGreaterThan(NOON)
    expect([body['date_created'], body['activity_at']]).toEqual([body['starts_at'], body['starts_at']])
    expect(body['status']).toBe('upcoming')
  })

  it('missed calls without a lead or a user', async () => {
    const { body } = await client.get(`/activity/${landmarks.callWithoutLead}/`)
    expect(body).toMatchObject({
      lead_id: null,
      contact_id: null,
      user_id: null,
      user_name: null,
      direction: 'inbound',
      status: 'no-answer',
    })
  })

  it('drafts, scheduled and failed emails; some without a time', async () => {
    const emails = await client.all('/activity/email/', {
      _fields: 'status,activity_at,date_scheduled,send_attempts,thread_id',
    })
    const statuses = count(emails, (e) => String(e['status']))
    for (const status of ['draft', 'scheduled', 'error', 'sent', 'inbox'])
      expect(statuses.get(status), status).toBeGreaterThan(0)
    expect(emails.some((e) => e['status'] === 'draft' && e['activity_at'] === null)).toBe(true)
    expect(emails.every((e) => e['status'] !== 'scheduled' || e['date_scheduled'] !== null)).toBe(true)
  })

  it('a type that nobody documents, in the mixed list only', async () => {
    const { body } = await client.get(`/activity/${landmarks.unknownType}/`)
    expect(body['_type']).toBe('VoiceAgentSession')
  })

  it('tasks without the key contact_id, notes with a key that nobody documents, custom fields that are null', async () => {
    const tasks = await client.all('/activity/task_completed/')
    expect(tasks.some((task) => 'contact_id' in task)).toBe(false)
    expect((await client.all('/activity/note/')).some((note) => 'insight_score' in note)).toBe(true)
    const custom = await client.all('/activity/custom/')
    expect(
      custom.some((c) => Object.entries(c).some(([key, value]) => key.startsWith('custom.') && value === null)),
    ).toBe(true)
    expect(
      custom.some((c) => Object.entries(c).some(([key, value]) => key.startsWith('custom.') && Array.isArray(value))),
    ).toBe(true)
  })

  it('external calls whose activity time lies before their creation', async () => {
    const calls = (await client.all('/activity/call/')).filter((call) => call['source'] === 'External')
    expect(calls.length).toBeGreaterThan(0)
    expect(calls.every((call) => String(call['activity_at']) < String(call['date_created']))).toBe(true)
  })

  it('a renamed status: old changes carry its present name', async () => {
    const changes = await client.all('/activity/status_change/lead/')
    const labels = changes
      .filter((c) => c['new_status_id'] === landmarks.renamedStatus.id)
      .map((c) => c['new_status_label'])
    expect(new Set(labels)).toEqual(new Set(['Evaluating']))
  })

  it('people who left before the end, and do nothing after', () => {
    for (const { id } of landmarks.inactiveUsers) {
      const last = facts.find((f) => f.userId === id)
      expect(last?.created).toBeLessThan(midnight - 30 * 86_400_000_000)
    }
  })

  it('notes that a careless program trips over', async () => {
    const notes = await Promise.all(
      landmarks.oddNotes.map(async (id) => String((await client.get(`/activity/note/${id}/`)).body['note'])),
    )
    for (const start of ['=HYPERLINK', '<script>', '+44', '@finance', '-2 berths'])
      expect(
        notes.some((note) => note.startsWith(start)),
        start,
      ).toBe(true)
    expect(notes.some((note) => note.includes('"') && note.includes(',') && note.includes('\n'))).toBe(true)
  })
})
