/** Queries as a generator: everything a link can hold, in the form in which a link is read. */
import fc from 'fast-check'
import { columns } from '#core/activity/columns.ts'
import { activityTypes, resources } from '#core/close/activity-types.ts'
import {
  emptyQuery,
  ranges,
  type ActivityQuery,
  type Bounds,
  type DateText,
  type SortField,
  type UnreadPart,
} from '#core/query/activity-query.ts'
import { parseSearch } from '#core/query/search-params.ts'
import { secretIn } from '#core/query/secrets.ts'
import { formatInstant } from '#core/query/timestamp.ts'

const base62 = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']

/** An id of Close: a prefix and 22 or 43 characters. */
export function arbitraryId(prefix: string): fc.Arbitrary<string> {
  return fc
    .constantFrom(22, 43)
    .chain((length) => fc.array(fc.constantFrom(...base62), { minLength: length, maxLength: length }))
    .map((characters) => `${prefix}_${characters.join('')}`)
}

/** Few values and often none, so that every combination of filters comes up. */
function some<T>(value: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(value, { maxLength }) },
  )
}

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { freq: 2 })
}

const leads = fc.oneof(
  fc.constant([]),
  fc.array(arbitraryId('lead'), { minLength: 1, maxLength: 1 }),
  fc.uniqueArray(arbitraryId('lead'), { minLength: 2, maxLength: 4 }),
)

const types = some(fc.oneof(fc.constantFrom(...activityTypes.map((t) => t.word)), arbitraryId('actitype')), 4)

const field = fc.oneof(
  fc.constantFrom('id', '_type', 'note', 'subject', 'duration', 'recording_transcript'),
  arbitraryId('cf').map((id) => `custom.${id}`),
)

const column = fc.oneof(
  fc.constantFrom(...columns.map(({ id }) => id)),
  arbitraryId('cf').map((id) => `custom.${id}`),
)

/** Any one line, also in scripts that need escapes; no key, because links keep none. */
const loadedText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\p{Surrogate}|\p{Cc}/gu, '').trim())
  .filter((text) => text !== '' && secretIn('loaded.text', text) === null)

/** Zones with half hours, with clock changes at midnight, with a day that was skipped, and with a `+` in the name. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Honolulu',
  'Etc/GMT+5',
]

const secondsFrom = -2_208_988_800
const secondsTo = 7_258_118_399

export const arbitraryInstant: fc.Arbitrary<DateText> = fc
  .oneof(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), fc.integer({ min: secondsFrom, max: secondsTo }))
  .map(formatInstant)

export const arbitraryDay: fc.Arbitrary<DateText> = arbitraryInstant.map((instant) => instant.slice(0, 10))

const bounds: fc.Arbitrary<Bounds> = fc.record(
  {
    gte: fc.oneof(arbitraryDay, arbitraryInstant),
    gt: fc.oneof(arbitraryDay, arbitraryInstant),
    lt: fc.oneof(arbitraryDay, arbitraryInstant),
    lte: fc.oneof(arbitraryDay, arbitraryInstant),
  },
  { requiredKeys: [] },
)

const noBounds = fc.constant<Bounds>({})

/** Dates on the sorted field mostly, on the other or on both now and then. */
function dates(sort: SortField): fc.Arbitrary<Pick<ActivityQuery, 'bounds' | 'range'>> {
  const on = (created: fc.Arbitrary<Bounds>, activity: fc.Arbitrary<Bounds>) =>
    fc.record({ bounds: fc.record({ date_created: created, activity_at: activity }), range: fc.constant(null) })
  const sorted = sort === 'date_created' ? on(bounds, noBounds) : on(noBounds, bounds)
  const other = sort === 'date_created' ? on(noBounds, bounds) : on(bounds, noBounds)
  const range = fc.record({ bounds: fc.constant(emptyQuery.bounds), range: maybe(fc.constantFrom(...ranges)) })
  return fc.oneof(
    { weight: 3, arbitrary: range },
    { weight: 3, arbitrary: sorted },
    { weight: 1, arbitrary: other },
    { weight: 1, arbitrary: on(bounds, bounds) },
  )
}

/** Parts of links that nobody understands. What they are read as is the codec's business, so it is asked. */
const unread: fc.Arbitrary<readonly UnreadPart[]> = some(
  fc.oneof(
    fc.tuple(
      fc.constantFrom('flavour', 'filter[x]', '__proto__', 'constructor', 'toString', 'sort', 'ünï'),
      fc.string({ unit: 'binary' }),
    ),
    fc.tuple(
      fc.constantFrom('lead_id', 'user_id', '_type', 'cols', '_fields'),
      fc.constantFrom('foo', 'lead-1', '1 2', '<b>', '%FF'),
    ),
  ),
).map((pairs) => parseSearch(pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')).query.unread)

/** Any query a link can say, whether Close would answer it or not. */
export const arbitraryQuery: fc.Arbitrary<ActivityQuery> = fc
  .constantFrom<SortField>('date_created', 'date_created', 'activity_at')
  .chain((sort) =>
    fc
      .record({
        source: fc.constantFrom('sandbox', 'close'),
        resource: fc.oneof(fc.constant(''), fc.constantFrom(...resources), fc.constantFrom('', 'custom')),
        leadIds: leads,
        userIds: some(arbitraryId('user')),
        contactIds: some(arbitraryId('cont')),
        types,
        customActivityTypeIds: some(arbitraryId('actitype')),
        ids: some(arbitraryId('acti')),
        organizationId: maybe(arbitraryId('orga')),
        sort: fc.constant(sort),
        emailThreads: fc.constantFrom('messages', 'messages', 'both', 'only'),
        fields: some(field),
        limit: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 100 })),
        timeZone: maybe(fc.constantFrom(...zones)),
        loadedText: maybe(loadedText),
        loadedDirections: some(fc.constantFrom('incoming', 'outgoing')),
        loadedStatuses: some(fc.constantFrom('answered', 'no-answer', 'vm-left', 'draft', 'in progress')),
        loadedOutcomes: some(arbitraryId('outcome')),
        loadedNotTypes: types,
        columns: some(column),
        open: maybe(arbitraryId('acti')),
        unread,
        dates: dates(sort),
      })
      .map(({ dates: { bounds: chosen, range }, ...rest }): ActivityQuery => ({ ...rest, bounds: chosen, range })),
  )

/** A viewer's zone and a clock. */
export const arbitraryMoment = fc.record({
  timeZone: fc.constantFrom(...zones),
  now: fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
})
