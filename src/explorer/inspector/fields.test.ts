import { expect, test } from 'vitest'
import { fieldsOf, jsonText, valueText } from './fields.ts'

const activity = { id: 'acti_1', note: 'Wants the Annual quote', cost: null, bcc: [], duration: 0, 'custom.cf_1': 'Price' }
const nameOf = (field: string) => (field === 'cf_1' ? 'Lost because of' : undefined)

test('hides what is empty, but not zero', () => {
  const names = fieldsOf(activity, { wanted: '', hidesNull: true, nameOf }).map(({ name }) => name)
  expect(names).toEqual(['id', 'note', 'duration', 'custom.cf_1'])
})

test('shows everything Close sent on request', () => {
  expect(fieldsOf(activity, { wanted: '', hidesNull: false, nameOf })).toHaveLength(6)
})

test.each(['annual', 'LOST because', 'cf_1'])('finds %s in names, labels and values', (wanted) => {
  expect(fieldsOf(activity, { wanted, hidesNull: true, nameOf })).toHaveLength(1)
})

test('texts are shown as they are, everything else as JSON', () => {
  expect(valueText('<b>')).toBe('<b>')
  expect(valueText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}')
})

test('a value nested too deeply is said to be, and breaks nothing', () => {
  let deep: unknown = null
  for (let i = 0; i < 50_000; i += 1) deep = [deep]
  expect(jsonText(deep)).toBe('Nested too deeply to be shown.')
})
