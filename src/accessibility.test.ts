/** The table of WCAG criteria is whole, and what it names exists. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const stories = join(import.meta.dirname, '../e2e')
const table = readFileSync(join(stories, 'accessibility/README.md'), 'utf8')

/** Every success criterion of WCAG 2.2 at level A and AA. 4.1.1 is obsolete. */
const criteria = [
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5',
  '1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13',
  '2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8',
  '3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3',
].flatMap((line) => line.split(' '))

const rows = [...table.matchAll(/^\| (\d[\d.]+) \| (.+?) \| (A{1,2}) \| (.+) \|$/gm)].map(
  ([, criterion, , level, shown]) => ({
    criterion: criterion ?? '',
    level,
    shown: shown ?? '',
  }),
)

/** `file` “title” */
const named = [...table.matchAll(/`([\w./-]+\.(?:spec|test)\.ts)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({
  file,
  title,
}))

it('the table has each of the 55 criteria once, in order', () => {
  expect(criteria).toHaveLength(55)
  expect(rows.map(({ criterion }) => criterion)).toEqual(criteria)
  expect(rows.filter(({ level }) => level === 'A')).toHaveLength(31)
})

it('each is shown by a test, a look by hand, or does not apply', () => {
  const unshown = rows.filter(
    ({ shown }) => !/`[\w./-]+\.(?:spec|test)\.ts` “|By hand: .{10}|Not applicable: .{10}/.test(shown),
  )
  expect(unshown.map(({ criterion }) => criterion)).toEqual([])
})

it('each test that it names exists', () => {
  expect(named.length).toBeGreaterThan(40)
  const missing = named.filter(({ file, title }) => {
    const path = join(stories, file)
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(title)
  })
  expect(missing).toEqual([])
})
