import { describe, expect, test } from 'vitest'
import { attachmentsOf } from './attachments.ts'
import { bodyOf, emailParts } from './body.ts'
import { callFacts } from './call.ts'
import { changeOf, opportunityFacts } from './change.ts'
import { customFacts, customValues } from './custom.ts'
import { emailFacts, threadPosition } from './email.ts'
import { cost, type Fact, type FactValue, link, webAddress } from './fact.ts'
import { answersOf } from './form.ts'
import { headlineOf } from './headline.ts'
import { attendeesOf, meetingFacts } from './meeting.ts'
import { personOf } from './person.ts'
import { messagesOf, missingMessages } from './thread.ts'
import { createdFacts, noteFacts } from './small.ts'
import { transcriptsIn } from './transcript.ts'
import { unknownFacts } from './unknown.ts'

function valueOf(facts: readonly Fact[], label: string): FactValue | undefined {
  return facts.find((fact) => fact.label === label)?.value
}

// oxlint-disable-next-line no-script-url -- what must not become a link
const script = 'javascript:alert(1)'

const text = (words: string) => ({ kind: 'text', text: words })

describe('call', () => {
  test('an incoming call comes from the other number, an outgoing one goes to it', () => {
    const numbers = { remote_phone: '+12025550117', remote_phone_formatted: '+1 202-555-0117', local_phone: '+1' }
    expect(valueOf(callFacts({ ...numbers, direction: 'inbound' }), 'From')).toEqual(text('+1 202-555-0117'))
    expect(valueOf(callFacts({ ...numbers, direction: 'outbound' }), 'To')).toEqual(text('+1 202-555-0117'))
  })

  test('a cost is sent in cents as a text', () => {
    expect(cost({ cost: '9' }, 'cost')).toEqual({ kind: 'money', amount: 0.09, currency: 'USD' })
    expect(cost({ cost: null }, 'cost')).toBeNull()
    expect(cost({ cost: 'free' }, 'cost')).toEqual(text('free'))
  })

  test('its headline says how it ended and how long it took', () => {
    expect(headlineOf({ _type: 'Call', disposition: 'vm-left', duration: 27 })).toBe('Voicemail left, 27 s')
    expect(headlineOf({ _type: 'Call', status: 'no-answer', duration: 0 })).toBe('No answer')
  })

  test('a transcript names its speakers, or their side when it knows no name', () => {
    const utterances = [
      { speaker_label: 'Ana', speaker_side: 'close-user', start: 0, text: 'Hello' },
      { speaker_side: 'contact', start: 9.5, text: 'Hi' },
      { text: '' },
    ]
    expect(transcriptsIn({ recording_transcript: { utterances } }, ['recording_transcript'])).toEqual([
      {
        summary: null,
        utterances: [
          { speaker: 'Ana', side: 'ours', start: 0, text: 'Hello' },
          { speaker: 'Contact', side: 'theirs', start: 9.5, text: 'Hi' },
        ],
      },
    ])
    expect(
      transcriptsIn({ transcripts: [], recording_transcript: null }, ['transcripts', 'recording_transcript']),
    ).toEqual([])
  })
})

test('where an activity was made is said in words', () => {
  expect(valueOf(customFacts({ source: 'ui' }), 'Source')).toEqual(text('By hand in Close'))
  expect(valueOf(createdFacts({ source: 'import' }), 'Source')).toEqual(text('By an import'))
  expect(valueOf(callFacts({ source: 'Close.io' }), 'Source')).toEqual(text('Close'))
  expect(valueOf(noteFacts({ source: 'new_thing' }), 'Source')).toEqual(text('New thing'))
})

describe('email and thread', () => {
  test('people are named by the envelope, or by the short fields without one', () => {
    const ana = { name: 'Ana Quist', email: 'ana@a.example' }
    const envelope = { from: [ana] }
    expect(valueOf(emailFacts({ envelope, sender: 'x@y.example' }), 'From')).toEqual({ kind: 'person', person: ana })
    expect(valueOf(emailFacts({ sender: 'Ana Quist <ana@a.example>' }), 'From')).toEqual({
      kind: 'person',
      person: ana,
    })
  })

  test('quoted parts are told from written ones; without a division the text is one part', () => {
    const parts = [
      { text: 'New', expand: true },
      { text: '> Old', expand: false },
    ]
    expect(emailParts({ body_text_quoted: parts, body_text: 'New > Old' })).toEqual([
      { text: 'New', isQuoted: false },
      { text: '> Old', isQuoted: true },
    ])
    expect(emailParts({ body_text: 'All' })).toEqual([{ text: 'All', isQuoted: false }])
    expect(emailParts({ body_text: null })).toEqual([])
  })

  test('tags around nothing are no text', () => {
    expect(bodyOf({ note: '', note_html: '<body><p></p></body>' }, 'note', 'note_html')).toBeNull()
    expect(bodyOf({ note: '', note_html: '<img src="cid:1">' }, 'note', 'note_html')).not.toBeNull()
  })

  test('messages are read from either shape, newest first', () => {
    const older = { id: 'acti_1', date_sent: '2026-03-01T10:00:00+00:00' }
    const newer = { id: 'acti_2', date_sent: '2026-03-01T10:00:00.000001+00:00' }
    const ids = (thread: object) => messagesOf({ ...thread }).map(({ id }) => id)
    expect(ids({ emails: [older, newer] })).toEqual(['acti_2', 'acti_1'])
    expect(ids({ latest_emails: [newer, older] })).toEqual(['acti_2', 'acti_1'])
    expect(missingMessages({ n_emails: 12, latest_emails: [newer, older] })).toBe(10)
  })

  test('a message is counted from the oldest of its conversation', () => {
    const messages = [{ id: 'c' }, { id: 'b' }, { id: 'a' }]
    expect(threadPosition(messages, 'b')).toEqual({ number: 2, count: 3, older: 'a', newer: 'c' })
    expect(threadPosition(messages, 'x')).toBeNull()
  })

  test('attachments lead to web addresses only', () => {
    const files = [{ filename: 'a.pdf', url: script, size: 3 }, { url: 'https://api.close.com/f/' }]
    expect(attachmentsOf({ attachments: files }).map(({ name, href }) => [name, href])).toEqual([
      ['a.pdf', null],
      ['Unnamed file', 'https://api.close.com/f/'],
    ])
  })
})

describe('meeting', () => {
  test('organizers come first, with everybody’s answer in words', () => {
    const attendees = [
      { email: 'a@a.example', status: 'noreply' },
      { name: 'Ben', status: 'yes', is_organizer: true },
    ]
    expect(attendeesOf({ attendees }).map(({ person, answer }) => [person?.name, answer])).toEqual([
      ['Ben', 'Accepted'],
      ['', 'No answer'],
    ])
  })

  test('a place that is an address is a link, and any other is words', () => {
    expect(valueOf(meetingFacts({ location: 'https://meet.example/1' }), 'Location')).toMatchObject({ kind: 'link' })
    expect(valueOf(meetingFacts({ location: 'Room 4' }), 'Location')).toEqual(text('Room 4'))
  })
})

describe('changes', () => {
  test('both statuses carry label, type and pipeline', () => {
    const wire = {
      old_status_label: 'Demo',
      old_status_type: 'active',
      new_status_label: 'Won',
      new_status_type: 'won',
    }
    expect(changeOf(wire)).toMatchObject({ from: { label: 'Demo', type: 'active' }, to: { label: 'Won', type: 'won' } })
  })

  test('a value is said as Close formats it, or made from its cents', () => {
    expect(
      valueOf(opportunityFacts({ opportunity_value_formatted: '$4,200', opportunity_value: 420_000 }), 'Value'),
    ).toEqual(text('$4,200'))
    const made = opportunityFacts({
      opportunity_value: 420_050,
      opportunity_value_currency: 'EUR',
      opportunity_value_period: 'annual',
    })
    expect(valueOf(made, 'Value')).toEqual({
      kind: 'list',
      items: [{ kind: 'money', amount: 4200.5, currency: 'EUR' }, text('annually')],
    })
  })

  test('a pipeline that changes is said as a change', () => {
    const wire = { old_pipeline_id: 'a', old_pipeline_name: 'New', new_pipeline_id: 'b', new_pipeline_name: 'Old' }
    expect(valueOf(opportunityFacts(wire), 'Pipeline')).toEqual(text('New → Old'))
  })
})

describe('forms, custom and unknown activities', () => {
  test('answers keep the form’s order, and an empty one says so', () => {
    const facts = answersOf({ values_by_name: { Name: 'Ana', News: true, Size: null } })
    expect(facts.map(({ label, value }) => [label, value])).toEqual([
      ['Name', text('Ana')],
      ['News', text('Yes')],
      ['Size', text('No answer')],
    ])
  })

  test('custom values follow their type’s fields, each by its kind', () => {
    const fields = [
      { id: 'cf_day', name: 'Visit date', type: 'date' },
      { id: 'cf_user', name: 'Host', type: 'user' },
      { id: 'cf_many', name: 'Topics', type: 'choices' },
      { id: 'cf_empty', name: 'Empty', type: 'text' },
    ]
    const wire = {
      'custom.cf_gone': 7,
      'custom.cf_many': ['A', 'B'],
      'custom.cf_user': 'user_1',
      'custom.cf_day': '2026-03-04',
      'custom.cf_empty': null,
    }
    expect(customValues(wire, fields)).toEqual([
      { label: 'Visit date', value: { kind: 'day', day: '2026-03-04' } },
      { label: 'Host', value: { kind: 'reference', to: 'user', id: 'user_1', name: null } },
      { label: 'Topics', value: { kind: 'list', items: [text('A'), text('B')] } },
      { label: 'cf_gone', value: { kind: 'number', number: 7 } },
    ])
  })

  test('a type nobody knows is shown by its own fields', () => {
    const facts = unknownFacts({
      _type: 'AgentCall',
      id: 'acti_1',
      agent_name: 'Night desk',
      turns: 3,
      ended_at: '2026-03-04T10:00:00Z',
      nested: {},
    })
    expect(facts).toEqual([
      { label: 'Agent name', value: text('Night desk') },
      { label: 'Turns', value: { kind: 'number', number: 3 } },
      { label: 'Ended at', value: { kind: 'instant', at: '2026-03-04T10:00:00Z' } },
    ])
  })
})

test('people are read from texts and from records', () => {
  expect(personOf('"Ana Quist" <ana@a.example>')).toEqual({ name: 'Ana Quist', email: 'ana@a.example' })
  expect(personOf('ana@a.example')).toEqual({ name: '', email: 'ana@a.example' })
  expect(personOf({ name: null, email: '' })).toBeNull()
})

test('only http and https addresses become links', () => {
  expect(webAddress(script)).toBeNull()
  expect(webAddress('data:text/html,x')).toBeNull()
  expect(link('https://a.example/x', 'Recording')).toEqual({
    kind: 'link',
    href: 'https://a.example/x',
    text: 'Recording',
  })
  expect(link('not an address')).toEqual(text('not an address'))
})

test('whatever a field holds, no fact is made of the wrong kind of thing', () => {
  const odd: unknown[] = [null, 0, -1, true, [], {}, [null], [[]], [{}], '', ' ', 'x', { a: { b: 1 } }]
  const fields = [
    'envelope',
    'to',
    'attendees',
    'duration',
    'cost',
    'comment_summary',
    'opens',
    'emails',
    'values_by_name',
    'send_attempts',
    'conference_links',
    'attachments',
    'direction',
    'status',
  ]
  for (const value of odd) {
    const wire = Object.fromEntries(fields.map((field) => [field, value]))
    for (const read of [
      callFacts,
      emailFacts,
      meetingFacts,
      opportunityFacts,
      answersOf,
      unknownFacts,
      messagesOf,
      attendeesOf,
      attachmentsOf,
    ]) {
      expect(() => read(wire)).not.toThrow()
    }
  }
})
