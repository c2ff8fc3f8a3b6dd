import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columns, toColumns, type ColumnContext } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { toRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { extensionOf, fileFormat } from './file-format.ts'

const context: ColumnContext = {
  names: {
    ...idOnlyNames,
    lead: (id) => (id === 'lead_1' ? 'Brightfold' : undefined),
    customField: () => 'Stage',
  },
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  sort: 'date_created',
}

function written(ids: readonly string[], wire: WireActivity): unknown {
  const { text } = fileFormat(toColumns(ids), 'jsonl', context).line({ wire, row: toRow(wire) })
  expect(text.endsWith('\n')).toBe(true)
  expect(text.slice(0, -1)).not.toMatch(/[\r\n]/)
  return JSON.parse(text)
}

const custom = ['custom.cf_1', 'custom.cf_2', 'custom.cf_3']
const name = fc.string({ unit: fc.constantFrom(...'aé😀"\\\n\r\u2028\ud800,{}') })
const value = fc.oneof(fc.jsonValue({ noUnicodeString: false }), name)
const served = fc.tuple(value, value, value, fc.option(name))

test('a line gives every value back as it was served', () => {
  fc.assert(
    fc.property(served, ([first, second, third, subject]) => {
      const wire = { id: 'acti_1', subject, 'custom.cf_1': first, 'custom.cf_2': second, 'custom.cf_3': third }
      const plain: unknown = JSON.parse(JSON.stringify(wire))
      expect(written(['id', 'subject', ...custom], wire)).toEqual({ ...Object(plain), latest_normalized_subject: null })
    }),
    { numRuns: 5000 },
  )
})

test('lists stay lists, and every key is there in every line', () => {
  const ids = ['time', 'lead', 'participants', 'duration', 'custom.cf_1']
  const full = { date_created: '2026-07-04T22:30:09.123456+00:00', lead_id: 'lead_1', to: ['b@x.example'], duration: 7 }
  expect(written(ids, { ...full, 'custom.cf_1': ['a', 2] })).toEqual({
    ...full,
    lead_name: 'Brightfold',
    sender: null,
    cc: null,
    participants: null,
    attendees: null,
    'custom.cf_1': ['a', 2],
  })
  const keys = fileFormat(toColumns(ids), 'jsonl', context).headers
  expect(Object.keys(Object(written(ids, {})))).toEqual(keys)
})

test('no key is written twice, and none holds a name that can change', () => {
  const keys = fileFormat([...columns, ...toColumns(custom)], 'jsonl', context).headers
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toEqual(expect.arrayContaining(custom))
  expect(keys.join()).not.toContain('Stage')
})

test('a value nested beyond what can be written is said to be', () => {
  let deep: unknown = 1
  for (let level = 0; level < 200_000; level += 1) deep = [deep]
  expect(written(['custom.cf_1'], { 'custom.cf_1': deep })).toEqual({ 'custom.cf_1': '[nested too deeply]' })
})

test('the file begins with its first activity', () => {
  expect(fileFormat(columns, 'jsonl', context).head.text).toBe('')
  expect(fileFormat(toColumns(['id']), 'exact', context).head.text).toBe('id\r\n')
  expect(fileFormat(toColumns(['id']), 'spreadsheet', context).head.text).toBe('\ufeffActivity ID\r\n')
  expect([extensionOf('jsonl'), extensionOf('exact')]).toEqual(['.jsonl', '.csv'])
})
