/** `e2e/complaints.md` names the test that answers each complaint; a test that is renamed or taken away is missed here. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = dirname(import.meta.dirname)

const rows = readFileSync(join(root, 'e2e/complaints.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (?<complaint>.+?) \| `(?<file>.+?)` \| (?<title>.+?) \|$/.exec(line)?.groups)
  .filter((row) => row !== undefined)

test('the index of complaints is a list', () => {
  expect(rows.length).toBeGreaterThan(50)
  expect(new Set(rows.map((row) => row['complaint'])).size).toBe(rows.length)
})

test.each(rows)('$complaint: $file has a test of that title', ({ file = '', title = '' }) => {
  const source = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
  const titles = [...source.matchAll(/(?:test|it)(?:\.each\([^]*?\)|)\(\s*(['"`])(.*?)\1,/g)].map(([, , text]) => text)
  expect(titles).toContain(title)
})
