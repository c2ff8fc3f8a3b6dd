import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorizationOf, cleanCredential, type CleanCredential } from './credential.ts'

const key = 'api_5xLpNfqT0c.7SYpDfq2v'

function clean(kind: 'api-key' | 'oauth-token', secret = key): CleanCredential {
  return { status: 'clean', credential: { kind, secret } }
}

describe('a pasted key', () => {
  test.each([
    key,
    ` ${key}\r\n`,
    `"${key}"`,
    `“${key}”`,
    `'${key}'`,
    `${key}:`,
    `\u200b${key}\ufeff`,
    `${key.slice(0, 8)}\n${key.slice(8)}`,
    `Basic ${btoa(`${key}:`)}`,
    `Authorization: Basic ${btoa(`${key}:`)}`,
    `basic ${key}`,
  ])('is mended from %j', (text) => {
    expect(cleanCredential(text)).toEqual(clean('api-key'))
  })

  test('with Bearer before it is a token', () => {
    expect(cleanCredential(`Bearer  ${key}\n`)).toEqual(clean('oauth-token'))
    expect(cleanCredential(`"Authorization: Bearer ${key}"`)).toEqual(clean('oauth-token'))
    expect(cleanCredential(key, 'oauth-token')).toEqual(clean('oauth-token'))
  })

  test('with a letter of another alphabet is explained without being repeated', () => {
    const result = cleanCredential(key.replace('c', '\u0441'))
    expect(result).toEqual({ status: 'unusable', reason: expect.stringContaining('U+0441') })
    expect(JSON.stringify(result)).not.toContain('5xLpNfqT0')
  })

  test.each(['', '  \n', 'Bearer ', '""', ':'])('that is nothing but %j is missing', (text) => {
    expect(cleanCredential(text)).toMatchObject({ status: 'unusable', reason: expect.stringContaining('no key') })
  })

  test('of a page of text is too long', () => {
    expect(cleanCredential('a'.repeat(5000))).toMatchObject({ reason: expect.stringContaining('too long') })
  })
})

test('any text is either mended or explained, and any credential makes a legal header', () => {
  const kinds = fc.constantFrom('api-key' as const, 'oauth-token' as const)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), kinds, (text, kind) => {
      cleanCredential(text, kind)
      new Headers({ authorization: authorizationOf({ kind, secret: text }) })
    }),
    { numRuns: 5000 },
  )
})

test('a key is the user name of Basic authentication, a token is Bearer', () => {
  expect(authorizationOf({ kind: 'api-key', secret: 'api_x' })).toBe(`Basic ${btoa('api_x:')}`)
  expect(authorizationOf({ kind: 'oauth-token', secret: 'tok' })).toBe('Bearer tok')
})
