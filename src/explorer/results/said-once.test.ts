import { expect, it } from 'vitest'
import { createSaidOnce } from './said-once.ts'

it('says each notice of a wait once, however often it comes back, and again in the next wait', () => {
  const said: string[] = []
  const once = createSaidOnce((text) => said.push(text))
  for (const text of ['slow', 'again', 'slow', 'again']) once.say(text)
  expect(said).toEqual(['slow', 'again'])
  once.end()
  once.say('slow')
  expect(said).toEqual(['slow', 'again', 'slow'])
})
