import { expect, it } from 'vitest'
import { judgeMarkup } from './limits.ts'

it.each([
  ['a letter', '<p>Hello<br>Ana</p>', 'fits'],
  ['paragraphs that never end', '<p>x<br><img>'.repeat(5000), 'fits'],
  ['tables as deep as old newsletters', `${'<table><tr><td>'.repeat(60)}x${'</td></tr></table>'.repeat(60)}`, 'fits'],
  ['five megabytes', 'x'.repeat(5_000_000), 'too-long'],
  ['a hundred thousand nested tags', '<div>'.repeat(100_000), 'too-deep'],
  ['nested tags of an unknown name', '<x-y>'.repeat(600), 'too-deep'],
  ['a hundred thousand tags', '<b></b>'.repeat(50_000), 'too-many-tags'],
  ['the comments of an Outlook letter', '<!--[if mso]><o:p></o:p><![endif]-->'.repeat(1500), 'fits'],
  ['thousands of comments', '<!-- nothing -->'.repeat(5000), 'too-many-tags'],
  ['a million less-than signs', '<'.repeat(1_000_000), 'too-many-tags'],
])('%s: %#', (_what, html, verdict) => {
  expect(judgeMarkup(html)).toBe(verdict)
})
