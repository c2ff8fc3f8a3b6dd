import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toRow } from './row.ts'
import { appendUnique } from './rows.ts'

const summaries: readonly [string, Record<string, unknown>, string][] = [
  [
    'a call says how it ended, how long it took, and what was noted',
    { _type: 'Call', disposition: 'answered', status: 'completed', duration: 431, note: 'Wants the annual quote' },
    'Answered · 7 min 11 s · Wants the annual quote',
  ],
  [
    'a missed call says so, without a duration of nothing',
    { _type: 'Call', disposition: 'no-answer', status: 'no-answer', duration: 0, note: null },
    'No answer',
  ],
  [
    'a note in markup alone is read without its tags',
    { _type: 'Call', status: 'completed', note_html: '<body><p>Ask &amp; send</p></body>' },
    'Completed · Ask & send',
  ],
  [
    'an email is its subject and how it begins',
    { _type: 'Email', subject: 'Quote', status: 'sent', body_preview: 'Hello,\r\nthe quote is attached.' },
    'Quote — Hello, the quote is attached.',
  ],
  ['a draft says that it is one', { _type: 'Email', subject: 'Quote', status: 'draft' }, 'Draft · Quote'],
  [
    'a thread is its subject and its size',
    { _type: 'EmailThread', latest_normalized_subject: 'Quote for twelve seats', n_emails: 7 },
    'Quote for twelve seats (7)',
  ],
  ['a note is its text', { _type: 'Note', note: 'Budget approved\nin May' }, 'Budget approved in May'],
  ['an SMS is its text', { _type: 'SMS', text: 'On my way', status: 'sent' }, 'On my way'],
  ['a WhatsApp message is its text', { _type: 'WhatsAppMessage', text: 'On my way' }, 'On my way'],
  [
    'a meeting is its title and state',
    { _type: 'Meeting', title: 'Demo', status: 'declined-by-lead' },
    'Demo · Declined by lead',
  ],
  [
    'a status change goes from one to the other',
    { _type: 'LeadStatusChange', old_status_label: 'Potential', new_status_label: 'Qualified' },
    'Potential → Qualified',
  ],
  [
    'an opportunity comes with its value',
    {
      _type: 'OpportunityStatusChange',
      opportunity_value_formatted: '$4,200',
      old_status_label: 'Demo held',
      new_status_label: 'Contract sent',
    },
    '$4,200 · Demo held → Contract sent',
  ],
  [
    'an opportunity value that is not formatted is given with its currency',
    {
      _type: 'OpportunityStatusChange',
      opportunity_value: 420_050,
      opportunity_value_currency: 'EUR',
      new_status_label: 'Won',
    },
    '4200.50 EUR · ? → Won',
  ],
  ['a task is its text', { _type: 'TaskCompleted', task_text: 'Send contract' }, 'Send contract'],
  [
    'a merge says which lead went where',
    {
      _type: 'LeadMerge',
      source_display_name: 'Acme Ltd',
      destination_display_name: 'Acme',
      merge_status: 'completed',
    },
    'Acme Ltd into Acme',
  ],
  [
    'a form is its name and its answers',
    { _type: 'FormSubmission', form_name: 'Demo request', values_by_name: { Name: 'Kim', Seats: 12, Phone: null } },
    'Demo request · Name: Kim · Seats: 12',
  ],
  [
    'an import names itself',
    { _type: 'ImportUpdate', import_id: 'bulk_1', reverted: true },
    'Import reverted · bulk_1',
  ],
  [
    'a created lead says where from',
    { _type: 'Created', source: 'segment-integration' },
    'Lead created · Segment integration',
  ],
  [
    'a custom activity is its values',
    { _type: 'CustomActivity', status: 'published', 'custom.cf_a': 'Price', 'custom.cf_b': ['Rival A', 'Rival B'] },
    'Price · Rival A, Rival B',
  ],
  [
    'an unknown type is read by its own fields',
    { _type: 'Telegram', id: 'acti_1', lead_id: 'lead_1', date_created: 'x', body: 'Hello', stars: 5 },
    'body: Hello · stars: 5',
  ],
]

describe('the summary line', () => {
  test.each(summaries)('%s', (_, wire, expected) => {
    expect(toRow(wire).summary).toBe(expected)
  })

  test('is one line of at most 300 characters, whatever is sent', () => {
    const { summary } = toRow({ _type: 'Note', note: `a\u0000b\u2028c\t${'long '.repeat(1_000_000)}` })
    expect(summary.startsWith('a b c long')).toBe(true)
    expect(summary).toHaveLength(300)
    expect(summary.endsWith('…')).toBe(true)
  })

  test('does not cut a character in half', () => {
    expect(toRow({ _type: 'Note', note: `${'x'.repeat(298)}😀😀` }).summary).toBe(`${'x'.repeat(298)}…`)
  })
})

const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
  fc.constantFrom('Call', 'Email', 'Meeting', 'FormSubmission', '__proto__', 'constructor', 'toString'),
)

test('any object becomes a row, and every row has the same fields', () => {
  const shape = Object.keys(toRow({}))
  const field = fc.constantFrom(
    'id',
    '_type',
    'date_created',
    'status',
    'duration',
    'sender',
    'to',
    'participants',
    'attendees',
    'values_by_name',
    'disposition',
    'direction',
    'note',
    'subject',
    'opportunity_value',
    'source',
    '__proto__',
    'custom.cf_1',
    'odd',
  )
  fc.assert(
    fc.property(fc.dictionary(field, anything), (wire) => {
      const row = toRow(wire, 3)
      expect(Object.keys(row)).toEqual(shape)
      expect(row.summary.length).toBeLessThanOrEqual(300)
    }),
    { numRuns: 2000 },
  )
})

test('rows without an id have different keys', () => {
  expect(toRow({}, 1).key).not.toBe(toRow({}, 2).key)
  expect(toRow({ id: 12 }).id).toBe('12')
})

test('participants are names with addresses, each once', () => {
  const wire = {
    sender: 'Ines <ines@a.example>',
    to: ['kim@b.example', 'Ines <ines@a.example>'],
    attendees: [{ name: 'Ben', email: null }, { email: 'x@c.example', name: 'X' }, 7, null],
  }
  expect(toRow(wire).participants).toEqual(['Ines <ines@a.example>', 'kim@b.example', 'Ben', 'X <x@c.example>'])
})

test('custom values are kept as sent, and only there when there are some', () => {
  expect(toRow({ 'custom.cf_a': [1, 'b'] }).custom).toEqual({ 'custom.cf_a': [1, 'b'] })
  expect(toRow({ note: '' }).custom).toBeNull()
})

test('rows already there are not added again', () => {
  const [a, b] = [toRow({ id: 'a' }), toRow({ id: 'b' })]
  const seen = new Set<string>()
  const first = appendUnique(seen, [], [a, a])
  expect(first).toEqual([a])
  expect(appendUnique(seen, first, [a])).toBe(first)
  expect(appendUnique(seen, first, [a, b])).toEqual([a, b])
})
