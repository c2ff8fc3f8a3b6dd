import type { Locator, Page } from 'playwright/test'
import { activityTypes } from '#core/close/activity-types.ts'
import { findActivity, getActivity, type Wire } from './support/activities.ts'
import { expectAccessibleEverywhere } from './support/scan.ts'
import { Explorer } from './support/explorer.ts'
import type { SandboxControl } from './support/sandbox-control.ts'
import { expect, test } from './support/test.ts'

/** What a story reads in the inspector: labels with the words beside them, or texts anywhere in it. */
interface Expected {
  readonly headline?: unknown
  readonly facts: Readonly<Record<string, unknown>>
  readonly texts?: readonly unknown[]
  /** Texts within the message's frame. */
  readonly framed?: readonly unknown[]
}

interface Kind {
  readonly name: string
  readonly find: (sandbox: SandboxControl) => Promise<Wire>
  readonly expected: (wire: Wire, sandbox: SandboxControl) => Expected | Promise<Expected>
}

const newest = (resource: string, fits?: (wire: Wire) => boolean) => (sandbox: SandboxControl) =>
  findActivity(sandbox, resource, fits)

const kinds: readonly Kind[] = [
  {
    name: 'Call',
    find: newest('call', (call) => call['has_recording'] === true && call['note'] !== ''),
    expected: (call) => ({
      facts: {
        To: call['direction'] === 'inbound' ? call['local_phone_formatted'] : call['remote_phone_formatted'],
        Duration: duration(call['duration']),
        Cost: `${(Number(call['cost']) / 100).toFixed(2)} US dollars`,
        Recording: 'Recording in Close',
        Status: 'Completed',
      },
      framed: [call['note']],
    }),
  },
  {
    name: 'Email',
    find: newest('email', (email) => list(email['attachments']).length > 0),
    expected: (email) => ({
      headline: email['subject'],
      facts: {
        From: record(list(record(email['envelope'])['from'])[0])['email'],
        To: list(email['to'])[0],
        Status: word(email['status']),
      },
      texts: [record(list(email['attachments'])[0])['filename']],
      framed: [firstWords(record(list(email['body_text_quoted'])[0])['text'])],
    }),
  },
  {
    name: 'Email thread',
    find: newest('emailthread', (thread) => Number(thread['n_emails']) > 3),
    expected: async (thread, sandbox) => {
      const newest = await getActivity(sandbox, String(record(list(thread['emails'])[0])['id']))
      return {
        headline: thread['latest_normalized_subject'],
        facts: { Messages: thread['n_emails'], Participants: record(list(thread['participants'])[0])['email'] },
        framed: [firstWords(record(list(newest['body_text_quoted'])[0])['text'])],
      }
    },
  },
  {
    name: 'Note',
    find: newest('note', (note) => note['title'] !== null),
    expected: (note) => ({ headline: note['title'], facts: {}, framed: [note['note']] }),
  },
  {
    name: 'SMS',
    find: newest('sms', (sms) => sms['direction'] === 'outbound'),
    expected: (sms) => ({
      facts: { To: sms['remote_phone_formatted'], From: sms['local_phone_formatted'], Status: word(sms['status']) },
      texts: [sms['text']],
    }),
  },
  {
    name: 'WhatsApp message',
    find: newest('whatsapp_message'),
    expected: (message) => ({
      facts: {
        Direction: message['direction'] === 'incoming' ? 'Incoming' : 'Outgoing',
        Integration: message['integration_name'],
      },
      texts: [message['text']],
    }),
  },
  {
    name: 'Meeting',
    find: newest('meeting', (meeting) => meeting['summary'] !== null && list(meeting['attendees']).length === 2),
    expected: (meeting) => ({
      headline: meeting['title'],
      facts: { Status: 'Completed', Starts: moment(meeting['starts_at']), Ends: moment(meeting['ends_at']) },
      texts: [
        '2 attendees',
        'Organizer',
        ...list(meeting['attendees']).map((attendee) => record(attendee)['email']),
        meeting['note'],
      ],
      framed: [record(meeting['summary'])['text']],
    }),
  },
  {
    name: 'Custom activity',
    find: newest('custom', (activity) => Object.keys(activity).filter((key) => key.startsWith('custom.')).length > 3),
    expected: async (activity, sandbox) => {
      const types = list(record(await sandbox.get('/custom_activity/'))['data']).map(record)
      const type = types.find(({ id }) => id === activity['custom_activity_type_id'])
      const fields = list(type?.['fields']).map(record)
      const texts = fields.filter(
        (field) => field['type'] === 'choices' && typeof activity[`custom.${String(field['id'])}`] === 'string',
      )
      return {
        facts: Object.fromEntries(
          texts.map((field) => [String(field['name']), activity[`custom.${String(field['id'])}`]]),
        ),
        texts: [
          type?.['name'],
          ...fields
            .filter((field) => (activity[`custom.${String(field['id'])}`] ?? null) !== null)
            .map((field) => field['name']),
        ],
      }
    },
  },
  {
    name: 'Lead created',
    find: newest('created', (created) => created['source'] === 'import'),
    expected: (created) => ({
      facts: { Source: 'By an import', Import: created['import_id'], 'Created by': created['created_by_name'] },
    }),
  },
  {
    name: 'Form submission',
    find: newest('form_submission'),
    expected: (form) => ({
      headline: form['form_name'],
      facts: { Form: form['form_name'], 'IP address': form['ip_address'] },
      texts: Object.keys(record(form['values_by_name'])),
    }),
  },
  {
    name: 'Lead status change',
    find: newest('status_change/lead'),
    expected: (change) => ({
      facts: { 'Old status ID': change['old_status_id'], 'New status ID': change['new_status_id'] },
      texts: [change['old_status_label'], change['new_status_label']],
    }),
  },
  {
    name: 'Opportunity status change',
    find: newest('status_change/opportunity', (change) => change['opportunity_value'] !== null),
    expected: (change) => ({
      facts: {
        Value: change['opportunity_value_formatted'],
        Confidence: `${String(change['opportunity_confidence'])} %`,
        Pipeline: change['new_pipeline_name'],
        Opportunity: change['opportunity_id'],
      },
      texts: [change['old_status_label'], change['new_status_label']],
    }),
  },
  {
    name: 'Lead merge',
    find: newest('lead_merge'),
    expected: (merge) => ({
      facts: {
        'Merged lead': merge['source_display_name'],
        Into: merge['destination_display_name'],
        Status: word(merge['merge_status']),
      },
    }),
  },
  {
    name: 'Task completed',
    find: newest('task_completed'),
    expected: (task) => ({
      headline: task['task_text'],
      facts: { 'Assigned to': task['task_assigned_to_name'], Task: task['task_id'] },
    }),
  },
  {
    name: 'Import update',
    find: newest('import_update'),
    expected: (update) => ({
      facts: { Import: update['import_id'], State: update['reverted'] === true ? 'Reverted' : 'In effect' },
    }),
  },
  {
    name: 'a type that nobody documents',
    find: async (sandbox) => getActivity(sandbox, (await sandbox.landmarks()).unknownType ?? ''),
    expected: (unknown) => ({
      facts: {
        'Agent name': unknown['agent_name'],
        Outcome: unknown['outcome'],
        Duration: unknown['duration'],
        Turns: unknown['turns'],
      },
    }),
  },
]

/** A few kinds in one story: each story has a server and a page of its own, and those take longer than reading an activity. */
const groups = Array.from({ length: Math.ceil(kinds.length / 4) }, (_, i) => kinds.slice(i * 4, i * 4 + 4))

for (const group of groups) {
  test(`${group.map(({ name }) => name).join(', ')}: the inspector says what the API says`, async ({
    page,
    sandbox,
  }) => {
    const explorer = new Explorer(page)
    await explorer.open('resource=sms')
    for (const kind of group) await test.step(kind.name, () => expectSaid(explorer, sandbox, kind))
  })
}

async function expectSaid(explorer: Explorer, sandbox: SandboxControl, { find, expected }: Kind): Promise<void> {
  const wire = await find(sandbox)
  const { headline, facts, texts = [], framed = [] } = await expected(wire, sandbox)
  await explorer.openActivity(String(wire['id']))
  const { inspector } = explorer
  if (headline !== undefined) await expect(inspector.locator('article > div').first()).toContainText(oneLine(headline))
  for (const [label, value] of Object.entries(facts)) await expect(fact(inspector, label)).toContainText(oneLine(value))
  for (const text of texts) await expect(inspector).toContainText(oneLine(text))
  for (const text of framed)
    await expect(inspector.frameLocator('iframe').first().locator('body')).toContainText(oneLine(text))
  await expect(fact(inspector, 'Date created')).toContainText(moment(wire['date_created']))
  await expectEveryField(inspector, wire)
}

for (const width of [1280, 390]) {
  test(`nothing of any type is out of reach for an assistive technology, ${width} pixels wide`, async ({
    page,
    sandbox,
  }) => {
    test.setTimeout(180_000)
    const explorer = new Explorer(page)
    await page.setViewportSize({ width, height: 900 })
    await explorer.open('resource=sms')
    for (const { name, find } of kinds) {
      const wire = await find(sandbox)
      await explorer.openActivity(String(wire['id']))
      await expect(explorer.inspector.locator('article')).toBeVisible()
      await expect(fact(explorer.inspector, 'Date created')).toBeVisible()
      await expectAccessibleEverywhere(page, name, { within: '[role=complementary], aside', widths: [width] })
      await page.setViewportSize({ width, height: 900 })
    }
  })
}

test('what was said in a call is read with speakers and times once it is asked for', async ({ page, sandbox }) => {
  const call = await findActivity(sandbox, 'call', (each) => each['has_recording'] === true)
  const answer = record(await sandbox.get(`/activity/call/${String(call['id'])}/?_fields=id,recording_transcript`))
  const utterances = list(record(answer['recording_transcript'])['utterances']).map(record)
  const explorer = new Explorer(page)
  await explorer.open(`open=${String(call['id'])}`)
  await expect(explorer.inspector.getByText(String(utterances[1]?.['text']), { exact: true })).toHaveCount(0)
  await explorer.inspector.getByRole('button', { name: 'Show transcript' }).click()
  const lines = explorer.inspector.getByRole('region', { name: 'Transcript' }).getByRole('listitem')
  await expect(lines).toHaveCount(utterances.length)
  await expect(lines.nth(1)).toContainText('0:10')
  await expect(lines.nth(1)).toContainText(String(utterances[1]?.['speaker_label']))
  await expect(lines.nth(1)).toContainText(String(utterances[1]?.['text']))
})

test('what was said in a meeting comes when it is asked for', async ({ page, sandbox }) => {
  const meeting = await findActivity(sandbox, 'meeting', (each) => each['summary'] !== null)
  const id = String(meeting['id'])
  const answer = record(await sandbox.get(`/activity/meeting/${id}/?_fields=id,transcripts`))
  const utterances = list(record(list(answer['transcripts'])[0])['utterances']).map(record)
  const explorer = new Explorer(page)
  await explorer.open(`open=${id}`)
  await explorer.inspector.getByRole('button', { name: 'Show transcript' }).click()
  const lines = explorer.inspector.getByRole('region', { name: 'Transcript' }).getByRole('listitem')
  await expect(lines).toHaveCount(utterances.length)
  await expect(lines.first()).toContainText(String(utterances[0]?.['text']))
})

test('a long conversation shows its newest messages, the first of them open, and older ones when asked', async ({
  page,
  sandbox,
}) => {
  const { longThread } = await sandbox.landmarks()
  const explorer = new Explorer(page)
  await explorer.open(`open=${longThread.id}&resource=sms`)
  const messages = explorer.inspector.getByRole('region', { name: 'Messages' })
  await expect(messages.getByRole('listitem')).toHaveCount(20)
  await expect(messages.getByRole('button', { expanded: true })).toHaveCount(1)
  await expect(messages.getByRole('listitem').first().getByRole('button', { expanded: true })).toBeVisible()
  await messages.getByRole('button', { name: 'Load older (40)' }).click()
  await messages.getByRole('button', { name: 'Load older (20)' }).click()
  await expect(messages.getByRole('listitem')).toHaveCount(60)
})

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('fields are searched, empty ones shown, values, object and link copied, times told three ways', async ({
    page,
    sandbox,
  }) => {
    const call = await findActivity(sandbox, 'call', (each) => each['disposition'] === 'vm-left')
    const explorer = new Explorer(page)
    await explorer.open(`open=${String(call['id'])}&tz=Asia/Tokyo`)
    const { inspector } = explorer
    const fields = inspector.getByRole('region', { name: 'All fields' })
    const rows = fields.locator('tbody tr')
    await fields.getByRole('checkbox', { name: 'Hide empty' }).uncheck()
    await expect(rows).toHaveCount(Object.keys(call).length)
    await fields.getByRole('searchbox', { name: 'Search fields' }).fill('vm-left')
    await expect(rows).toHaveText([/^disposition\s*vm-left/])
    await fields.getByRole('button', { name: 'Copy disposition' }).click()
    expect(await clipboard(page)).toBe('vm-left')
    await fields.getByRole('searchbox', { name: 'Search fields' }).fill('no such field')
    await expect(fields).toContainText('No field matches.')

    await inspector.getByRole('button', { name: 'Copy JSON' }).click()
    expect(JSON.parse(await clipboard(page))).toEqual(call)
    await inspector.getByRole('button', { name: 'Copy link' }).click()
    expect(await clipboard(page)).toBe(page.url())
    await inspector.getByRole('button', { name: 'Raw JSON' }).click()
    expect(JSON.parse(await inspector.locator('pre').innerText())).toEqual(call)

    const times = inspector.getByRole('region', { name: 'Times' })
    for (const zone of ['Asia/Tokyo', 'UTC']) await expect(times).toContainText(toTheSecond(call['date_created'], zone))
    await expect(times).toContainText(/ UTC · .*\b(?:ago|now|yesterday|today|last|this)\b/)
  })
})

test('every type that Close documents has its story here', () => {
  expect(kinds.map(({ name }) => name)).toEqual(expect.arrayContaining(activityTypes.map(({ one }) => one)))
})

test('a deleted contact keeps its id and says why it has no name', async ({ page, sandbox, expectConsole }) => {
  expectConsole(/404 \(Not Found\)/)
  const note = await findActivity(sandbox, 'note', (each) => each['contact_id'] !== null)
  await page.route(`**/contact/${String(note['contact_id'])}/**`, (route) => route.fulfill({ status: 404, json: {} }))
  await page.route('**/data/search/', (route) => route.fulfill({ json: { data: [], cursor: null } }))
  const explorer = new Explorer(page)
  await explorer.open(`open=${String(note['id'])}&resource=sms`)
  const contact = fact(explorer.inspector, 'Contact')
  await expect(contact).toContainText('Deleted, or you cannot see it.')
  await expect(contact).toContainText(String(note['contact_id']))
  await expect(contact.getByRole('button', { name: 'Copy contact ID' })).toBeVisible()
})

function fact(inspector: Locator, label: string): Locator {
  return inspector
    .locator('dl > div')
    .filter({ has: inspector.page().locator('dt', { hasText: new RegExp(`^${escaped(label)}$`) }) })
    .first()
}

/** Every field with a value is in the table of all fields, under its own name. */
async function expectEveryField(inspector: Locator, wire: Wire): Promise<void> {
  const rows = await inspector
    .getByRole('region', { name: 'All fields' })
    .locator('tbody tr')
    .evaluateAll((found) => found.map((row) => (row as HTMLElement).innerText))
  const filled = Object.entries(wire).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  expect(rows.length).toBe(filled.length)
  for (const [index, [name, value]] of filled.entries()) {
    expect(rows[index]).toContain(name)
    if (typeof value === 'string' && !value.includes('\n'))
      expect(rows[index]?.replaceAll(/\s+/g, ' ')).toContain(value.replaceAll(/\s+/g, ' '))
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function record(value: unknown): Wire {
  return (value ?? {}) as Wire
}

function word(value: unknown): string {
  const text = String(value).replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function oneLine(value: unknown): string {
  return String(value).replaceAll(/\s+/g, ' ').trim()
}

function firstWords(value: unknown): string {
  return oneLine(String(value).split('\n')[0])
}

function moment(value: unknown): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(new Date(String(value)))
}

function toTheSecond(value: unknown, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
    new Date(String(value)),
  )
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

function duration(value: unknown): string {
  const seconds = Number(value)
  const minutes = Math.floor(seconds / 60)
  return [minutes > 0 ? `${minutes} min` : '', seconds % 60 > 0 ? `${seconds % 60} s` : ''].filter(Boolean).join(' ')
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
