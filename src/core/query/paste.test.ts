import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyQuery, type ActivityQuery } from './activity-query.ts'
import { parsePaste } from './paste.ts'
import { serializeSearch } from './search-params.ts'
import { arbitraryQuery } from './testing/arbitrary-query.ts'
import { check } from './testing/property.ts'

const key = 'api_4f9dUq2mTTxYbK0pWzL1.7Ab3'

function written(text: string): string {
  const pasted = parsePaste(text)
  return pasted.status === 'understood' ? serializeSearch(pasted.query) : pasted.reason
}

const call = 'source=close&resource=call&user_id__in=user_a'

test.each([
  ['https://api.close.com/api/v1/activity/call/?user_id=user_a', call],
  ['  <https://app.close.io/api/v1/activity/call?user_id=user_a#x> ', call],
  ['GET /api/v1/activity/call/?user_id=user_a', call],
  ['api/v1/activity/call/?user_id=user_a', call],
  ['api.close.com/api/v1/activity/call/?user_id=user_a', call],
  ['"https://api.close.com/api/v1/activity/call/?user_id=user_a"', call],
  ['http://127.0.0.1:5180/sandbox/api/v1/activity/call/?user_id=user_a', 'resource=call&user_id__in=user_a'],
  ['https://api.close.com/api/v1/activity/', 'source=close'],
  ['https://api.close.com/api/v1/activity/status_change/lead/', 'source=close&resource=status_change/lead'],
  ['https://api.close.com/api/v1/activity/note/acti_x/', 'source=close&resource=note&id__in=acti_x&open=acti_x'],
  ['https://api.close.com/api/v1/activity/acti_x/', 'source=close&id__in=acti_x&open=acti_x'],
  ['https://explorer.example/?resource=call&tz=Asia/Kolkata', 'resource=call&tz=Asia/Kolkata'],
  ['https://explorer.example/?source=close', 'source=close'],
  ['http://127.0.0.1:5180/', ''],
  ['?lead_id=lead_a&flavour=vanilla', 'lead_id=lead_a&flavour=vanilla'],
  ['user_id=user_a', 'user_id__in=user_a'],
  ['lead_a', 'lead_id=lead_a'],
  ['https://app.close.com/lead/lead_a/#activity', 'lead_id=lead_a'],
  ['acti_x', 'id__in=acti_x&open=acti_x'],
  ["curl 'https://api.close.com/api/v1/activity/call/?user_id=user_a'", call],
  ['$ curl -s https://api.close.com/api/v1/activity/call/?user_id=user_a | jq', call],
  [
    'curl -G https://api.close.com/api/v1/activity/ \\\n  --data-urlencode \'lead_id=lead_a\' \\\n  --data-urlencode "_type__in=Call,Note" -d _order_by=-activity_at',
    'source=close&lead_id=lead_a&_type__in=Call,Note&_order_by=-activity_at',
  ],
  [
    `curl --request POST --url https://api.close.com/api/v1/activity/ -H 'x-http-method-override: GET' --json '{"_params": {"id__in": ["acti_a", "acti_b"], "_limit": 50}}'`,
    'source=close&id__in=acti_a,acti_b&_limit=50',
  ],
  ['curl.exe ^"https://api.close.com/api/v1/activity/call/?user_id=user_a^" ^\r\n  -H ^"accept: */*^"', call],
  ["curl $'https://api.close.com/api/v1/activity/call/?user_id=user\\x5fa'", call],
])('%s is read as %j', (text, search) => {
  expect(written(text)).toBe(search)
})

test.each([
  ['', 'There is nothing to read.'],
  ['   ', 'There is nothing to read.'],
  ['how many calls last week', 'Paste a link to this page, an address of the API, its query string, or a curl line.'],
  ['https://example.com/article', 'This address is no list of activities.'],
  ['https://example.com/?x=1', 'No parameter in this address is known here.'],
  ['https://api.close.com/api/v1/user/', 'This address of the API is no list of activities.'],
  ['https://api.close.com/api/v1/activity/telegram/', 'This address of the API is no list of activities.'],
  ['curl -u key:', 'This curl line names no address.'],
  [key, 'This looks like a key. Keys do not belong here.'],
])('%j is not understood: %s', (text, reason) => {
  expect(parsePaste(text)).toEqual({ status: 'not-understood', reason })
})

test('an address of the API asks Close, unless the page says where to ask', () => {
  const pasted = parsePaste('https://api.close.com/api/v1/activity/call/', { source: 'sandbox' })
  expect(pasted).toMatchObject({ query: { source: 'sandbox', resource: 'call' } })
})

test('a day in an address of the API is one moment: its midnight in UTC', () => {
  const pasted = parsePaste(
    'https://api.close.com/api/v1/activity/?date_created__gte=2026-03-01&date_created__lte=2026-03-31',
  )
  expect(pasted).toMatchObject({
    query: { bounds: { date_created: { gte: '2026-03-01T00:00:00Z', lte: '2026-03-31T00:00:00Z' } } },
    notes: ['The API reads a day as its midnight; here that is midnight UTC.'],
  })
})

test('x-tz-offset decides what dates without a zone mean', () => {
  const line =
    "curl -H 'x-tz-offset: -2.5' 'https://api.close.com/api/v1/activity/?date_created__gte=2026-03-01&date_created__lt=2026-03-02T12:00:00'"
  expect(parsePaste(line)).toMatchObject({
    query: { bounds: { date_created: { gte: '2026-03-01T02:30:00Z', lt: '2026-03-02T14:30:00Z' } } },
  })
})

test('a day that does not exist stays as it is written, and is not applied', () => {
  expect(parsePaste('https://api.close.com/api/v1/activity/?date_created__gte=2026-02-30')).toMatchObject({
    query: { unread: [{ name: 'date_created__gte', value: '2026-02-30', reason: 'There is no day 2026-02-30.' }] },
  })
})

test.each([
  [`curl -u ${key}: https://api.close.com/api/v1/activity/`, ['-u']],
  [`curl -u${key}: https://api.close.com/api/v1/activity/`, ['-u']],
  [`curl --user=${key}: https://api.close.com/api/v1/activity/`, ['--user']],
  [`curl -H 'Authorization: Bearer ${key}' https://api.close.com/api/v1/activity/`, ['Authorization']],
  [`curl --header "authorization: Basic ${key}" "https://api.close.com/api/v1/activity/"`, ['authorization']],
  [`curl https://api.close.com/api/v1/activity/ --oauth2-bearer ${key}`, ['--oauth2-bearer']],
  [`https://${key}:@api.close.com/api/v1/activity/`, ['the user name in the address']],
  [`https://api.close.com/api/v1/activity/?api_key=${key}`, ['api_key']],
  [`api_key=${key}&lead_id=lead_a`, ['api_key']],
])('the key in %s is reported and left behind', (text, secrets) => {
  const pasted = parsePaste(text)
  expect(pasted).toMatchObject({ status: 'understood', secrets })
  expect(JSON.stringify(pasted)).not.toContain('4f9d')
})

test('a link to this page is read as what it says', () => {
  check(
    fc.property(arbitraryQuery, (query: ActivityQuery) => {
      fc.pre(serializeSearch({ ...query, unread: [] }) !== '' || query.unread.length === 0)
      const pasted = parsePaste(`https://explorer.example/?${serializeSearch(query)}`)
      expect(pasted).toEqual({ status: 'understood', query, notes: [], secrets: [] })
    }),
    2000,
  )
})

test('any text is read or refused, never thrown back', () => {
  const words = fc.constantFrom(
    'curl ',
    'https://',
    'api/v1/activity/',
    '?lead_id=',
    "'",
    '"',
    '\\',
    '$',
    '-H ',
    '-d {',
    '^"',
    '%',
    '\n',
    ' ',
  )
  check(
    fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 10 }), (texts) => {
      const pasted = parsePaste(texts.join(''))
      if (pasted.status === 'understood') expect(Object.keys(pasted.query)).toEqual(Object.keys(emptyQuery))
      else expect(pasted.reason).toMatch(/\.$/)
    }),
  )
})
