import { describe, expect, test } from 'vitest'
import { createTestClock } from '#lib/test-clock.ts'
import { createCloseClient } from './close-client.ts'
import {
  fetchContacts,
  fetchCustomActivityTypes,
  fetchLeadNames,
  fetchMe,
  fetchUsers,
  searchLeads,
} from './directory.ts'

/** Answers by path; a path that has none is not there. */
function serve(answers: Readonly<Record<string, (request: Request) => unknown>>) {
  const clock = createTestClock()
  const asked: string[] = []
  const respond = async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    asked.push(`${request.method} ${pathname}${search}`)
    const answer = await answers[pathname]?.(request)
    if (answer instanceof Response) return answer
    return answer === undefined ? Response.json({ error: 'Not found' }, { status: 404 }) : Response.json(answer)
  }
  const client = createCloseClient({
    fetch: clock.holding(respond),
    baseUrl: 'http://close.test',
    credential: () => ({ kind: 'api-key', secret: 'api_test' }),
    clock,
  })
  return { client, asked }
}

const me = {
  id: 'user_1',
  first_name: 'Ana',
  last_name: 'Quist',
  email: 'ana@x.example',
  organizations: [{ id: 'orga_1', name: 'Harbourline' }],
}

test('who is connected, and where', async () => {
  const { client } = serve({ '/me/': () => me })
  expect(await fetchMe(client)).toEqual({
    id: 'user_1',
    name: 'Ana Quist',
    email: 'ana@x.example',
    organization: { id: 'orga_1', name: 'Harbourline' },
  })
})

describe('users', () => {
  const people = [me, { id: 'user_2', email: 'ben@x.example' }, { first_name: 'without an id' }]

  test('are those who work there by name, then those who left', async () => {
    const { client } = serve({
      '/me/': () => me,
      '/user/': () => ({ data: people, has_more: false }),
      '/organization/orga_1/': () => ({
        inactive_memberships: [{ user_id: 'user_9', user_full_name: 'Zoe Left' }, { user_id: 'user_1' }, null],
      }),
    })
    expect((await fetchUsers(client)).map(({ name, active }) => [name, active])).toEqual([
      ['Ana Quist', true],
      ['ben@x.example', true],
      ['Zoe Left', false],
    ])
  })

  test('who left stay unknown to somebody who may not see the organization', async () => {
    const { client } = serve({ '/me/': () => me, '/user/': () => ({ data: people, has_more: false }) })
    expect(await fetchUsers(client)).toHaveLength(2)
  })

  test('are read to the last page', async () => {
    const { client, asked } = serve({
      '/user/': ({ url }) => {
        const skip = Number(new URL(url).searchParams.get('_skip'))
        return { data: [{ id: `user_${skip}`, email: `${skip}` }], has_more: skip < 2 }
      },
    })
    expect(await fetchUsers(client)).toHaveLength(3)
    expect(asked.filter((path) => path.startsWith('GET /user/'))).toHaveLength(3)
  })
})

describe('names of leads', () => {
  const ids = Array.from({ length: 7 }, (_, index) => `lead_${index}`)
  const lead = (id: string) => ({ id, display_name: `Name of ${id}` })
  const each = Object.fromEntries(ids.slice(0, 6).map((id) => [`/lead/${id}/`, () => lead(id)]))

  test('come in one request', async () => {
    const { client, asked } = serve({ '/data/search/': () => ({ data: ids.map(lead), cursor: null }) })
    expect((await fetchLeadNames(client, [...ids, ...ids])).get('lead_3')).toBe('Name of lead_3')
    expect(asked).toEqual(['POST /data/search/'])
  })

  test('that the search does not know are asked for one by one', async () => {
    const { client, asked } = serve({ ...each, '/data/search/': () => ({ data: [lead('lead_0')], cursor: null }) })
    const names = await fetchLeadNames(client, ids)
    expect([...names.keys()].toSorted()).toEqual(ids.slice(0, 6))
    expect(asked).toHaveLength(7)
  })

  test('are asked for one by one when there is no such search, which is then left alone', async () => {
    const { client, asked } = serve(each)
    await fetchLeadNames(client, ids)
    await fetchLeadNames(client, ids)
    expect(asked.filter((path) => path.startsWith('POST'))).toHaveLength(1)
  })

  test('of deleted leads are missing, and that is no error', async () => {
    const { client } = serve(each)
    expect((await fetchLeadNames(client, ['lead_6', 'lead_1'])).has('lead_6')).toBe(false)
  })

  test('are only taken for the leads asked about', async () => {
    const { client } = serve({ ...each, '/data/search/': () => ({ data: [lead('lead_99')], cursor: null }) })
    expect([...(await fetchLeadNames(client, ids.slice(0, 2))).keys()]).toEqual(['lead_0', 'lead_1'])
  })
})

test('a search for leads sends words, not operators', async () => {
  const { client, asked } = serve({
    '/lead/': () => ({
      data: [{ id: 'lead_1', display_name: '', name: 'Acme', status_label: 'Won' }],
      has_more: false,
    }),
  })
  expect(await searchLeads(client, ' "acme-tools"  -(name:x) ')).toEqual([
    { id: 'lead_1', name: 'Acme', status: 'Won' },
  ])
  expect(asked[0]).toContain('query=acme-tools+name+x&')
})

test('contacts and custom activity types are read, odd ones left out', async () => {
  const { client } = serve({
    '/contact/': () => ({ data: [{ id: 'cont_1', name: 'Kim', lead_id: 'lead_1', title: 7 }, {}], has_more: false }),
    '/custom_activity/': () => ({
      data: [
        { id: 'actitype_1', name: 'Visit', is_archived: true, fields: [{ id: 'cf_1', name: 'Stage', type: 'text' }] },
      ],
    }),
  })
  expect(await fetchContacts(client, 'lead_1')).toEqual([{ id: 'cont_1', name: 'Kim', leadId: 'lead_1', title: null }])
  expect(await fetchCustomActivityTypes(client)).toEqual([
    { id: 'actitype_1', name: 'Visit', archived: true, fields: [{ id: 'cf_1', name: 'Stage', type: 'text' }] },
  ])
})
