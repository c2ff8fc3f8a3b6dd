import { expect, test } from 'vitest'
import { createRequestLog } from './request-log.ts'

const asked = {
  method: 'GET',
  path: '/activity/call/',
  parameters: [],
  body: null,
  startedAt: 0,
  took: 1,
  status: 200,
} as const

test('the newest two hundred exchanges are kept, and counted on', () => {
  const log = createRequestLog()
  for (let i = 0; i < 203; i += 1) log.record(asked, '{}')
  expect(log.getSnapshot().map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, i) => i + 4))
})

test('the last page of a list is kept as it came; single activities and refusals are not pages', () => {
  const log = createRequestLog()
  log.record(asked, 'the page')
  log.record({ ...asked, path: '/activity/acti_1/' }, 'one activity')
  log.record({ ...asked, path: '/activity/', status: 400 }, 'a refusal')
  log.record({ ...asked, path: '/lead/' }, 'leads')
  expect(log.lastPage()).toEqual({ number: 1, text: 'the page' })
})

test('an answer that never came has no size', () => {
  const log = createRequestLog()
  log.record({ ...asked, status: null }, null)
  expect(log.getSnapshot()[0]).toMatchObject({ status: null, size: null })
})
