import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apiBase } from './api-base.ts'
import { credentialFromEnv } from './credential-from-env.ts'
import { exportFiles } from './export-files.ts'
import { readInvocation } from './options.ts'
import { progressText } from './progress-line.ts'
import { noProgress } from '#export/receipt.ts'

const key = 'api_3kPq9xVnT2.Wm5'

test('an export has its defaults', () => {
  expect(readInvocation(['export', 'resource=call'])).toEqual({
    command: 'export',
    options: {
      link: 'resource=call',
      out: null,
      profile: 'spreadsheet',
      columns: 'visible',
      lines: 'conversations',
      verify: false,
      resume: false,
      force: false,
      api: 'https://api.close.com',
    },
  })
})

test('nothing at all, help and --help ask for help', () => {
  expect(readInvocation([])).toEqual({ command: 'help', about: null })
  expect(readInvocation(['help', 'plan'])).toEqual({ command: 'help', about: 'plan' })
  expect(readInvocation(['export', '--help'])).toEqual({ command: 'help', about: 'export' })
})

test('whatever is typed is read or refused, and a key in it is never said back', () => {
  const word = fc.oneof(
    fc.constantFrom('export', 'plan', 'open', '--out', '--profile', 'exact', '--verify', '-o', '--', 'resource=call'),
    fc.constantFrom(
      key,
      `--key=${key}`,
      `--api-key`,
      `-k${key}`,
      `--out=${key}`,
      `--profile=${key}`,
      `--verify=${key}`,
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (typed) => {
      const invocation = readInvocation(typed)
      if (invocation.command === 'refused') expect(invocation.reason).not.toContain(key)
    }),
    { numRuns: 2000 },
  )
})

test('a key is sent to https, or to this machine, and nowhere else', () => {
  expect(apiBase('https://api.close.com')).toBe('https://api.close.com/api/v1')
  expect(apiBase('https://api.close.com/api/v1/')).toBe('https://api.close.com/api/v1')
  expect(apiBase('http://127.0.0.1:5180/sandbox')).toBe('http://127.0.0.1:5180/sandbox/api/v1')
  for (const bad of [
    'http://api.close.com',
    'http://127.0.0.1.example.com',
    'ftp://api.close.com',
    'api.close.com',
    'https://user:secret@api.close.com',
    'https://api.close.com?a=b',
  ])
    expect(apiBase(bad)).toBeNull()
})

test('the key comes from one variable of the environment', () => {
  expect(credentialFromEnv({ CLOSE_API_KEY: ` "${key}" ` })).toEqual({
    status: 'found',
    credential: { kind: 'api-key', secret: key },
  })
  expect(credentialFromEnv({ CLOSE_ACCESS_TOKEN: 'abcdef0123456789' })).toMatchObject({
    credential: { kind: 'oauth-token' },
  })
  expect(credentialFromEnv({}).status).toBe('missing')
  expect(credentialFromEnv({ CLOSE_API_KEY: key, CLOSE_ACCESS_TOKEN: 'abcdef0123456789' }).status).toBe('missing')
})

test('the partial file stands beside the whole one', () => {
  expect(exportFiles('/tmp/a.b/calls.csv').partial).toBe('/tmp/a.b/calls.partial.csv')
  expect(exportFiles('/tmp/a.b/calls').partial).toBe('/tmp/a.b/calls.partial')
})

test('progress says what is known and calls an estimate one', () => {
  expect(progressText(noProgress, 0)).toBe('0 activities')
  const running = {
    ...noProgress,
    rows: 12_300,
    reached: '2026-09-03T10:00:00Z',
    rowsPerSecond: 840.4,
    secondsLeft: 130,
  }
  expect(progressText(running, 0)).toBe(
    '12,300 activities · back to 2026-09-03 · 840 a second · about 3 min left (an estimate)',
  )
  expect(progressText({ ...noProgress, state: 'waiting', waitingUntil: 4000 }, 1000)).toContain(
    'Close asks to wait 3 s',
  )
})
