import { expect, test } from 'vitest'
import { toColumns } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { toRow } from '#core/activity/row.ts'
import { tableText } from './table-text.ts'

const context = { names: idOnlyNames, timeZone: 'UTC', locale: 'en-GB', sort: 'date_created' } as const

function copied(note: string) {
  const row = toRow({ id: 'acti_1', _type: 'Note', note, date_created: '2026-03-01T09:30:00Z' }, 0)
  return tableText([row], toColumns(['id', 'summary']), context)
}

test('a row is a line, with the headers above', () => {
  expect(copied('Called back').plain).toBe('Activity ID\tSummary\r\nacti_1\tCalled back\r\n')
})

test('a text that begins like a formula is no formula', () => {
  const { plain, html } = copied('=HYPERLINK("https://example.invalid")')
  expect(plain).toContain(`\t'=HYPERLINK(`)
  expect(html).toContain('<td>&#39;=HYPERLINK(&quot;')
})

test('a text is one cell, and no markup', () => {
  const { plain, html } = copied('a\tb\r\n<img src=x onerror=alert(1)> & "c"')
  expect(plain.split('\r\n')).toHaveLength(3)
  expect(plain.split('\r\n')[1]?.split('\t')).toHaveLength(2)
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x')
})
