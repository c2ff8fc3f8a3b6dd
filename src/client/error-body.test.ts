import { expect, test } from 'vitest'
import { readErrorBody } from './error-body.ts'

test.each<[string, unknown, string, Record<string, string>]>([
  ['a text', { error: 'Unauthorized' }, 'Unauthorized', {}],
  ['an object with a message', { error: { message: 'Too fast', rate_reset: 1 } }, 'Too fast', {}],
  [
    'a list',
    { errors: ['Source lead does not exist.', 'Nor the other.'] },
    'Source lead does not exist. Nor the other.',
    {},
  ],
  ['fields beside an empty list', { errors: [], 'field-errors': { _limit: 'Too large' } }, '', { _limit: 'Too large' }],
  ['fields alone', { 'field-errors': { lead: ['Required.', 'Now.'] } }, '', { lead: 'Required. Now.' }],
  [
    'nested fields',
    { 'field-errors': { query: { queries: [{ type: 'Odd' }] } } },
    '',
    { 'query.queries.0.type': 'Odd' },
  ],
  ['nothing known', { detail: 'x' }, '', {}],
  ['a list at the top', [1], '', {}],
])('an error body that is %s', (_, body, words, fields) => {
  expect(readErrorBody(JSON.stringify(body))).toEqual({ words, fields })
})

test.each(['', '<html><h1>502 Bad Gateway</h1></html>', '{"error": "cut o'])('a body like %j says nothing', (text) => {
  expect(readErrorBody(text)).toEqual({ words: '', fields: {} })
})

test('words are one line, and names of fields are taken as they are', () => {
  expect(readErrorBody('{"error":"a\\nb","field-errors":{"__proto__":"c"}}')).toEqual({
    words: 'a b',
    fields: Object.fromEntries([['__proto__', 'c']]),
  })
})
