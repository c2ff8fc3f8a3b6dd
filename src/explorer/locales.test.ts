/** Numbers, dates and durations are written as the viewer's locale writes them. The words are English. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { instantText, numberText } from '#core/activity/format.ts'
import { totalsText } from '#core/activity/totals.ts'
import { clockText } from '#core/activity/wording.ts'
import { durationText } from '#core/duration-text.ts'
import { emptyQuery } from '#core/query/activity-query.ts'
import { describeFilters } from '#core/query/describe.ts'
import { dayHeading } from './reading/day.ts'
import { statusText } from './results/status-text.ts'
import { sizeText } from './size-text.ts'

const german = { locale: 'de-DE', timeZone: 'Europe/Berlin' }

it('a German reader meets German numbers, dates and durations', () => {
  const at = '2026-11-28T14:32:10.123456+00:00'
  const names = {
    lead: () => undefined,
    contact: () => undefined,
    user: () => undefined,
    activityType: () => undefined,
  }
  const query = { ...emptyQuery, bounds: { ...emptyQuery.bounds, date_created: { gte: '2026-07-01' } } }
  expect(numberText(1532.5, 'de-DE')).toBe('1.532,5')
  expect(instantText(at, 'de-DE', 'Europe/Berlin')).toBe('28.11.2026, 15:32')
  expect(durationText(170, 'de-DE')).toBe('3 Minuten')
  expect(sizeText(1_234_567, 'de-DE')).toBe('1,2 MB')
  expect(dayHeading('2026-11-28', 'de-DE')).toBe('Samstag, 28. November 2026')
  expect(statusText({ status: 'ready', rowCount: 1400, end: 'open', reached: at }, german)).toBe(
    '1.400 loaded, back to 28.11.2026 · more',
  )
  expect(describeFilters(query, names, german).map(({ text }) => text)).toEqual(['Date created from 01.07.2026'])
  expect(
    totalsText({ rows: 1200, calls: 1200, callSeconds: 60, people: new Set(['a']), byType: new Map() }, 'de-DE'),
  ).toMatch(/^1\.200 calls/)
})

it('digits can be others than these', () => {
  expect(dayHeading('2026-11-28', 'ar-EG')).toContain('٢٨')
  expect(
    statusText({ status: 'ready', rowCount: 1400, end: 'ended', reached: null }, { ...german, locale: 'ar-EG' }),
  ).toBe('All ١٬٤٠٠ activities')
  expect(totalsText({ rows: 2, calls: 2, callSeconds: 4027, people: new Set(['a']), byType: new Map() }, 'ar-EG')).toBe(
    '٢ calls, ١ h ٧ min · ١ user',
  )
  expect([clockText(65, 'ar-EG'), clockText(3665, 'ar-EG'), clockText(3665)]).toEqual(['١:٠٥', '١:٠١:٠٥', '1:01:05'])
})

/** What is not for a reader, or is part of an English sentence. */
const allowed = new Set([
  // A file's names and times are the same everywhere.
  "src/core/activity/format.ts: new Intl.DateTimeFormat('en-GB'",
  "src/export/file-name.ts: new Intl.DateTimeFormat('en-CA'",
  // Only asks whether there is such a zone.
  "src/core/query/readers.ts: new Intl.DateTimeFormat('en'",
  // “Ana or Ben” within an English sentence.
  "src/core/query/describe.ts: new Intl.ListFormat('en-GB'",
  "src/core/query/describe-refinements.ts: new Intl.ListFormat('en-GB'",
  "src/core/query/fixes.ts: new Intl.ListFormat('en-GB'",
  "src/explorer/filters/greying.ts: new Intl.ListFormat('en-GB'",
  // Read before there is a page.
  "src/core/query/link-reading.ts: new Intl.NumberFormat('en-GB'",
])

it('no part of the page has a locale of its own', () => {
  const root = join(import.meta.dirname, '../..')
  const files = ['core', 'export', 'explorer', 'ui', 'app'].flatMap((layer) =>
    readdirSync(join(root, 'src', layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.includes('testing'))
      .map((name) => `src/${layer}/${name.replaceAll('\\', '/')}`),
  )
  const fixed = files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /new Intl\.\w+\((?:'[\w-]+'|undefined)|toLocale(?:Date|Time)?String\((?:\)|'[\w-]+'|undefined)/g,
      ),
    ].map(([text]) => `${file}: ${text}`),
  )
  expect(fixed.filter((place) => !allowed.has(place))).toEqual([])
})
