import { expect, test } from 'vitest'
import { emptyQuery, type ActivityQuery } from './activity-query.ts'
import { availability, rules, violationsOf, type Control, type RuleId } from './rules.ts'

const lead = ['lead_a']
const leads = ['lead_a', 'lead_b']
const users = ['user_a']
const contacts = ['cont_a']
const customActivityTypeIds = ['actitype_a']
const march = { gte: '2026-03-01', lt: '2026-04-01' }

function query(parts: Partial<ActivityQuery>): ActivityQuery {
  return { ...emptyQuery, ...parts }
}

const created = { date_created: march, activity_at: {} }
const happened = { date_created: {}, activity_at: march }

const broken: readonly [RuleId, string, Partial<ActivityQuery>, readonly string[]][] = [
  [
    'users-need-one-lead',
    '1 user, no lead',
    { userIds: users },
    [
      'Choose a lead',
      'Use the Calls list',
      'Use the Emails list',
      'Use the Meetings list',
      'Remove the filter on users',
    ],
  ],
  [
    'users-need-one-lead',
    '1 user, 2 leads',
    { userIds: users, leadIds: leads, emailThreads: 'only' },
    [
      'Choose a lead',
      'Keep only the first lead',
      'Use the Calls list',
      'Use the Email threads list',
      'Use the Meetings list',
      'Remove the filter on users',
    ],
  ],
  [
    'contacts-need-one-lead',
    '1 contact, no lead',
    { contactIds: contacts },
    ['Choose a lead', 'Remove the filter on contacts'],
  ],
  [
    'types-need-one-lead',
    '1 type, no lead',
    { types: ['Call'] },
    ['Choose a lead', 'Use the Calls list', 'Remove the filter on activity types'],
  ],
  [
    'types-need-all-activities',
    '2 types in Calls',
    { resource: 'call', types: ['Call', 'Email'] },
    ['Choose a lead, in all activities', 'Use the Emails list', 'Remove the filter on activity types'],
  ],
  [
    'types-need-all-activities',
    '1 type in Calls',
    { resource: 'call', types: ['Note'], leadIds: lead },
    ['Use the All activities list', 'Use the Notes list', 'Remove the filter on activity types'],
  ],
  [
    'contacts-on-a-list-need-one-lead',
    '1 contact, 2 leads',
    { resource: 'email', contactIds: contacts, leadIds: leads },
    ['Choose a lead', 'Keep only the first lead', 'Remove the filter on contacts'],
  ],
  [
    'custom-types-need-one-lead',
    '1 custom activity type, no lead',
    { resource: 'custom', customActivityTypeIds },
    ['Choose a lead', 'Remove the filter on custom activity types'],
  ],
  [
    'custom-types-need-their-list',
    '1 custom activity type in All activities',
    { customActivityTypeIds, leadIds: lead },
    [
      'Use the Custom activities list',
      'Filter by activity types instead',
      'Remove the filter on custom activity types',
    ],
  ],
  [
    'custom-types-need-their-list',
    '1 custom activity type in Calls',
    { resource: 'call', customActivityTypeIds },
    ['Remove the filter on custom activity types'],
  ],
  [
    'activity-time-needs-all-activities',
    'sorted by activity time in Calls',
    { resource: 'call', sort: 'activity_at', leadIds: lead },
    ['Use the All activities list', 'Sort by date created'],
  ],
  [
    'activity-time-needs-one-lead',
    'sorted by activity time, no lead',
    { sort: 'activity_at', bounds: happened },
    ['Choose a lead', 'Sort by date created'],
  ],
  [
    'created-dates-need-created-sort',
    'dates on date created, sorted by activity time',
    { sort: 'activity_at', bounds: created, leadIds: lead },
    ['Sort by date created', 'Move the dates to activity time', 'Remove the filter on date created'],
  ],
  [
    'activity-dates-need-activity-sort',
    'dates on activity time, sorted by date created',
    { bounds: happened },
    ['Choose a lead and sort by activity time', 'Move the dates to date created', 'Remove the filter on activity time'],
  ],
  [
    'activity-dates-need-activity-sort',
    'dates on activity time, sorted by date created',
    { bounds: happened, leadIds: lead },
    ['Sort by activity time', 'Move the dates to date created', 'Remove the filter on activity time'],
  ],
  [
    'activity-dates-need-activity-sort',
    'dates on activity time, sorted by date created',
    { bounds: { date_created: march, activity_at: march }, leadIds: lead },
    ['Remove the filter on activity time'],
  ],
  [
    'email-threads-need-all-activities',
    'email threads set in Emails',
    { resource: 'email', emailThreads: 'both' },
    [
      'Use the Email threads list',
      'Use the All activities list',
      'Choose a lead, in all activities',
      'Remove the email threads setting',
    ],
  ],
]

test.each(broken)('%s: %s', (rule, detail, parts, labels) => {
  const violations = violationsOf(query(parts))
  expect(violations.map((violation) => violation.rule)).toEqual([rule])
  expect(violations[0]?.detail).toBe(detail)
  expect(violations[0]?.fixes.map((fix) => fix.label)).toEqual(labels)
})

test('every rule has a case above, a sentence of its own and a source', () => {
  expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(rules.map((rule) => rule.id)))
  expect(new Set(rules.map((rule) => rule.reason)).size).toBe(rules.length)
  for (const rule of rules) expect(rule.source).toMatch(/^https:\/\/developer\.close\.com\//)
})

const fine: readonly [string, Partial<ActivityQuery>][] = [
  ['everything', {}],
  [
    'one lead with all its filters',
    { leadIds: lead, userIds: users, contactIds: contacts, types: ['Call', 'actitype_a'] },
  ],
  ['one lead by activity time', { leadIds: lead, sort: 'activity_at', bounds: happened, emailThreads: 'only' }],
  ['several leads', { leadIds: leads, bounds: created, emailThreads: 'both' }],
  ['calls of a user', { resource: 'call', userIds: users, bounds: created }],
  ['calls of a contact within a lead', { resource: 'call', contactIds: contacts, leadIds: lead }],
  ['custom activities of a type within a lead', { resource: 'custom', customActivityTypeIds, leadIds: lead }],
  ['activities by id', { ids: ['acti_a'], organizationId: 'orga_a' }],
]

test.each(fine)('Close answers %s', (_, parts) => {
  expect(violationsOf(query(parts))).toEqual([])
})

test('a call filter without a lead asks the list of calls and keeps its users', () => {
  const before = query({ types: ['Call'], userIds: users })
  const fix = violationsOf(before)[1]?.fixes.find(({ label }) => label === 'Use the Calls list')
  expect(fix?.note).toBeUndefined()
  expect(fix?.apply(before)).toEqual(query({ resource: 'call', userIds: users }))
})

test('a fix says what it leaves out', () => {
  const before = query({ types: ['Call', 'SMS', 'LeadMerge', 'actitype_a'], emailThreads: 'only' })
  expect(violationsOf(before)[0]?.fixes.map(({ label, note }) => [label, note])).toEqual([
    ['Choose a lead', undefined],
    [
      'Use the Calls list',
      'Leaves out SMS, lead merges, the custom activity types chosen and the email threads setting.',
    ],
    [
      'Use the SMS list',
      'Leaves out calls, lead merges, the custom activity types chosen and the email threads setting.',
    ],
    [
      'Use the Lead merges list',
      'Leaves out calls, SMS, the custom activity types chosen and the email threads setting.',
    ],
    ['Remove the filter on activity types', undefined],
  ])
})

const greyed: readonly [Control, RuleId, Partial<ActivityQuery>, readonly string[]][] = [
  [
    'users',
    'users-need-one-lead',
    {},
    ['Choose a lead', 'Use the Calls list', 'Use the Emails list', 'Use the Meetings list'],
  ],
  ['contacts', 'contacts-need-one-lead', { leadIds: leads }, ['Choose a lead', 'Keep only the first lead']],
  ['contacts', 'contacts-on-a-list-need-one-lead', { resource: 'call' }, ['Choose a lead']],
  [
    'types',
    'types-need-one-lead',
    {},
    ['Choose a lead', 'Use the Calls list', 'Use the Emails list', 'Use the Meetings list'],
  ],
  [
    'types',
    'types-need-all-activities',
    { resource: 'call' },
    ['Use the All activities list', 'Choose a lead, in all activities'],
  ],
  ['types', 'types-need-all-activities', { resource: 'call', userIds: users }, ['Choose a lead, in all activities']],
  ['customActivityTypes', 'custom-types-need-one-lead', { resource: 'custom' }, ['Choose a lead']],
  ['customActivityTypes', 'custom-types-need-their-list', {}, ['Use the Custom activities list']],
  ['activityTime', 'activity-time-needs-one-lead', {}, ['Choose a lead']],
  [
    'activityTime',
    'activity-time-needs-all-activities',
    { resource: 'sms', leadIds: lead },
    ['Use the All activities list'],
  ],
  [
    'emailThreads',
    'email-threads-need-all-activities',
    { resource: 'call' },
    ['Use the Email threads list', 'Use the All activities list', 'Choose a lead, in all activities'],
  ],
  [
    'dateCreatedBounds',
    'created-dates-need-created-sort',
    { leadIds: lead, sort: 'activity_at' },
    ['Sort by date created'],
  ],
  ['activityAtBounds', 'activity-dates-need-activity-sort', { leadIds: lead }, ['Sort by activity time']],
  ['activityAtBounds', 'activity-dates-need-activity-sort', {}, ['Choose a lead and sort by activity time']],
]

test.each(greyed)('%s are greyed by %s in %j', (control, rule, parts, labels) => {
  const answer = availability(query(parts), control)
  expect(answer.available).toBe(false)
  if (answer.available) return
  expect(answer.rule).toBe(rule)
  expect(answer.fixes.map((fix) => fix.label)).toEqual(labels)
})

test('a control that holds what is not allowed offers to give it up', () => {
  const answer = availability(query({ contactIds: contacts }), 'contacts')
  expect(answer.available ? [] : answer.fixes.map((fix) => fix.label)).toEqual([
    'Choose a lead',
    'Remove the filter on contacts',
  ])
})

test('within one lead, all filters of all activities are available', () => {
  const controls: Control[] = ['users', 'contacts', 'types', 'activityTime', 'emailThreads', 'dateCreatedBounds']
  for (const control of controls) expect(availability(query({ leadIds: lead }), control)).toEqual({ available: true })
})

test("users are available on a type's own list without a lead", () => {
  expect(availability(query({ resource: 'call' }), 'users')).toEqual({ available: true })
})
