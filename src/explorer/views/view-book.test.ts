import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyQuery } from '#core/query/activity-query.ts'
import { plan } from '#core/query/plan.ts'
import { parseSearch } from '#core/query/search-params.ts'
import { arbitraryQuery } from '#core/query/testing/arbitrary-query.ts'
import { check } from '#core/query/testing/property.ts'
import { starterViews } from './starter-views.ts'
import { addedText, readViewsFile, viewsFile } from './view-file.ts'
import {
  adding,
  emptyBook,
  isFull,
  mostViews,
  movedBy,
  readBook,
  renamed,
  restored,
  saved,
  searchOf,
  shows,
  visited,
  without,
} from './view-book.ts'

const book = ['a', 'b', 'c'].reduce((now, name) => saved(now, { name, search: `resource=call&tz=UTC` }), emptyBook)
const names = (of: typeof book) => of.views.map(({ name }) => name)

test('a view is saved under a name, and replaced under the same', () => {
  const next = saved(book, { name: ' b ', search: 'resource=sms' })
  expect(next.views[1]).toEqual({ id: 'b', name: 'b', search: 'resource=sms' })
  expect(names(next)).toEqual(['a', 'b', 'c'])
  expect(saved(book, { name: '  ', search: '' })).toBe(book)
})

test('views are ordered, deleted and brought back in place', () => {
  expect(names(movedBy(book, 'c', -1))).toEqual(['a', 'c', 'b'])
  expect(movedBy(book, 'a', -1)).toBe(book)
  const [, second] = book.views
  if (!second) throw new Error('no second view')
  expect(names(without(book, 'b'))).toEqual(['a', 'c'])
  expect(restored(without(book, 'b'), second, 1)).toEqual(book)
})

test('any query is a view that shows it again, wherever it was kept', () => {
  check(
    fc.property(arbitraryQuery, (query) => {
      const kept = readBook(JSON.parse(JSON.stringify(saved(emptyBook, { name: 'v', search: searchOf(query) }))))
      const file = readViewsFile(viewsFile(kept.views))
      if (file.status === 'refused') throw new Error(file.why)
      for (const view of [kept.views[0], file.views[0]]) {
        if (!view) throw new Error('lost')
        expect(parseSearch(view.search).query).toEqual({ ...query, open: null })
        expect(shows(view, query, [])).toBe(true)
      }
    }),
    300,
  )
})

test('whatever a file holds is ordinary bad input', () => {
  for (const text of ['', '{', '[]', 'null', '{"kind":"close-activity-views"}', `{"kind":"x","version":1,"views":[]}`])
    expect(readViewsFile(text).status).toBe('refused')
  const hostile = {
    kind: 'close-activity-views',
    version: 1,
    views: [
      3,
      null,
      { name: 'x' },
      { name: '', search: '' },
      { name: 'k\u0000\n<b>', search: '?api_key=api_abcdefgh&_limit=5' },
    ],
  }
  expect(readViewsFile(JSON.stringify(hostile))).toEqual({
    status: 'read',
    views: [{ name: 'k <b>', search: '_limit=5' }],
    leftOut: 4,
    over: 0,
  })
  check(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => readViewsFile(JSON.stringify(value))).not.toThrow()
      expect(() => readBook(value)).not.toThrow()
    }),
    200,
  )
})

test('imported views are added once, and another of the same name gets a number', () => {
  const views = [
    { name: 'a', search: 'resource=call&tz=UTC' },
    { name: 'b', search: 'resource=sms' },
  ]
  const done = adding(book, views)
  expect(names(done.book)).toEqual(['a', 'b', 'c', 'b (2)'])
  expect(addedText(done, 2)).toBe('1 view added. 1 was there already. 2 could not be read.')
})

test('what does not fit is refused in words, and nothing that is there is dropped for it', () => {
  const many = Array.from({ length: mostViews + 5 }, (_, i) => ({ name: `v${i}`, search: `_limit=${(i % 90) + 1}` }))
  const full = adding(emptyBook, many.slice(0, mostViews)).book
  expect(isFull(full)).toBe(true)
  expect(saved(full, { name: 'one more', search: '' })).toBe(full)
  expect(saved(full, { name: 'v0', search: 'resource=sms' }).views[0]?.search).toBe('resource=sms')
  const [first] = full.views
  if (!first) throw new Error('no view')
  expect(restored(full, first, 0)).toBe(full)

  const read = readViewsFile(viewsFile(many))
  if (read.status === 'refused') throw new Error(read.why)
  const done = adding(book, read.views)
  expect([read.over, done.over, done.added]).toEqual([5, 3, mostViews - 3])
  expect(addedText({ ...done, over: done.over + read.over }, read.leftOut)).toBe(
    '197 views added. 8 did not fit: 200 views are the most.',
  )
})

test('a view gets another name in its place, unless that is taken', () => {
  expect(names(renamed(book, 'b', ' d '))).toEqual(['a', 'd', 'c'])
  expect(renamed(book, 'b', 'c')).toBe(book)
  expect(renamed(book, 'b', ' ')).toBe(book)
})

test('a view without a word of columns is the same with those of this machine', () => {
  const view = { name: 'calls', search: 'resource=call' }
  const query = { ...emptyQuery, resource: 'call', columns: ['time', 'user'], open: 'acti_x' } as const
  expect(shows(view, query, ['time', 'user'])).toBe(true)
  expect(shows(view, query, [])).toBe(false)
})

test('a query is noted once, newest first, twenty at most', () => {
  let recent = emptyBook
  for (let i = 0; i < 25; i += 1) recent = visited(recent, `_limit=${i + 1}`, i)
  recent = visited(recent, '_limit=20', 99)
  expect(recent.recent).toHaveLength(20)
  expect(recent.recent[0]).toEqual({ search: '_limit=20', at: 99 })
  expect(visited(recent, '', 1)).toBe(recent)
})

test('every starter view is one that Close answers', () => {
  for (const leadIds of [[], ['lead_abc']]) {
    for (const { name, search } of starterViews({ source: 'sandbox', leadIds })) {
      const { query, notes } = parseSearch(search)
      expect([plan(query, { timeZone: 'UTC', now: 0 }).status, query.unread, notes], name).toEqual(['ready', [], []])
    }
  }
})

test('a link needs no saved view: once the view is deleted, its link asks the same', () => {
  check(
    fc.property(arbitraryQuery, (query) => {
      const search = searchOf(query)
      expect(searchOf(parseSearch(search).query)).toBe(search)
      expect(search).not.toMatch(/(?:^|&)view/)
    }),
    200,
  )
})
