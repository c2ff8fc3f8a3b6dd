import { describe, expect, it } from 'vitest'
import { type Body, createTestClient, dataOf, idsOf, text } from './test-client.ts'

const client = createTestClient({ size: 6000 })

async function whole(path: string): Promise<readonly Body[]> {
  return client.all(path)
}

/** The ids of a list under a filter, and those that the whole list has where the test holds. */
async function compare(path: string, parameters: Readonly<Record<string, string>>, test: (row: Body) => boolean) {
  const found = (await client.all(path, { _fields: 'id', ...parameters })).map((row) => row['id'])
  const expected = (await whole(path)).filter(test).map((row) => row['id'])
  expect(found).toEqual(expected)
  expect(found.length).toBeGreaterThan(0)
}

describe('the filters that single lists have besides', () => {
  it('opportunity status changes by opportunity', async () => {
    const [first = {}] = await whole('/activity/status_change/opportunity/')
    const id = text(first['opportunity_id'])
    await compare('/activity/status_change/opportunity/', { opportunity_id: id }, (row) => row['opportunity_id'] === id)
  })

  it.each(['form_id', 'form_id__in'])('form submissions by %s', async (name) => {
    const ids = [...new Set((await whole('/activity/form_submission/')).map((row) => text(row['form_id'])))]
    const [one = ''] = ids
    expect(ids.length).toBeGreaterThan(1)
    await compare('/activity/form_submission/', { [name]: one }, (row) => row['form_id'] === one)
    await compare('/activity/form_submission/', { [name]: ids.join(',') }, () => true)
  })

  it('form submissions by the long forms of the common filters, without a lead', async () => {
    const [first = {}] = await whole('/activity/form_submission/')
    const contact = text(first['contact_id'])
    await compare('/activity/form_submission/', { contact_id__in: contact }, (row) => row['contact_id'] === contact)
    await compare('/activity/form_submission/', { _type__in: 'FormSubmission,Call' }, () => true)
  })

  it('WhatsApp messages by the id they have outside', async () => {
    const row = (await whole('/activity/whatsapp_message/'))[7] ?? {}
    const id = text(row['external_whatsapp_message_id'])
    await compare(
      '/activity/whatsapp_message/',
      { external_whatsapp_message_id: id },
      (r) => r['external_whatsapp_message_id'] === id,
    )
  })

  it('meetings by their calendar event, its calendar, and their beginning', async () => {
    const meeting = (await whole('/activity/meeting/')).find((row) => row['provider_calendar_type'] === 'google') ?? {}
    const event = { provider_calendar_event_id: text(meeting['provider_calendar_event_id']) }
    const ask = async (parameters: Readonly<Record<string, string>>) =>
      idsOf((await client.get('/activity/meeting/', { ...event, ...parameters })).body)
    const starts = text(meeting['starts_at']).replace('+00:00', 'Z')
    expect(await ask({})).toEqual([meeting['id']])
    expect(await ask({ provider_calendar_type: 'google', provider_calendar_id: 'primary' })).toEqual([meeting['id']])
    expect(await ask({ provider_calendar_type: 'microsoft' })).toEqual([])
    expect(await ask({ provider_calendar_id: 'other' })).toEqual([])
    expect(await ask({ starts_at: starts })).toEqual([meeting['id']])
    expect(await ask({ starts_at: '2026-01-01T00:00:01Z' })).toEqual([])
    expect(await ask({ starts_at__gte: starts })).toEqual([meeting['id']])
    expect(await ask({ starts_at__lt: starts })).toEqual([])
    expect((await client.get('/activity/meeting/', { ...event, provider_calendar_type: 'apple' })).status).toBe(400)
    expect((await client.get('/activity/meeting/', { ...event, starts_at: 'noon' })).status).toBe(400)
  })

  it.each(['custom_activity_type_id', 'custom_activity_type_id__in'])(
    'custom activities of one lead by %s',
    async (name) => {
      const lead_id = client.sandbox.landmarks.largeLead.id
      const [visit, review] = client.sandbox.landmarks.customActivityTypes
      const ids = `${visit?.id},${review?.id}`
      await compare(
        '/activity/custom/',
        { lead_id, [name]: `${visit?.id}` },
        (row) => row['lead_id'] === lead_id && row['custom_activity_type_id'] === visit?.id,
      )
      await compare(
        '/activity/custom/',
        { lead_id, [name]: ids },
        (row) => row['lead_id'] === lead_id && ids.includes(text(row['custom_activity_type_id'])),
      )
    },
  )

  it('a type list takes its own word, and gives nothing for another', async () => {
    expect(dataOf((await client.get('/activity/call/', { _type: 'Call', _limit: '2' })).body)).toHaveLength(2)
    expect(dataOf((await client.get('/activity/call/', { _type: 'Note' })).body)).toEqual([])
  })
})
