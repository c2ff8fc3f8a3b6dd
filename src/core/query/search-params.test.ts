import { expect, test } from 'vitest'
import { emptyQuery, type ActivityQuery } from './activity-query.ts'
import { parseSearch, serializeSearch } from './search-params.ts'

function query(parts: Partial<ActivityQuery>): ActivityQuery {
  return { ...emptyQuery, ...parts }
}

const brightfold = 'lead_E0SPgjtHfb1F6w70WAKadYEjW1W5bSapfQ7Dh3yEg42'
const ana = 'user_Enomef2mSJ5CMTIeg1ZTVnVv2fgKD0f6YYIgrCOX6Jh'

const links: readonly [string, ActivityQuery][] = [
  ['', emptyQuery],
  [
    'resource=call&range=last_quarter&cols=time,user,lead,duration',
    query({ resource: 'call', range: 'last_quarter', columns: ['time', 'user', 'lead', 'duration'] }),
  ],
  [
    `source=close&lead_id=${brightfold}&user_id__in=${ana},user_b&_type__in=Call,Email,actitype_a&_order_by=-activity_at&thread_emails=only`,
    query({
      source: 'close',
      leadIds: [brightfold],
      userIds: [ana, 'user_b'],
      types: ['Call', 'Email', 'actitype_a'],
      sort: 'activity_at',
      emailThreads: 'only',
    }),
  ],
  [
    'resource=status_change/lead&date_created__gte=2026-07-01&date_created__lte=2026-09-30&tz=America/New_York&open=acti_x',
    query({
      resource: 'status_change/lead',
      bounds: { date_created: { gte: '2026-07-01', lte: '2026-09-30' }, activity_at: {} },
      timeZone: 'America/New_York',
      open: 'acti_x',
    }),
  ],
  [
    'id__in=acti_a,acti_b&organization_id=orga_a&_fields=id,custom.cf_a&_limit=25&date_created__lt=2026-03-01T09:30:00Z',
    query({
      ids: ['acti_a', 'acti_b'],
      organizationId: 'orga_a',
      fields: ['id', 'custom.cf_a'],
      limit: 25,
      bounds: { date_created: { lt: '2026-03-01T09:30:00Z' }, activity_at: {} },
    }),
  ],
  ['tz=Etc/GMT%2B5', query({ timeZone: 'Etc/GMT+5' })],
]

test.each(links)('a link someone sends, %j', (search, said) => {
  expect(parseSearch(search)).toEqual({ query: said, notes: [], secrets: [] })
  expect(serializeSearch(said)).toBe(search)
})

test.each([
  [
    '?user_id=user_a&contact_id=cont_a&_type=CustomActivity&lead_id__in=lead_a',
    'lead_id=lead_a&user_id__in=user_a&contact_id__in=cont_a&_type__in=Custom',
  ],
  ['resource=custom&custom_activity_type_id=actitype_a', 'resource=custom&custom_activity_type_id__in=actitype_a'],
  ['lead_id=lead_a%2Clead_b&lead_id=lead_b, lead_c', 'lead_id=lead_a,lead_b,lead_c'],
  ['_limit=50&_limit=050', '_limit=50'],
  ['_order_by=-date_created&_limit=100&v=1', ''],
  ['_type=call,SMS,sms', '_type__in=Call,SMS'],
  ['resource=/call/', 'resource=call'],
  ['date_created__gte=2026-03-01T00:30:00+02:00', 'date_created__gte=2026-02-28T22:30:00Z'],
  ['tz=Etc/GMT+5', 'tz=Etc/GMT%2B5'],
  ['lead_id=+lead_a,%20lead_b', 'lead_id=lead_a,lead_b'],
])('%s is read generously and written as %s', (search, written) => {
  const parsed = parseSearch(search)
  expect(parsed.query.unread).toEqual([])
  expect(serializeSearch(parsed.query)).toBe(written)
})

test.each([
  ['flavour=vanilla', 'This parameter is not known here.'],
  ['__proto__=x', 'This parameter is not known here.'],
  ['source=sandbox', 'The source is close, or not given for the sandbox.'],
  ['resource=calls', 'There is no such list of activities.'],
  ['lead_id=cont_a', 'This is not the id of a lead; those begin with lead_.'],
  ['lead_id=lead-a', 'This is not the id of a lead; those begin with lead_.'],
  ['_type=Telegram', 'There is no such activity type.'],
  ['_limit=0', 'The page size is a number from 1 to 100.'],
  ['_limit=101', 'The page size is a number from 1 to 100.'],
  ['thread_emails=maybe', 'The email threads setting is true, only, or not given.'],
  ['_order_by=activity_at', 'Close sorts by -date_created or -activity_at, newest first.'],
  ['date_created__gte=2026-02-30', 'There is no day 2026-02-30.'],
  ['range=fortnight', 'There is no such period.'],
  ['tz=Mars/Olympus', 'This time zone is not known here.'],
  ['tz=PST', 'This time zone is not known here.'],
  ['cols=colour', 'There is no such column.'],
  ['v=2', 'This link was written by a newer version of this page.'],
])('%s is kept, not applied, and says: %s', (search, reason) => {
  const { query: read } = parseSearch(search)
  const [name = '', value = ''] = search.split('=')
  expect(read).toEqual(query({ unread: [{ name, value, reason }] }))
  expect(serializeSearch(read)).toBe(search)
})

test('one bad id leaves the others applied', () => {
  expect(parseSearch('user_id=user_a,ana,user_b').query).toMatchObject({
    userIds: ['user_a', 'user_b'],
    unread: [{ name: 'user_id', value: 'ana' }],
  })
})

test('a single value given twice with different values is not applied at all', () => {
  const { query: read } = parseSearch('_limit=5&_limit=6')
  expect(read.limit).toBe(100)
  expect(read.unread.map(({ value }) => value)).toEqual(['5', '6'])
  expect(serializeSearch(read)).toBe('_limit=5&_limit=6')
})

test('a period beside dates is not applied', () => {
  const { query: read } = parseSearch('range=7d&date_created__gte=2026-03-01')
  expect(read.range).toBe(null)
  expect(read.unread).toEqual([
    { name: 'range', value: '7d', reason: 'Dates are given; a period beside them is not applied.' },
  ])
})

test('a value chosen anew takes the place of the one that was not understood', () => {
  const { query: read } = parseSearch('_limit=many&flavour=vanilla')
  expect(serializeSearch({ ...read, limit: 50 })).toBe('_limit=50&flavour=vanilla')
})

test('what was changed in reading is said', () => {
  expect(parseSearch('_skip=200&lead_id=&date_created__gte=2026-03-01T09:30').notes).toEqual([
    '_skip was left out: the table starts at the first activity.',
    'lead_id was empty and was left out.',
    '2026-03-01T09:30 names no time zone and was read as UTC, as Close reads it.',
  ])
})

const key = 'api_4f9dUq2mTTxYbK0pWzL1.7Ab3'

test.each([
  [`api_key=${key}`, ['api_key']],
  [`API-KEY=${key}&resource=call`, ['API-KEY']],
  ['Access_Token=abc', ['Access_Token']],
  ['client_secret=abc&password=abc', ['client_secret', 'password']],
  ['api%255Fkey=abc', ['api%5Fkey']],
  [`flavour=${key}`, ['flavour']],
  [`lead_id=lead_a,${key}`, ['lead_id']],
  [`_limit=${key}`, ['_limit']],
  [key, ['key']],
  [`${key}=1`, ['key']],
  ['x=Bearer%20abcdefgh', ['x']],
  ['x=Authorization: Basic YXBpX2tleTo=', ['x']],
  ['next=https://example.com/?api_key=abc', ['next']],
])('the secret in %s is kept nowhere', (search, secrets) => {
  const parsed = parseSearch(search)
  expect(parsed.secrets).toEqual(secrets)
  expect(JSON.stringify(parsed)).not.toMatch(/4f9dUq|abcdefgh|YXBp|"abc|=abc/)
  expect(parsed.query.unread).toEqual([])
})

test('a link too long is cut, says how much, and goes on saying it', () => {
  const { query: read, notes } = parseSearch(`flavour=vanilla&lead_id=${'lead_abc,'.repeat(111_112)}`)
  expect(read.unread.map(({ name, value }) => [name, value])).toEqual([
    ['flavour', 'vanilla'],
    ['cut', '995516'],
  ])
  expect(read.unread[1]?.reason).toBe('The link was too long: its last 995,516 characters were not read.')
  expect(notes).toEqual([])
  expect(parseSearch(serializeSearch(read)).query).toEqual(read)
})

test('a plus is a space', () => {
  expect(parseSearch('flavour=dark+chocolate%2Bchili').query.unread[0]?.value).toBe('dark chocolate+chili')
})

test('a link that just fits is not cut when it is read back, though its dates are written longer', () => {
  for (let length = 15_850; length < 16_000; length++) {
    const { query: read } = parseSearch(`date_created__gte=2026-03-01T09:30&flavour=${'x'.repeat(length)}`)
    expect(parseSearch(serializeSearch(read)).query).toEqual(read)
  }
})

test('bytes that are no text are kept as they are written', () => {
  const { query: read } = parseSearch('flavour=%FF%E2%82%AC%zz')
  expect(read.unread[0]?.value).toBe('%FF€%zz')
  expect(parseSearch(serializeSearch(read)).query).toEqual(read)
})

test('a link does not end in punctuation', () => {
  expect(serializeSearch(parseSearch('flavour=vanilla.').query)).toBe('flavour=vanilla%2E')
  expect(serializeSearch(parseSearch('flavour=(a)').query)).toBe('flavour=%28a%29')
})

test('a link with one unknown column keeps its other columns and its filters', () => {
  const link = `resource=call&user_id__in=${ana}&range=last_quarter&cols=time,horoscope,user&loaded.direction=incoming`
  expect(parseSearch(link).query).toMatchObject({
    resource: 'call',
    userIds: [ana],
    range: 'last_quarter',
    columns: ['time', 'user'],
    loadedDirections: ['incoming'],
    unread: [{ name: 'cols', value: 'horoscope' }],
  })
})
