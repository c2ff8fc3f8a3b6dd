import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { apiUrl, curlText, type ShownRequest } from './curl-text.ts'
import { parsePaste } from './paste.ts'

const base = 'https://api.close.com/api/v1'
const list: ShownRequest = {
  method: 'GET',
  path: '/activity/call/',
  parameters: [
    ['user_id', 'user_a,user_b'],
    ['_limit', '100'],
  ],
  body: null,
}

test('the address is spelled as Close spells it', () => {
  expect(apiUrl(list, base)).toBe('https://api.close.com/api/v1/activity/call/?user_id=user_a,user_b&_limit=100')
})

test('a curl line takes the key from the shell', () => {
  expect(curlText(list, base)).toBe(
    `curl -u "$CLOSE_API_KEY:" 'https://api.close.com/api/v1/activity/call/?user_id=user_a,user_b&_limit=100'`,
  )
})

test('the shell reads every word of it as it was meant', () => {
  const body = `{"name":"O'Neill $HOME \`id\` \\\\ \\"x\\""}`
  const line = curlText({ method: 'POST', path: '/data/search/', parameters: [], body }, base)
  const words = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${line}`], {
    env: { CLOSE_API_KEY: 'key' },
  })
    .toString()
    .split('\n')
  expect(words).toEqual([
    '-u',
    'key:',
    '-H',
    'Content-Type: application/json',
    '--data',
    body,
    `${base}/data/search/`,
    '',
  ])
})

test('a copied line can be pasted back', () => {
  const pasted = parsePaste(curlText(list, base))
  expect(pasted).toMatchObject({ status: 'understood', query: { resource: 'call', userIds: ['user_a', 'user_b'] } })
})
