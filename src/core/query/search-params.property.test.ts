import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyQuery, type ActivityQuery } from './activity-query.ts'
import { maxCharacters } from './link-reading.ts'
import { parameterNamed, parameters } from './parameters.ts'
import { parseSearch, serializeSearch } from './search-params.ts'
import { secretIn } from './secrets.ts'
import { arbitraryId, arbitraryQuery } from './testing/arbitrary-query.ts'
import { check } from './testing/property.ts'
import { splitSearch } from './url-text.ts'

const names = [
  ...parameters.flatMap(({ name, aliases }) => [name, ...aliases]),
  '_skip',
  'cut',
  'flavour',
  '__proto__',
  'constructor',
  'api_key',
  'Access_Token',
  '',
]

const values = [
  'lead_abc',
  'user_abc',
  'actitype_x',
  'Call',
  'CustomActivity',
  'call',
  'status_change/lead',
  '7d',
  '1',
  '5',
  '100',
  '2026-03-01',
  '2026-02-30',
  '2026-03-01T09:30',
  '2026-03-01T09:30:00.5Z',
  '2026-03-01T09:30:00+02:00',
  '-activity_at',
  'only',
  'close',
  'Europe/Berlin',
  'Etc/GMT+5',
  'custom.cf_abc',
  'acti_abc',
  '%',
  '%FF%F0%9F',
  '&amp;',
  ' ',
  'a,,b',
  '\uD800',
]

const raw = fc.oneof(
  fc.constantFrom(...values),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
)

const list = fc.array(raw, { minLength: 1, maxLength: 4 }).map((texts) => texts.join(','))

const escaped = fc.oneof(
  list,
  list.map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'))),
)

const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 })), escaped), { maxLength: 8 })
    .map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
)

test('any query survives a trip through the URL', () => {
  check(
    fc.property(arbitraryQuery, (query) => {
      expect(parseSearch(serializeSearch(query)).query).toEqual(query)
    }),
  )
})

test('each filter that is added later is in the link, and those before it stay', () => {
  const keys = Object.keys(emptyQuery) as (keyof ActivityQuery)[]
  const orders = fc.shuffledSubarray(keys, { minLength: keys.length })
  check(
    fc.property(arbitraryQuery, orders, (query, order) => {
      for (let count = 1; count <= order.length; count += 1) {
        const chosen = order.slice(0, count).map((key) => [key, query[key]])
        const built: ActivityQuery = { ...emptyQuery, ...Object.fromEntries(chosen) }
        expect(parseSearch(serializeSearch(built)).query).toEqual(built)
      }
    }),
    500,
  )
})

test('a link keeps nothing but what must be escaped, and ends where chat programs do not cut', () => {
  check(
    fc.property(arbitraryQuery, (query) => {
      expect(serializeSearch(query)).toMatch(/^(?:[A-Za-z0-9\-_.,:/@=&]|%[0-9A-F]{2})*$/)
      expect(serializeSearch(query)).not.toMatch(/[^A-Za-z0-9]$/)
    }),
  )
})

test('what any text is read as is read back the same, and written the same', () => {
  check(
    fc.property(junk, (search) => {
      const first = parseSearch(search)
      const written = serializeSearch(first.query)
      const second = parseSearch(written)
      expect(second.query).toEqual(first.query)
      expect(second.secrets).toEqual([])
      expect(second.notes).toEqual([])
      expect(serializeSearch(second.query)).toBe(written)
    }),
  )
})

test('nothing in a link goes missing without a word', () => {
  check(
    fc.property(junk, (search) => {
      const { query, notes, secrets } = parseSearch(search)
      for (const { name, value } of splitSearch(search)) {
        if (name === 'cut') continue
        const isList = parameterNamed(name)?.kind === 'list'
        for (const text of isList ? value.split(',') : [value]) {
          const accounted =
            (isList && text.trim() === '') ||
            query.unread.some((part) => part.name === name && part.value.trim() === text.trim()) ||
            notes.some((note) => note.startsWith(`${name} was`)) ||
            (secretIn(name, value) !== null && secrets.includes(secretIn(name, value) ?? '')) ||
            applies(query, name, text.trim())
          expect(accounted, `${name}=${text}`).toBe(true)
        }
      }
    }),
  )
})

/** Whether the query says what this one parameter, read alone, says. */
function applies(query: ActivityQuery, name: string, text: string): boolean {
  const parameter = parameterNamed(name)
  const reading = parameter?.read(text)
  if (parameter === undefined || reading?.status !== 'understood') return false
  if (parameter.kind === 'list') return query[parameter.key].includes(reading.text)
  return parameter.write(query) === parameter.write(parameter.apply(emptyQuery, reading.text))
}

test('no text leaves a mark on the prototypes', () => {
  const before = Object.getOwnPropertyNames(Object.prototype)
  check(
    fc.property(
      fc.constantFrom('__proto__', '__proto__[x]', 'constructor.prototype.x', 'toString', 'hasOwnProperty'),
      raw,
      (name, value) => {
        const { query } = parseSearch(`${name}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, '?'))}`)
        expect(Object.getPrototypeOf(query)).toBe(Object.prototype)
        expect(Object.keys(query)).toEqual(Object.keys(emptyQuery))
        expect(serializeSearch(query)).toContain(encodeURIComponent(name).slice(0, 5))
      },
    ),
    1000,
  )
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
})

test('fifty ids fit into a link that mail and chat programs leave whole', () => {
  const id = (prefix: string) =>
    fc
      .string({ minLength: 22, maxLength: 22, unit: fc.constantFrom(...'abcXYZ019') })
      .map((text) => `${prefix}_${text}`)
  check(
    fc.property(fc.array(id('lead'), { minLength: 50, maxLength: 50 }), arbitraryId('user'), (leadIds, user) => {
      expect(
        serializeSearch({ ...emptyQuery, resource: 'status_change/opportunity', leadIds, userIds: [user] }).length,
      ).toBeLessThan(2000)
    }),
  )
})

test('a link of any length is cut once, says so, and stays within bounds', () => {
  const long = fc
    .tuple(
      fc.constantFrom('lead_id', 'flavour', '_limit', '_type', 'tz'),
      fc.constantFrom('lead_abc,', 'x', '%', 'é', '&', ',', 'lead_id=a&', '"'),
    )
    .chain(([name, text]) => fc.integer({ min: 1000, max: 20_000 }).map((times) => `${name}=${text.repeat(times)}`))
  check(
    fc.property(long, (search) => {
      const { query } = parseSearch(search)
      const written = serializeSearch(query)
      expect(written.length).toBeLessThan(maxCharacters + 20)
      expect(parseSearch(written).query).toEqual(query)
    }),
    300,
  )
})
