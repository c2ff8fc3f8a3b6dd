import { describe, expect, it } from 'vitest'
import { lenient, type Strictness, strictest } from './strictness.ts'
import { createTestClient, type TestClient } from './test-client.ts'

const client = createTestClient({ size: 600, skipCeiling: 1000 })
const lead = client.sandbox.landmarks.largeLead.id
const user = client.sandbox.landmarks.activeUser.id
const type = client.sandbox.landmarks.customActivityTypes[0]?.id ?? ''

type Query = Readonly<Record<string, string>>

const single = /must provide a single lead_id filter/

async function refusalOf(path: string, query: Query, asked: TestClient = client): Promise<string> {
  const { status, body } = await asked.get(path, query)
  expect(status, JSON.stringify(query)).toBe(400)
  return JSON.stringify(body)
}

describe('the mixed list without exactly one lead', () => {
  const filters: Query[] = [
    { user_id: user },
    { user_id__in: user },
    { contact_id: 'cont_x' },
    { contact_id__in: 'cont_x' },
    { _type: 'Call' },
    { _type__in: 'Call' },
    { _order_by: '-activity_at' },
  ]

  it.each(filters)('refuses %o', async (filter) => {
    expect(await refusalOf('/activity/', filter)).toMatch(single)
    expect(await refusalOf('/activity/', { ...filter, lead_id: `${lead},lead_other` })).toMatch(single)
    expect(await refusalOf('/activity/', { ...filter, lead_id__in: lead })).toMatch(single)
    expect((await client.get('/activity/', { ...filter, lead_id: lead })).status).toBe(200)
  })

  it('tells in the older shape', async () => {
    expect((await client.get('/activity/', { user_id: user })).body).toEqual({
      error: 'To filter activities by user_id you must provide a single lead_id filter.',
    })
  })

  it('takes paging, ids, leads and creation dates', async () => {
    const query = {
      _limit: '5',
      _skip: '1',
      id__in: 'acti_x',
      lead_id: 'lead_a,lead_b',
      lead_id__in: lead,
      date_created__gt: '2026-01-01',
      thread_emails: 'only',
    }
    expect((await client.get('/activity/', query)).status).toBe(200)
  })
})

describe('a date filter on the field that is not sorted', () => {
  it('is refused on the mixed list', async () => {
    for (const comparison of ['gt', 'gte', 'lt', 'lte']) {
      await refusalOf('/activity/', { lead_id: lead, [`activity_at__${comparison}`]: '2026-01-01' })
      await refusalOf('/activity/', {
        lead_id: lead,
        [`date_created__${comparison}`]: '2026-01-01',
        _order_by: '-activity_at',
      })
    }
  })

  it('is refused on a type list, which knows one order only', async () => {
    await refusalOf('/activity/call/', { activity_at__gt: '2026-01-01' })
    await refusalOf('/activity/call/', { lead_id: lead, activity_at__gt: '2026-01-01' })
  })
})

describe('single lists', () => {
  it.each(['custom_activity_type_id', 'custom_activity_type_id__in'])('take %s with one lead only', async (name) => {
    expect(await refusalOf('/activity/custom/', { [name]: type })).toMatch(single)
    expect(await refusalOf('/activity/custom/', { [name]: type, lead_id: `${lead},lead_b` })).toMatch(single)
    expect((await client.get('/activity/custom/', { [name]: type, lead_id: lead })).status).toBe(200)
  })

  it.each(['provider_calendar_id', 'provider_calendar_type', 'starts_at', 'starts_at__gte', 'starts_at__lt'])(
    'take %s with a calendar event only',
    async (name) => {
      const value =
        name === 'provider_calendar_type' ? 'google' : name === 'provider_calendar_id' ? 'primary' : '2026-01-01'
      expect(await refusalOf('/activity/meeting/', { [name]: value })).toContain('provider_calendar_event_id')
      expect((await client.get('/activity/meeting/', { [name]: value, provider_calendar_event_id: 'x' })).status).toBe(
        200,
      )
    },
  )

  it('take users, contacts and dates without a lead', async () => {
    expect((await client.get('/activity/call/', { user_id: user, date_created__gte: '2026-01-01' })).status).toBe(200)
    expect((await client.get('/activity/call/', { contact_id: 'cont_x' })).status).toBe(200)
  })
})

describe('values that are none', () => {
  it.each([
    [{ _limit: 'x' }, { error: '_limit must be an integer (got "x" instead).' }],
    [{ _limit: '1.5' }, { error: '_limit must be an integer (got "1.5" instead).' }],
    [{ _skip: '' }, { error: '_skip must be an integer (got "" instead).' }],
    [{ _skip: '-1' }, { error: '_skip must be a non-negative integer (got "-1" instead).' }],
    [{ _limit: '101' }, { errors: [], 'field-errors': { _limit: 'Input should be less than or equal to 100' } }],
  ])('%o', async (query, body) => {
    expect(await client.get('/activity/', query)).toMatchObject({ status: 400, body })
  })

  it('an offset past the ceiling, in the older shape', async () => {
    expect(await refusalOf('/activity/', { _skip: '1001' })).toContain(
      'larger than the maximum skip for this resource (max_skip = 1000)',
    )
    expect((await client.get('/activity/', { _skip: '1000' })).status).toBe(200)
  })

  it.each<Query>([
    { date_created__gt: '2026-02-30' },
    { date_created__gt: '2026-01-01T09:30:00 02:00' },
    { date_created__lt: 'soon' },
    { thread_emails: 'yes' },
    { id__in: '' },
    { lead_id: ' , ' },
    { _order_by: 'date_created' },
    { _order_by: '-date_updated' },
    { _type: 'call', lead_id: lead },
    { _type__in: 'Call,CustomActivity', lead_id: lead },
  ])('%o', async (query) => {
    const [name = ''] = Object.keys(query)
    expect(await refusalOf('/activity/', query)).toMatch(new RegExp(name === '_order_by' ? 'sort' : name))
  })

  it('names every wrong field at once', async () => {
    const { body } = await client.get('/activity/', { _limit: '200', date_created__gt: 'x' })
    expect(Object.keys(body['field-errors'] ?? {}).toSorted()).toEqual(['_limit', 'date_created__gt'])
  })

  it('a parameter written twice', async () => {
    const { status } = await client.get(`/activity/?lead_id=${lead}&lead_id=lead_b`)
    expect(status).toBe(400)
  })

  it('a time zone offset that is no number of hours', async () => {
    expect((await client.get('/activity/', {}, { 'x-tz-offset': 'CET' })).status).toBe(400)
    expect((await client.get('/activity/', {}, { 'x-tz-offset': '5.5' })).status).toBe(200)
  })
})

describe('unknown parameters', () => {
  it.each([
    ['/activity/', { query: 'x' }],
    ['/activity/', { date_updated__gt: '2026-01-01' }],
    ['/activity/', { custom_activity_type_id: type }],
    ['/activity/call/', { thread_emails: 'only' }],
    ['/activity/call/', { user_id__in: user }],
    ['/activity/call/', { _type__in: 'Note' }],
    ['/activity/call/', { _order_by: '-activity_at' }],
    ['/activity/note/', { custom_activity_type_id__in: type }],
  ])('%s %o are ignored, written down, and refused by the strictest', async (path, query) => {
    const plain = await client.get(path, { _limit: '3' })
    expect((await client.get(path, { ...query, _limit: '3' })).body).toEqual(plain.body)
    expect(client.sandbox.journal.unknownParameters).toContainEqual({ path, name: Object.keys(query)[0] })
    const strict = createTestClient({ size: 300, strictness: strictest })
    expect(await refusalOf(path, query, strict)).toContain('Extra inputs are not permitted')
  })
})

describe('each doubtful point', () => {
  const cases: readonly (readonly [Partial<Strictness>, string, Query, number])[] = [
    [{ typedContactWithoutLead: 'refuse' }, '/activity/call/', { contact_id: 'cont_x' }, 400],
    [{ typedContactWithoutLead: 'refuse' }, '/activity/call/', { contact_id: 'cont_x', lead_id: lead }, 200],
    [{ typedActivityAtFilter: 'accept' }, '/activity/call/', { activity_at__gt: '2026-01-01' }, 200],
    [{ unknownParameters: 'refuse' }, '/activity/', { colour: 'red' }, 400],
    [{ explicitDefaultOrder: 'refuse' }, '/activity/', { _order_by: '-date_created' }, 400],
    [{ explicitDefaultOrder: 'accept' }, '/activity/', { _order_by: '-date_created' }, 200],
    [{ unknownOrder: 'ignore' }, '/activity/', { _order_by: 'note' }, 200],
    [{ leadIdInCountsAsLead: true }, '/activity/', { lead_id__in: lead, user_id: user }, 200],
    [{ severalLeads: 'refuse' }, '/activity/', { lead_id: `${lead},lead_b` }, 400],
    [{ unknownTypeWord: 'no-rows' }, '/activity/', { lead_id: lead, _type: 'call' }, 200],
    [{ malformedDate: 'ignore' }, '/activity/', { date_created__gt: 'x' }, 200],
    [{ unknownThreadEmails: 'ignore' }, '/activity/', { thread_emails: 'x' }, 200],
    [{ emptyLists: 'ignore' }, '/activity/', { lead_id: '' }, 200],
    [lenient, '/activity/', { _order_by: 'x', date_created__gt: 'x', thread_emails: 'x', lead_id: '' }, 200],
  ]

  it.each(cases)('%o on %s %o answers %i', async (strictness, path, query, status) => {
    expect((await createTestClient({ size: 300, strictness }).get(path, query)).status).toBe(status)
  })

  it('a repeated parameter and a bad offset can be let through', async () => {
    const soft = createTestClient({ size: 300, strictness: lenient })
    expect((await soft.get(`/activity/?lead_id=lead_b&lead_id=${lead}&_type=Call`)).status).toBe(200)
    expect((await soft.get('/activity/', {}, { 'x-tz-offset': 'CET' })).status).toBe(200)
  })
})

describe('paths and methods', () => {
  it.each([
    '/activity/opportunitystatuschange/',
    '/activity/status_change/',
    '/nothing/',
    '/activity/call/acti_x/recording/',
  ])('%s is no path', async (path) => {
    expect(await client.get(path)).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('The requested URL was not found') },
    })
  })

  it.each([
    ['/activity/acti_0000000000000000000000/', 'Activity'],
    ['/activity/call/acti_0000000000000000000000/', 'Call'],
    ['/lead/lead_x/', 'Lead'],
    ['/contact/cont_x/', 'Contact'],
    ['/user/user_x/', 'User'],
  ])('%s leads nowhere', async (path, kind) => {
    expect(await client.get(path)).toMatchObject({
      status: 404,
      body: { error: `Empty query: ${kind} matching query does not exist.` },
    })
  })

  it.each([
    ['POST', '/activity/'],
    ['PUT', '/activity/call/'],
    ['DELETE', '/lead/lead_x/'],
    ['GET', '/data/search/'],
  ])('%s %s is not allowed', async (method, path) => {
    expect((await client.send(method, path)).status).toBe(405)
  })

  it('no answer allows other origins', async () => {
    const { headers } = await client.get('/me/', {}, { origin: 'https://elsewhere.example' })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})
