import { describe, expect, test } from 'vitest'
import { columns, toColumns, type ColumnContext } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { toRow } from '#core/activity/row.ts'
import type { CsvProfile } from './encode.ts'
import { csvFields } from './fields.ts'

const context: ColumnContext = {
  names: {
    ...idOnlyNames,
    lead: (id) => (id === 'lead_1' ? 'Brightfold' : undefined),
    customField: (id) => ({ cf_1: 'Stage', cf_2: 'Stage', cf_3: '=1+1\n,x' })[id],
  },
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  sort: 'date_created',
}

function written(ids: readonly string[], profile: CsvProfile, wire: Record<string, unknown>, over = {}) {
  const fields = csvFields(toColumns(ids), profile, { ...context, ...over })
  return Object.fromEntries(fields.map(({ header, cell }) => [header, cell({ wire, row: toRow(wire) })]))
}

describe('in the spreadsheet profile', () => {
  test('a time is local, with the zone in its header, and UTC', () => {
    const wire = { date_created: '2026-07-04T22:30:09.999999+00:00' }
    expect(written(['time'], 'spreadsheet', wire)).toEqual({
      'Date created (Europe/Berlin)': '2026-07-05 00:30:09',
      'Date created UTC': '2026-07-04T22:30:09Z',
    })
    expect(Object.keys(written(['time'], 'spreadsheet', wire, { timeZone: 'UTC' }))).toHaveLength(2)
  })

  test('the hour that summer time repeats is told apart by UTC', () => {
    const first = written(['time'], 'spreadsheet', { date_created: '2026-10-25T00:30:00+00:00' })
    const second = written(['time'], 'spreadsheet', { date_created: '2026-10-25T01:30:00+00:00' })
    expect(first['Date created (Europe/Berlin)']).toBe(second['Date created (Europe/Berlin)'])
    expect(first['Date created UTC']).not.toBe(second['Date created UTC'])
  })

  test('an odd time stays as it came', () => {
    expect(written(['time'], 'spreadsheet', { date_created: 'soon' })).toEqual({
      'Date created (Europe/Berlin)': 'soon',
      'Date created UTC': null,
    })
  })

  test('a lead is its name and its id, a duration is a clock and seconds', () => {
    expect(written(['lead', 'duration'], 'spreadsheet', { lead_id: 'lead_1', duration: 431 })).toEqual({
      Lead: 'Brightfold',
      'Lead ID': 'lead_1',
      Duration: '0:07:11',
      'Duration (s)': 431,
    })
  })

  test('people are joined and counted', () => {
    expect(written(['participants'], 'spreadsheet', { sender: 'a@x.example', to: ['b@x.example'] })).toEqual({
      Participants: 'a@x.example; b@x.example',
      'Participants (count)': 2,
    })
  })

  test('custom fields go by their names, made unique and put on one line', () => {
    const headers = Object.keys(
      written(['custom.cf_1', 'custom.cf_2', 'custom.cf_3', 'custom.cf_4'], 'spreadsheet', {}),
    )
    expect(headers).toEqual(['Stage', 'Stage (2)', '=1+1 ,x', 'custom.cf_4'])
  })

  test('texts are whole, however long the table makes them', () => {
    const subject = 'long '.repeat(200)
    expect(written(['subject'], 'spreadsheet', { subject })).toEqual({ Subject: subject })
  })

  test('custom values keep their kind', () => {
    const value = (of: unknown) => written(['custom.cf_1'], 'spreadsheet', { 'custom.cf_1': of })['Stage']
    expect([value(-5), value('a\nb'), value(['a', 2]), value(true), value(null), value([])]).toEqual([
      -5,
      'a\nb',
      'a; 2',
      'true',
      null,
      '',
    ])
  })
})

describe('in the exact profile', () => {
  test('everything is as served, under the API’s names', () => {
    const wire = {
      _type: 'Email',
      date_created: '2026-07-04T22:30:09.123456+00:00',
      direction: 'outgoing',
      lead_id: 'lead_1',
      duration: 431,
      to: ['b@x.example'],
      cc: [],
    }
    expect(written(['time', 'type', 'direction', 'lead', 'duration', 'participants'], 'exact', wire)).toEqual({
      date_created: '2026-07-04T22:30:09.123456+00:00',
      _type: 'Email',
      direction: 'outgoing',
      lead_id: 'lead_1',
      lead_name: 'Brightfold',
      duration: 431,
      sender: null,
      to: '["b@x.example"]',
      cc: '[]',
      participants: null,
      attendees: null,
    })
  })

  test('a custom field’s header begins with its id', () => {
    expect(Object.keys(written(['custom.cf_3', 'custom.cf_4'], 'exact', {}))).toEqual([
      'custom.cf_3 (=1+1 ,x)',
      'custom.cf_4',
    ])
  })

  test('the summary is the line of the table', () => {
    expect(written(['summary'], 'exact', { _type: 'Note', note: 'Hello' })).toEqual({ summary: 'Hello' })
  })
})

test.each(['spreadsheet', 'exact'] as const)('no field is written twice, and headers are unique: %s', (profile) => {
  const headers = csvFields(columns, profile, context).map(({ header }) => header)
  expect(new Set(headers).size).toBe(headers.length)
  expect(headers.filter((header) => /\(2\)/.test(header))).toEqual([])
})
