import { describe, expect, it } from 'vitest'
import { readLink } from './links.ts'

describe('a link is opened when it is', () => {
  it.each([
    ['https://example.com/a?b#c', 'example.com'],
    ['http://example.com:8080/', 'example.com:8080'],
    ['  https://example.com \n', 'example.com'],
    ['HTTPS://EXAMPLE.COM', 'example.com'],
    ['mailto:ana@example.com?subject=x', 'ana@example.com'],
    ['tel:+12025550118', '+12025550118'],
    ['ht\ntps://exa\tmple.com/', 'example.com'],
  ])('%j', (href, goesTo) => {
    expect(readLink(href, 'x')).toMatchObject({ goesTo, warnings: [] })
  })
})

describe('a link is not opened when it is', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'blob:null/1',
    'file:///etc/passwd',
    'ftp://example.com/',
    'intent://x#Intent;end',
    'ms-word:ofe|u|https://example.com',
    '//example.com/x',
    '/api/v1/me/',
    'page.html',
    '',
    'mailto:',
    'about:blank',
    'cid:x',
  ])('%j', (href) => {
    expect(readLink(href, 'x')).toBeNull()
  })
})

describe('a link is warned of when', () => {
  it.each([
    ['its text names another site', 'https://evil.example/', 'https://app.close.com/login', 'other-host'],
    ['its text names another site without a scheme', 'https://evil.example/', 'app.close.com', 'other-host'],
    ['its text is a name that looks like its own', 'https://apple.com/', '\u0430pple.com', 'other-host'],
    ['the real name stands before an @', 'https://app.close.com@evil.example/', 'Sign in', 'credentials'],
    ['its name is written in other letters', 'https://\u0430pple.com/', 'Sign in', 'punycode'],
    ['its text is turned around', 'https://evil.example/', 'https://evil.example/\u202Emoc', 'direction'],
    ['its address is turned around', 'https://evil.example/%E2%80%AEmoc', 'x', 'direction'],
    ['it has a number for a name', 'http://203.0.113.9/', 'x', 'number'],
    ['it has a written-out number for a name', 'http://3405803785/', 'x', 'number'],
    ['it has a long number for a name', 'http://[2001:db8::1]/', 'x', 'number'],
    ['it writes to another address', 'mailto:eve@evil.example', 'ana@example.com', 'other-address'],
  ] as const)('%s', (_when, href, text, warning) => {
    expect(readLink(href, text)?.warnings).toContain(warning)
  })
})

describe('a link is not warned of when its text', () => {
  it.each([
    ['is a word', 'https://example.com/', 'Unsubscribe'],
    ['is its address', 'https://example.com/a', 'https://example.com/a'],
    ['is its site', 'https://www.example.com/a', 'example.com'],
    ['is its parent site', 'https://docs.example.com/a', 'example.com'],
    ['is a file', 'https://files.example/1', 'report.pdf'],
    ['is a sentence with a site in it', 'https://example.com/', 'read more at other.example today'],
    ['is a number', 'https://example.com/', '12.50'],
    ['is its address', 'mailto:ana@example.com', 'Ana@Example.com'],
  ])('%s', (_what, href, text) => {
    expect(readLink(href, text)?.warnings).toEqual([])
  })
})

it('an address of a hundred thousand letters is read as quickly as any', () => {
  expect(readLink(`https://example.com/${'a.'.repeat(50_000)}`, `${'a.'.repeat(50_000)}com`)?.warnings).toEqual([])
})
