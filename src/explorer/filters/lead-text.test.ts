import { expect, test } from 'vitest'
import { hasWords, leadIdsIn } from './lead-text.ts'

const id = 'lead_E0SPgjtHfb1F6w70WAKadYEjW1W5bSapfQ7Dh3yEg42'

test('a pasted id is a lead', () => {
  expect(leadIdsIn(` ${id}\n`)).toEqual([id])
})

test("a lead's page in Close is that lead", () => {
  expect(leadIdsIn(`https://app.close.com/lead/${id}/`)).toEqual([id])
  expect(leadIdsIn(`https://app.close.com/lead/${id}/#activity=1`)).toEqual([id])
})

test('several leads come in the order they were pasted, once each', () => {
  expect(leadIdsIn(`lead_b, lead_a; lead_b`)).toEqual(['lead_b', 'lead_a'])
})

test('other ids and words name no lead', () => {
  expect(leadIdsIn('mislead_you cont_abc Brightfold lead')).toEqual([])
})

test('a name has the words that were typed, in any order, without their accents', () => {
  expect(hasWords('Gebrüder Lüßmann Spedition GmbH', 'spedition gebruder')).toBe(true)
  expect(hasWords('Gebrüder Lüßmann Spedition GmbH', 'Spedition Nord')).toBe(false)
  expect(hasWords('Gebrüder Lüßmann Spedition GmbH', ' ')).toBe(true)
})
