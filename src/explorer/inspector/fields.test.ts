import { expect, test } from 'vitest'
import { fieldsOf, jsonText } from './fields.ts'

const activity = {
  _type: 'Note',
  id: 'acti_1',
  note: 'Hello',
  'custom.cf_1': 'Gold',
  tags: [],
  title: null,
  nested: { a: 1 },
}
const all = { wanted: '', hidesEmpty: false, customField: (id: string) => (id === 'cf_1' ? 'Tier' : undefined) }

test('fields come in the order in which they were sent', () => {
  expect(fieldsOf(activity, all).map(({ name }) => name)).toEqual(Object.keys(activity))
})

test('empty fields can be left out: null, no text, no items', () => {
  const names = fieldsOf(activity, { ...all, hidesEmpty: true }).map(({ name }) => name)
  expect(names).toEqual(['_type', 'id', 'note', 'custom.cf_1', 'nested'])
})

test('a custom field is found by its name in Close, by its id and by its value', () => {
  for (const wanted of ['tier', 'cf_1', 'GOLD']) {
    expect(fieldsOf(activity, { ...all, wanted }).map(({ label }) => label)).toEqual(['Tier'])
  }
})

test('what is nested too deeply for JSON is said to be', () => {
  const deep: Record<string, unknown> = {}
  deep['self'] = deep
  expect(jsonText(deep)).toBe('Nested too deeply to be shown.')
})
