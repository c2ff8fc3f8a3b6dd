import { describe, expect, it } from 'vitest'
import { createTestClient, dataOf } from '#sandbox/test-client.ts'
import { BEACON, remoteLoads } from './hostile/remote-loads.ts'
import { scriptPayload } from './hostile/hostile-mails.ts'
import { scriptPayloads } from './hostile/script-payloads.ts'

describe('the hostile texts', () => {
  it('hold at least 120 scripts, no two alike, each with its number', () => {
    expect(new Set(scriptPayloads).size).toBeGreaterThanOrEqual(120)
    expect(new Set(scriptPayloads).size).toBe(scriptPayloads.length)
    expect(scriptPayloads.flatMap((_, i) => (scriptPayload(i + 1).includes(String(i + 1)) ? [] : [i + 1]))).toEqual([])
  })

  it('hold the 52 remote loads, all of them from the host that nobody has', () => {
    expect(remoteLoads).toHaveLength(52)
    for (const { html } of remoteLoads) expect(html).toContain(`https://${BEACON}/`)
  })
})

describe('the leads with written mail', () => {
  const client = createTestClient({ size: 5000 })
  const { hostileMail, benignMail } = client.sandbox.landmarks

  it.each([
    ['hostile', hostileMail, 280],
    ['benign', benignMail, 35],
  ])('%s: each message is an activity', async (_word, lead, least) => {
    const rows = await client.all('/activity/', {
      lead_id: lead?.id ?? '',
      _type__in: 'Email,Note',
      _fields: 'id,_type,subject,body_html,note_html',
    })
    expect(rows.length).toBeGreaterThanOrEqual(least)
    for (const row of rows) expect(row['body_html'] ?? row['note_html']).toEqual(expect.stringContaining('<'))
  })

  it('have their conversations', async () => {
    const { body } = await client.get('/activity/emailthread/', {
      lead_id: benignMail?.id ?? '',
      _fields: 'latest_normalized_subject,n_emails',
    })
    expect(dataOf(body).map((thread) => thread['latest_normalized_subject'])).toEqual([
      'Languages',
      'Automatic mail',
      'Replies',
      'Letters',
    ])
  })

  it('are found by name', async () => {
    const { body } = await client.get('/lead/', { query: 'Hostile Mail' })
    expect(dataOf(body).map((lead) => lead['id'])).toEqual([hostileMail?.id])
  })

  it('are not in a small sandbox, where they would be most of it', () => {
    expect(createTestClient({ size: 3000 }).sandbox.landmarks.hostileMail).toBeNull()
  })
})
