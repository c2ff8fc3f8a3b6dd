import { describe, expect, test } from 'vitest'
import {
  columnOf,
  columns,
  columnsFor,
  columnsList,
  columnsOf,
  fieldsFor,
  headerOf,
  isColumnId,
  toColumns,
  type ColumnContext,
} from './columns.ts'
import { idOnlyNames, type Names } from './names.ts'
import { toRow } from './row.ts'

const names: Names = {
  ...idOnlyNames,
  lead: (id) => (id === 'lead_1' ? 'Brightfold' : undefined),
  activityType: (id) => (id === 'actitype_1' ? 'Site visit' : undefined),
  customField: (id) => (id === 'cf_1' ? 'Next\nstep' : undefined),
}
const context: ColumnContext = { names, timeZone: 'Europe/Berlin', locale: 'en-GB', sort: 'date_created' }

function cell(id: string, wire: Record<string, unknown>, over: Partial<ColumnContext> = {}) {
  return columnOf(id)?.text(toRow(wire), { ...context, ...over })
}

describe('cells', () => {
  test('the time is that of the sorted date, in the zone', () => {
    const wire = { date_created: '2026-03-04T14:05:09.113000+00:00', activity_at: '2026-07-04T14:05:09+00:00' }
    expect(cell('time', wire)).toBe('4 Mar 2026, 15:05')
    expect(cell('time', wire, { sort: 'activity_at' })).toBe('4 Jul 2026, 16:05')
    expect(cell('time', { date_created: 'soon' })).toBe('soon')
  })

  test('an id gives way to its name, and stays when it has none', () => {
    expect(cell('lead', { lead_id: 'lead_1' })).toBe('Brightfold')
    expect(cell('lead', { lead_id: 'lead_2' })).toBe('lead_2')
    expect(cell('lead', { lead_id: null })).toBe('')
    expect(cell('user', { user_id: 'user_1', user_name: 'Ana Quist' })).toBe('Ana Quist')
  })

  test('durations are minutes and seconds, with hours when there are some', () => {
    expect(cell('duration', { duration: 431 })).toBe('7:11')
    expect(cell('duration', { duration: 4031 })).toBe('1:07:11')
    expect(cell('duration', { duration: 0 })).toBe('0:00')
    expect(cell('duration', { duration: null })).toBe('')
  })

  test('both spellings of a direction read the same', () => {
    expect(cell('direction', { direction: 'inbound' })).toBe('Incoming')
    expect(cell('direction', { direction: 'incoming' })).toBe('Incoming')
  })

  test('a custom activity is introduced by its type', () => {
    const wire = { _type: 'CustomActivity', custom_activity_type_id: 'actitype_1', 'custom.cf_1': 'Call back' }
    expect(cell('summary', wire)).toBe('Site visit · Call back')
  })

  test('an unknown type is called what Close calls it', () => {
    expect(cell('type', { _type: 'Telegram' })).toBe('Telegram')
    expect(cell('type', { _type: 'SMS' })).toBe('SMS')
    expect(cell('type', { _type: 'LeadMerge' })).toBe('Lead merge')
  })

  test('custom values are texts, numbers, yes or no, and lists of those', () => {
    expect(cell('custom.cf_1', { 'custom.cf_1': ['a', 2] })).toBe('a; 2')
    expect(cell('custom.cf_1', { 'custom.cf_1': true })).toBe('true')
    expect(cell('custom.cf_1', {})).toBe('')
  })
})

describe('choosing columns', () => {
  test('a list has its own default columns', () => {
    const ids = columnsOf({ columns: [], resource: 'call' }).map(({ id }) => id)
    expect(ids).toEqual(['time', 'type', 'direction', 'lead', 'contact', 'user', 'summary', 'duration', 'outcome'])
  })

  test('one type within the mixed list is shown with the columns of its own list', () => {
    const list = (...types: readonly string[]) => columnsList({ resource: '', types })
    expect([list(), list('Call'), list('actitype_1'), list('Call', 'Note')]).toEqual(['', 'call', 'custom', ''])
    expect(columnsList({ resource: 'sms', types: ['Call'] })).toBe('sms')
  })

  test('chosen columns come in their order, each once, unknown ones left out', () => {
    const ids = columnsOf({ columns: ['summary', 'odd', 'time', 'summary', 'custom.cf_1'], resource: '' })
    expect(ids.map(({ id }) => id)).toEqual(['summary', 'time', 'custom.cf_1'])
  })

  test('custom fields are columns with the names people gave them', () => {
    expect(isColumnId('custom.cf_1')).toBe(true)
    expect(isColumnId('custom.cf_1,id')).toBe(false)
    expect(isColumnId('constructor')).toBe(false)
    expect(toColumns(['custom.cf_1', 'custom.cf_2', 'time']).map((c) => headerOf(c, names))).toEqual([
      'Next step',
      'custom.cf_2',
      'Time',
    ])
  })

  test('a list offers what its activities can fill', () => {
    expect(columnsFor('')).toEqual(columns)
    const ids = columnsFor('note').map(({ id }) => id)
    expect(ids).toContain('summary')
    expect(ids).not.toContain('duration')
    expect(columnsFor('call').map(({ id }) => id)).toContain('duration')
  })

  test('ids and headers of the catalogue are unique', () => {
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length)
    expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length)
  })
})

describe('fields asked for', () => {
  test('always hold what the walk needs', () => {
    expect(fieldsFor('', [])).toEqual(['id', '_type', 'date_created', 'activity_at', 'lead_id'])
  })

  test('of a type list leave out what other types would need', () => {
    const fields = fieldsFor('call', toColumns(['summary', 'user']))
    expect(fields).toContain('disposition')
    expect(fields).toContain('user_name')
    expect(fields).not.toContain('body_preview')
    expect(fieldsFor('', toColumns(['summary']))).toContain('body_preview')
  })

  test('never ask for bodies', () => {
    expect(fieldsFor('', columns)).not.toContain('body_html')
    expect(fieldsFor('', columns)).not.toContain('body_text')
  })
})
