import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createActionRegistry } from './action-registry.ts'
import { createKeptKeys, type KeyPress } from './kept-keys.ts'
import { createOnKey } from './on-key.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setUp() {
  const did: string[] = []
  const registry = createActionRegistry(() => undefined)
  registry.offer('refresh', () => ({ run: () => did.push('refresh') }))
  registry.offer('timeline', () => ({ run: () => did.push('timeline') }))
  registry.offer('find', () => ({ run: () => did.push('find') }))
  registry.offer('palette', () => ({ run: () => did.push('palette') }))
  const keys = createKeptKeys(() => true)
  const answer = createOnKey({ registry, isMac: false, characterKeys: () => true, mayAct: () => true })
  function press(key: string, held: Partial<KeyPress> = {}): boolean {
    let prevented = false
    keys.onKey({
      key,
      code: '',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      repeat: false,
      isComposing: false,
      defaultPrevented: false,
      timeStamp: 0,
      target: null,
      getModifierState: () => false,
      preventDefault: () => (prevented = true),
      ...held,
    })
    return prevented
  }
  return { keys, answer, press, did }
}

it('keeps keys that come before their answer and answers them in their order, with those that come meanwhile', async () => {
  const { keys, answer, press, did } = setUp()
  for (const key of ['r', 't', 't']) press(key)
  expect(did).toEqual([])
  const done = keys.become(answer)
  press('/')
  await vi.runAllTimersAsync()
  await done
  expect(did).toEqual(['refresh', 'timeline', 'find'])
  press('r')
  expect(did).toEqual(['refresh', 'timeline', 'find', 'refresh'])
})

it('stops browsers from searching instead, and nothing else', async () => {
  const { keys, answer, press, did } = setUp()
  expect(press('k', { ctrlKey: true })).toBe(true)
  expect(press('/')).toBe(true)
  for (const key of ['r', 'Tab', 'ArrowDown', ' ']) expect(press(key)).toBe(false)
  void keys.become(answer)
  await vi.runAllTimersAsync()
  expect(did).toEqual(['palette', 'find', 'refresh'])
})

it('does not answer what something else has answered', async () => {
  const { keys, answer, press, did } = setUp()
  press('r', { defaultPrevented: true })
  void keys.become(answer)
  await vi.runAllTimersAsync()
  expect(did).toEqual([])
})
