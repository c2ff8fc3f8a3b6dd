import { describe, expect, it } from 'vitest'
import { fold, fuzzyScore } from './fuzzy.ts'

const score = (text: string, typed: string) => fuzzyScore(fold(text), fold(typed))

function best(typed: string, texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => ({ text, score: score(text, typed) ?? -1 }))
    .filter((each) => each.score > -1)
    .toSorted((a, b) => b.score - a.score)
    .map(({ text }) => text)
}

describe('finding by a few letters', () => {
  it('puts beginnings before words, words before parts, and parts before initials', () => {
    expect(best('cal', ['Recalled', 'Custom activity list', 'All calls', 'Calls', 'Notes'])).toEqual([
      'Calls',
      'All calls',
      'Recalled',
      'Custom activity list',
    ])
  })

  it('wants every word, in any order', () => {
    expect(score('Last 7 days', 'days 7')).not.toBeNull()
    expect(score('Last 7 days', 'days 8')).toBeNull()
  })

  it('reads accents and case over', () => {
    expect(score('Zoë Müller', 'ZOE mul')).not.toBeNull()
  })

  it('takes initials, and letters in order only from the beginning of a word', () => {
    expect(score('Last 7 days', 'l7d')).not.toBeNull()
    expect(score('Last 7 days', 'asy')).toBeNull()
  })

  it('finds everything for nothing', () => {
    expect(score('Calls', '  ')).not.toBeNull()
  })

  it('answers soon for a hostile text', () => {
    expect(score('a '.repeat(5000), `${'a'.repeat(40)}b`)).toBeNull()
  })
})
