import { expect, it } from 'vitest'
import { mailOf } from './mail-of.ts'

it('an email in parts shows what is expanded and folds the rest', () => {
  const wire = {
    _type: 'Email',
    body_html: '<p>all</p>',
    body_text: 'words',
    body_html_quoted: [
      { html: '<p>new</p>', expand: true },
      { html: '<p>old</p>', expand: false },
    ],
  }
  expect(mailOf(wire)).toMatchObject({ html: '<p>new</p>', quoted: ['<p>old</p>'], text: 'words' })
})

it('an email whose parts are all folded, or that has none, is shown whole', () => {
  expect(
    mailOf({ _type: 'Email', body_html: '<p>all</p>', body_html_quoted: [{ html: 'x', expand: false }] }),
  ).toMatchObject({ html: '<p>all</p>', quoted: [] })
  expect(mailOf({ _type: 'Email', body_html: '<p>all</p>', body_html_quoted: null })).toMatchObject({
    html: '<p>all</p>',
    quoted: [],
  })
})

it('an email with words only, and a note with markup', () => {
  expect(mailOf({ _type: 'Email', body_html: '', body_text: 'words' })).toMatchObject({ html: null, text: 'words' })
  expect(mailOf({ _type: 'Note', note: 'n', note_html: '<p>n</p>' })).toMatchObject({ html: '<p>n</p>', text: 'n' })
})

it('anything else says nothing, and breaks nothing', () => {
  expect(mailOf({ _type: 'Call' })).toEqual({ html: null, quoted: [], text: null, attachments: [] })
  expect(
    mailOf({
      _type: 'Email',
      body_html: 5,
      body_html_quoted: [null, 'x', { html: 3 }],
      attachments: [null, { size: 'x' }],
    }),
  ).toMatchObject({
    html: null,
    attachments: [{ filename: null, size: null, contentId: null, url: null }],
  })
})
