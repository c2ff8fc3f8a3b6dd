import { describe, expect, it } from 'vitest'
import { createTestClient, dataOf } from './test-client.ts'

const client = createTestClient()
const lead = client.sandbox.landmarks.largeLead.id

async function firstOf(path: string, parameters: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const [first = {}] = dataOf((await client.get(path, { _limit: '1', ...parameters })).body)
  return first
}

describe('_fields', () => {
  it('gives the named keys and no others, id included', async () => {
    expect(Object.keys(await firstOf('/activity/call/', { _fields: 'duration,_type, user_name' })).toSorted()).toEqual([
      '_type',
      'duration',
      'user_name',
    ])
  })

  it('gives the same values as the whole object', async () => {
    const whole = await firstOf('/activity/', { _skip: '40' })
    const some = await firstOf('/activity/', {
      _skip: '40',
      _fields: 'id,_type,lead_id,user_id,user_name,contact_id,date_created,activity_at,organization_id',
    })
    expect(whole).toMatchObject(some)
  })

  it('drops names that nothing has', async () => {
    expect(Object.keys(await firstOf('/activity/note/', { _fields: 'id,duration,nonsense' }))).toEqual(['id'])
    expect(dataOf((await client.get('/activity/', { _fields: 'nonsense', _limit: '2' })).body)).toEqual([{}, {}])
  })

  it('adds the id only when told so', async () => {
    const adding = createTestClient({ size: 300, strictness: { fieldsAddId: true } })
    expect(
      Object.keys(
        dataOf((await adding.get('/activity/note/', { _fields: 'note', _limit: '1' })).body)[0] ?? {},
      ).toSorted(),
    ).toEqual(['id', 'note'])
  })

  it('empty means all', async () => {
    expect(await firstOf('/activity/note/', { _fields: '' })).toEqual(await firstOf('/activity/note/', {}))
  })

  it('selects custom fields by their flat keys', async () => {
    const type = client.sandbox.landmarks.customActivityTypes[0]?.id ?? ''
    const whole = await firstOf('/activity/custom/', { lead_id: lead, custom_activity_type_id: type })
    const key = Object.keys(whole).find((name) => name.startsWith('custom.')) ?? ''
    expect(
      await firstOf('/activity/custom/', { lead_id: lead, custom_activity_type_id: type, _fields: `id,${key}` }),
    ).toEqual({ id: whole['id'], [key]: whole[key] })
  })

  it('works on single objects, people, leads and contacts', async () => {
    const [activity] = client.sandbox.truth.all()
    expect(Object.keys((await client.get(`/activity/${activity?.id}/`, { _fields: 'id,_type' })).body)).toEqual([
      '_type',
      'id',
    ])
    expect((await client.get('/me/', { _fields: 'first_name' })).body).toEqual({ first_name: 'Ines' })
    expect((await client.get(`/lead/${lead}/`, { _fields: 'id,display_name' })).body).toEqual({
      id: lead,
      display_name: 'Brightfold Shipping',
    })
    expect(dataOf((await client.get('/user/', { _fields: 'email', _limit: '1' })).body)).toEqual([
      { email: expect.stringContaining('@') },
    ])
    expect(
      dataOf((await client.get('/contact/', { lead_id: lead, _fields: 'display_name', _limit: '1' })).body),
    ).toEqual([{ display_name: expect.any(String) }])
  })

  it('on leads knows all custom fields together, and everything', async () => {
    const { body } = await client.get(`/lead/${lead}/`, { _fields: 'id,custom' })
    expect(Object.keys(body).some((key) => key.startsWith('custom.'))).toBe(true)
    expect((await client.get(`/lead/${lead}/`, { _fields: '_all' })).body).toEqual(
      (await client.get(`/lead/${lead}/`)).body,
    )
  })

  it('alone brings transcripts', async () => {
    const calls = dataOf(
      (await client.get('/activity/call/', { _fields: 'id,has_recording,recording_transcript' })).body,
    )
    const recorded = calls.find((call) => call['has_recording'] === true)
    expect(recorded?.['recording_transcript']).toMatchObject({
      utterances: expect.any(Array),
      speakers: expect.any(Array),
      summary_text: expect.any(String),
    })
    expect(calls.find((call) => call['has_recording'] === false)?.['recording_transcript']).toBeNull()
    expect(await firstOf('/activity/call/', {})).not.toHaveProperty('recording_transcript')
    expect(await firstOf('/activity/meeting/', { _fields: 'id,transcripts' })).toHaveProperty('transcripts')
    expect(await firstOf('/activity/meeting/', {})).not.toHaveProperty('transcripts')
  })

  it('brings no key that the object lacks', async () => {
    expect(await firstOf('/activity/task_completed/', { _fields: '_type,contact_id' })).toEqual({
      _type: 'TaskCompleted',
    })
  })
})
