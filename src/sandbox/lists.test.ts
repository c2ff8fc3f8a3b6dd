import { describe, expect, it } from 'vitest'
import { activityTypes, listPath, resources } from '#core/close/activity-types.ts'
import type { Fact } from './app.ts'
import { createTestClient, dataOf, idsOf } from './test-client.ts'

const client = createTestClient()
const { truth, landmarks } = client.sandbox
const facts = truth.all()
const lead = landmarks.largeLead.id
const ofLead = facts.filter((f) => f.leadId === lead)
const messages = (list: readonly Fact[]) => list.filter((f) => f.type !== 'EmailThread')

describe('the lists', () => {
  it('are sixteen', () => {
    expect(resources).toHaveLength(16)
  })

  it.each(activityTypes)(
    '$resource gives all of its activities in order, page after page',
    async ({ resource, type }) => {
      const rows = await client.all(listPath(resource), { _fields: 'id,_type' })
      const expected = facts.filter((f) => f.type === type)
      expect(rows.map((row) => row['id'])).toEqual(expected.map((f) => f.id))
      expect(expected.length).toBeGreaterThan(0)
    },
  )

  it('give everything but threads in the mixed list', async () => {
    const rows = await client.all('/activity/', { _fields: 'id' })
    expect(rows.map((row) => row['id'])).toEqual(messages(facts).map((f) => f.id))
  })

  it('give threads as well, or instead of emails, when asked', async () => {
    const both = await client.all('/activity/', { _fields: 'id', thread_emails: 'true', lead_id: lead })
    const only = await client.all('/activity/', { _fields: 'id', thread_emails: 'only', lead_id: lead })
    expect(both.map((row) => row['id'])).toEqual(ofLead.map((f) => f.id))
    expect(only.map((row) => row['id'])).toEqual(ofLead.filter((f) => f.type !== 'Email').map((f) => f.id))
  })

  it('know exactly whether more follows', async () => {
    const { length } = messages(ofLead)
    const page = (limit: number, skip: number) =>
      client.get('/activity/', { lead_id: lead, _fields: 'id', _limit: String(limit), _skip: String(skip) })
    expect((await page(0, 0)).body).toEqual({ data: [], has_more: true })
    expect((await page(0, length)).body).toEqual({ data: [], has_more: false })
    expect((await page(3, length - 3)).body['has_more']).toBe(false)
    expect((await page(3, length - 4)).body['has_more']).toBe(true)
    expect((await page(3, length + 50)).body).toEqual({ data: [], has_more: false })
  })

  it('carry no total', async () => {
    expect(Object.keys((await client.get('/activity/')).body)).toEqual(['data', 'has_more'])
  })

  it('give a hundred rows unless told otherwise', async () => {
    expect(dataOf((await client.get('/activity/')).body)).toHaveLength(100)
  })

  it('answer without the slash at the end', async () => {
    expect((await client.get('/activity/call')).body).toEqual((await client.get('/activity/call/')).body)
  })
})

async function ask(path: string, parameters: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  return (await client.all(path, { _fields: 'id', ...parameters })).map((row) => row['id'])
}

function idsWhere(test: (fact: Fact) => boolean): readonly string[] {
  return facts.filter(test).map((f) => f.id)
}

describe('filters', () => {
  const someUser = ofLead.find((f) => f.userId !== null)?.userId ?? ''
  const someContact = ofLead.find((f) => f.contactId !== null)?.contactId ?? ''
  const other = facts.find((f) => f.leadId !== null && f.leadId !== lead)?.leadId ?? ''
  const [siteVisit] = landmarks.customActivityTypes

  it('by several leads', async () => {
    expect(await ask('/activity/', { lead_id: `${lead},${other}` })).toEqual(
      idsWhere((f) => (f.leadId === lead || f.leadId === other) && f.type !== 'EmailThread'),
    )
    expect(await ask('/activity/', { lead_id__in: `${lead}, ${other}` })).toEqual(
      await ask('/activity/', { lead_id: `${lead},${other}` }),
    )
    expect(await ask('/activity/', { lead_id: lead, lead_id__in: other })).toEqual([])
  })

  it.each(['user_id', 'user_id__in'])('by %s on one lead', async (name) => {
    expect(await ask('/activity/', { lead_id: lead, [name]: someUser })).toEqual(
      idsWhere((f) => f.leadId === lead && f.userId === someUser && f.type !== 'EmailThread'),
    )
  })

  it.each(['contact_id', 'contact_id__in'])('by %s on one lead', async (name) => {
    expect(await ask('/activity/', { lead_id: lead, [name]: someContact })).toEqual(
      idsWhere((f) => f.leadId === lead && f.contactId === someContact && f.type !== 'EmailThread'),
    )
  })

  it.each(['_type', '_type__in'])('by %s on one lead: words and custom activity type ids, mixed', async (name) => {
    const types = `Call,${siteVisit?.id},LeadStatusChange`
    const wanted = (f: Fact) =>
      ['Call', 'LeadStatusChange'].includes(f.type) || f.customActivityTypeId === siteVisit?.id
    expect(await ask('/activity/', { lead_id: lead, [name]: types })).toEqual(
      idsWhere((f) => f.leadId === lead && wanted(f)),
    )
    expect(await ask('/activity/', { lead_id: lead, [name]: 'Custom' })).toEqual(
      idsWhere((f) => f.leadId === lead && f.type === 'CustomActivity'),
    )
  })

  it('by both forms of a parameter need both', async () => {
    expect(await ask('/activity/', { lead_id: lead, _type: 'Call,Note', _type__in: 'Note,SMS' })).toEqual(
      await ask('/activity/', { lead_id: lead, _type: 'Note' }),
    )
  })

  it('by thread form and type together need both', async () => {
    expect(await ask('/activity/', { lead_id: lead, thread_emails: 'only', _type: 'Email' })).toEqual([])
    expect(await ask('/activity/', { lead_id: lead, _type: 'EmailThread' })).toEqual([])
  })

  it('by user across the organization on a type list', async () => {
    expect(await ask('/activity/call/', { user_id: someUser })).toEqual(
      idsWhere((f) => f.type === 'Call' && f.userId === someUser),
    )
  })

  it('by ids, in the order of the list', async () => {
    const some = [...facts.slice(5, 9), ...facts.slice(400, 403)]
      .filter((f) => f.type !== 'EmailThread')
      .map((f) => f.id)
    expect(await ask('/activity/', { id__in: some.toReversed().join(',') })).toEqual(some)
    expect(await ask('/activity/', { id__in: 'acti_nobody' })).toEqual([])
  })

  it('by organization', async () => {
    expect((await client.get('/activity/', { organization_id: landmarks.organizationId, _limit: '5' })).body).toEqual(
      (await client.get('/activity/', { _limit: '5' })).body,
    )
    expect(idsOf((await client.get('/activity/', { organization_id: 'orga_other' })).body)).toEqual([])
  })

  it('by ids that nobody has give nothing', async () => {
    expect(await ask('/activity/', { lead_id: 'lead_nobody' })).toEqual([])
    expect(await ask('/activity/call/', { user_id: 'user_nobody' })).toEqual([])
  })
})

describe('dates', () => {
  const edge = ofLead[20]?.created ?? 0
  const text = ofLead[20]?.dateCreated.replace('+00:00', 'Z') ?? ''

  it.each([
    ['gt', (at: number) => at > edge],
    ['gte', (at: number) => at >= edge],
    ['lt', (at: number) => at < edge],
    ['lte', (at: number) => at <= edge],
  ])('date_created__%s is exact to the microsecond', async (comparison, test) => {
    expect(await ask('/activity/', { lead_id: lead, [`date_created__${comparison}`]: text })).toEqual(
      idsWhere((f) => f.leadId === lead && f.type !== 'EmailThread' && test(f.created)),
    )
  })

  it('finer than a microsecond lie between two rows', async () => {
    const finer = text.includes('.') ? text.replace('Z', '4Z') : text.replace('Z', '.0000004Z')
    const after = await ask('/activity/', { lead_id: lead, date_created__gte: finer })
    const before = await ask('/activity/', { lead_id: lead, date_created__lte: finer })
    expect(after).toEqual(idsWhere((f) => f.leadId === lead && f.type !== 'EmailThread' && f.created > edge))
    expect(before).toEqual(idsWhere((f) => f.leadId === lead && f.type !== 'EmailThread' && f.created <= edge))
  })

  it('without a zone are read in x-tz-offset', async () => {
    const inZone = await client.get(
      '/activity/',
      { date_created__lt: '2026-06-01', _fields: 'id' },
      { 'x-tz-offset': '-4' },
    )
    expect(inZone.body).toEqual(
      (await client.get('/activity/', { date_created__lt: '2026-06-01T04:00:00Z', _fields: 'id' })).body,
    )
    const half = await client.get(
      '/activity/',
      { date_created__lt: '2026-06-01T00:00:00', _fields: 'id' },
      { 'x-tz-offset': '-2.5' },
    )
    expect(half.body).toEqual(
      (await client.get('/activity/', { date_created__lt: '2026-06-01T02:30:00Z', _fields: 'id' })).body,
    )
  })

  it('bound the activity time when it is sorted, which leaves out what has none', async () => {
    const byActivity = (list: readonly Fact[]) =>
      messages(list)
        .toSorted((a, b) => (b.activity ?? -Infinity) - (a.activity ?? -Infinity))
        .map((f) => f.activityAt)
    const sorted = await client.all('/activity/', {
      lead_id: lead,
      _order_by: '-activity_at',
      _fields: 'id,activity_at',
    })
    expect(sorted.map((row) => row['activity_at'])).toEqual(byActivity(ofLead))
    const bounded = await client.all('/activity/', {
      lead_id: lead,
      _order_by: '-activity_at',
      activity_at__lte: '2027-12-31',
      _fields: 'id,activity_at',
    })
    expect(bounded.map((row) => row['activity_at'])).toEqual(byActivity(ofLead.filter((f) => f.activity !== null)))
  })

  it('leave out what has no activity time only when it is bounded', async () => {
    const own = createTestClient({ size: 300 })
    const [id] = own.sandbox.truth.insert({ activityAt: null, dateCreated: '2026-09-01' })
    const ids = async (bounds: Readonly<Record<string, string>>) =>
      (await own.all('/activity/', { lead_id: lead, _order_by: '-activity_at', _fields: 'id', ...bounds })).map(
        (row) => row['id'],
      )
    expect((await ids({})).at(-1)).toBe(id)
    expect(await ids({ activity_at__lt: '2030-01-01' })).not.toContain(id)
    expect(await ids({ activity_at__gt: '1990-01-01' })).not.toContain(id)
  })
})
