import { describe, expect, it } from 'vitest'
import { createTestClient, dataOf, idsOf, NOON, text } from '#sandbox/test-client.ts'

const client = createTestClient()
const { landmarks } = client.sandbox
const lead = landmarks.largeLead.id

describe('people', () => {
  it('one is oneself, in one organization', async () => {
    const { body } = await client.get('/me/')
    expect(body).toMatchObject({
      first_name: 'Ines',
      email: expect.stringContaining('@harbourline.example'),
      organizations: [
        {
          id: landmarks.organizationId,
          name: 'Harbourline',
          lead_statuses: expect.any(Array),
          pipelines: expect.any(Array),
        },
      ],
      memberships: [{ organization_id: landmarks.organizationId, permissions_granted: expect.any(Array) }],
      email_accounts: [{ identities: expect.any(Array) }],
    })
  })

  it('who work there are 34 users; six who left stand in the organization alone', async () => {
    const users = await client.all('/user/', { _limit: '20' })
    const { body } = await client.get(`/organization/${landmarks.organizationId}/`, {
      _fields: 'memberships,inactive_memberships',
    })
    const inactive = dataOf({ data: body['inactive_memberships'] })
    expect(users).toHaveLength(34)
    expect(dataOf({ data: body['memberships'] })).toHaveLength(34)
    expect(inactive).toHaveLength(6)
    expect(inactive.map((m) => m['user_id'])).toContain(landmarks.inactiveUsers[0]?.id)
    expect(users.map((u) => u['id'])).not.toContain(landmarks.inactiveUsers[0]?.id)
    expect(inactive[0]).toMatchObject({
      user_email: expect.any(String),
      user_first_name: expect.any(String),
      user_full_name: landmarks.inactiveUsers[0]?.name,
    })
  })

  it('can be asked for one by one, those who left too', async () => {
    expect((await client.get(`/user/${landmarks.inactiveUsers[0]?.id}/`)).body).toMatchObject({
      id: landmarks.inactiveUsers[0]?.id,
      first_name: 'Morgan',
    })
  })

  it('come in one of two orders', async () => {
    const names = async (order: string) => (await client.all('/user/', { _order_by: order })).map((u) => u['last_name'])
    expect((await names('last_name,first_name'))[0]).toBe('Achterberg')
    expect(await names('email')).toEqual(await names('first_name,last_name'))
  })

  it('of another organization are not shown', async () => {
    expect((await client.get('/organization/orga_other/')).status).toBe(403)
  })
})

describe('leads', () => {
  it('are found by the beginnings of words', async () => {
    const { body } = await client.get('/lead/', { query: 'bright ship' })
    expect(dataOf(body)[0]).toMatchObject({
      id: lead,
      display_name: 'Brightfold Shipping',
      contact_ids: expect.any(Array),
      html_url: `https://app.close.com/lead/${lead}/`,
    })
    expect(body['has_more']).toBe(false)
    expect(body['total_results']).toBe(1)
  })

  it.each([
    ['name:"brightfold shipping"', 1],
    ['"fold shipping"', 1],
    ['id:LEAD', 1],
    ['id in ("LEAD", "lead_x")', 1],
    ['zzz', 0],
    ['societe', 1],
    ['さくら海運株式会社', 1],
    ['', 60],
  ])('%s finds %i', async (query, total) => {
    expect((await client.get('/lead/', { query: query.replace('LEAD', lead) })).body['total_results']).toBe(total)
  })

  it('allow pages of 200, and counts alone', async () => {
    expect((await client.get('/lead/', { _limit: '200' })).status).toBe(200)
    expect((await client.get('/lead/', { _limit: '201' })).body['field-errors']).toEqual({
      _limit: 'Input should be less than or equal to 200',
    })
    expect((await client.get('/lead/', { _limit: '0' })).body).toEqual({ data: [], has_more: true, total_results: 60 })
  })

  it('carry their contacts, and never activities', async () => {
    const { body } = await client.get(`/lead/${lead}/`)
    expect(dataOf({ data: body['contacts'] })).toHaveLength(7)
    expect(body).toMatchObject({
      status_label: 'Customer',
      opportunities: [],
      tasks: [],
      addresses: [{ country: 'GB' }],
    })
    expect(body).not.toHaveProperty('activities')
  })
})

describe('contacts', () => {
  it('belong to leads and are found by lead or id', async () => {
    const contacts = await client.all('/contact/', { lead_id: lead })
    expect(contacts).toHaveLength(7)
    const [first = {}, second = {}] = contacts
    expect(first).toMatchObject({
      lead_id: lead,
      emails: [{ email: expect.stringContaining('@'), type: 'office' }],
      phones: [{ phone: expect.stringMatching(/^\+\d+$/) }],
    })
    expect(idsOf((await client.get('/contact/', { id__in: `${text(second['id'])},cont_x` })).body)).toEqual([
      second['id'],
    ])
    expect((await client.get(`/contact/${text(first['id'])}/`)).body).toEqual(first)
  })

  it('are listed whole without a filter', async () => {
    const contacts = await client.all('/contact/', { _fields: 'id' })
    expect(new Set(contacts.map((c) => c['id'])).size).toBe(contacts.length)
    expect(contacts.length).toBeGreaterThan(60)
  })
})

describe('settings', () => {
  it('custom activity types come without choices and without has_more', async () => {
    const { body } = await client.get('/custom_activity/')
    expect(Object.keys(body)).toEqual(['data'])
    expect(dataOf(body).map((type) => [type['name'], type['is_archived']])).toEqual([
      ['Site visit', false],
      ['Churn review', false],
      ['Trade fair scan', true],
    ])
    expect(JSON.stringify(body)).not.toContain('"choices":')
  })

  it('their fields come with choices', async () => {
    const { body } = await client.get('/custom_field/activity/')
    expect(dataOf(body)[0]).toMatchObject({
      name: 'Purpose',
      type: 'choices',
      choices: expect.arrayContaining(['Onboarding']),
      custom_activity_type_id: landmarks.customActivityTypes[0]?.id,
    })
  })

  it.each(['/status/lead/', '/status/opportunity/', '/pipeline/', '/outcome/'])('%s is a list', async (path) => {
    const { body } = await client.get(path)
    expect(body['has_more']).toBe(false)
    expect(dataOf(body).length).toBeGreaterThan(1)
    expect((await client.get(path, { _limit: '1' })).body['has_more']).toBe(true)
  })

  it('what activities name can be looked up', async () => {
    const [change = {}] = dataOf((await client.get('/activity/status_change/opportunity/', { _limit: '1' })).body)
    expect(idsOf((await client.get('/status/opportunity/')).body)).toContain(change['new_status_id'])
    expect(idsOf((await client.get('/pipeline/')).body)).toContain(change['new_pipeline_id'])
    const outcomes = (await client.all('/activity/call/', { _fields: 'outcome_id' })).map((call) => call['outcome_id'])
    expect(idsOf((await client.get('/outcome/')).body)).toEqual(
      expect.arrayContaining([outcomes.find((id) => id !== null)]),
    )
  })
})

describe('advanced filtering', () => {
  const find = (query: unknown, rest: Readonly<Record<string, unknown>> = {}) =>
    client.send('POST', '/data/search/', { query, ...rest })
  const leads = (...queries: readonly unknown[]) => ({
    type: 'and',
    queries: [{ type: 'object_type', object_type: 'lead' }, ...queries],
  })
  const name = (value: string, mode = 'full_words') => ({
    type: 'field_condition',
    field: { type: 'regular_field', object_type: 'lead', field_name: 'name' },
    condition: { type: 'text', mode, value },
  })

  it('finds leads by the words of their names', async () => {
    expect((await find(leads(name('brightfold shipping')))).body).toEqual({
      data: [{ __object_type: 'lead', id: lead }],
      cursor: null,
    })
    expect((await find(leads(name('brightf')))).body['data']).toEqual([])
    expect(idsOf((await find(leads(name('brightf', 'beginning_of_words')))).body)).toContain(lead)
  })

  it('finds leads and contacts by ids, with the fields asked for', async () => {
    const either = {
      type: 'or',
      queries: [
        { type: 'id', value: lead },
        { type: 'id', value: 'lead_x' },
      ],
    }
    expect((await find(leads(either), { _fields: { lead: ['id', 'display_name'] } })).body['data']).toEqual([
      { __object_type: 'lead', id: lead, display_name: 'Brightfold Shipping' },
    ])
    const [contact = {}] = await client.all('/contact/', { lead_id: lead })
    const contacts = {
      type: 'and',
      queries: [
        { type: 'object_type', object_type: 'contact' },
        { type: 'id', value: contact['id'] },
      ],
    }
    expect(idsOf((await find(contacts)).body)).toEqual([contact['id']])
  })

  it('pages by a cursor that lives half a minute', async () => {
    let now = NOON
    const slow = createTestClient({ clock: () => now, size: 300 })
    const ask = (cursor?: unknown) =>
      slow.send('POST', '/data/search/', {
        query: leads(),
        _limit: 40,
        include_counts: true,
        ...(cursor === undefined ? {} : { cursor }),
      })
    const first = await ask()
    expect(first.body).toMatchObject({ cursor: expect.any(String), count: { total: 60 } })
    const second = await ask(first.body['cursor'])
    expect(dataOf(second.body)).toHaveLength(20)
    expect(second.body['cursor']).toBeNull()
    now += 31_000
    expect(await ask(first.body['cursor'])).toMatchObject({
      status: 400,
      body: { 'field-errors': { cursor: 'Expired cursor' } },
    })
  })

  it('refuses what it does not know', async () => {
    expect((await find({ type: 'wish' })).status).toBe(400)
    expect((await client.send('POST', '/data/search/', '{oops')).body).toEqual({
      error: 'The request contains invalid JSON.',
    })
    expect((await client.send('POST', '/data/search/', {})).status).toBe(400)
  })
})
