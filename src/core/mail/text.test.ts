import { expect, it } from 'vitest'
import { TEXT_LENGTH, textOfMarkup } from './text.ts'

it.each([
  ['<p>Hello&nbsp;Ana,</p><p>see <b>you</b></p>', 'Hello Ana,\n\nsee you'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<style>p{}</style><script>alert(1)</script>text', 'text'],
  ['<!-- not <b>this</b> -->text', 'text'],
  ['1 < 2 &amp;&amp; 3 &gt; 2 &#8364; &#x20AC; &unknown;', '1 < 2 && 3 > 2 € € &unknown;'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ['<p unfinished', ''],
  ['<script>never ends', ''],
  ['', ''],
])('%j reads as %j', (html, text) => {
  expect(textOfMarkup(html)).toBe(text)
})

it.each(['<', '<p', '<script>', '<!--', '&#1;', ' ', '<div>', '</'])('a megabyte of %j is read once', (piece) => {
  expect(textOfMarkup(piece.repeat(1_000_000 / piece.length)).length).toBeLessThanOrEqual(TEXT_LENGTH)
})
