import { describe, expect, it } from 'vitest'
import { createActionRegistry } from './action-registry.ts'
import { createOnKey } from './on-key.ts'

function setUp({ characterKeys = true, mayAct = true } = {}) {
  const said: string[] = []
  const did: string[] = []
  const registry = createActionRegistry((text) => said.push(text))
  const onKey = createOnKey({ registry, isMac: false, characterKeys: () => characterKeys, mayAct: () => mayAct })
  function press(key: string, held: Partial<KeyboardEventInit> = {}) {
    let prevented = false
    const event = {
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
    }
    onKey(event)
    return prevented
  }
  return { registry, press, said, did }
}

describe('a key', () => {
  it('is prevented when it does something, and only then', () => {
    const { registry, press, did } = setUp()
    registry.offer('refresh', () => ({ run: () => did.push('refresh') }))
    expect(press('r')).toBe(true)
    expect(press('r', { ctrlKey: true })).toBe(false)
    expect(press('ö')).toBe(false)
    expect(did).toEqual(['refresh'])
  })

  it('says why nothing happens', () => {
    const { registry, press, said } = setUp()
    registry.offer('export', () => ({ run: () => {}, unavailable: 'Connect to Close first.' }))
    expect(press('e')).toBe(true)
    expect(press('j')).toBe(true)
    expect(said).toEqual(['Connect to Close first.', 'There are no rows.'])
  })

  it('does nothing in fields and under dialogs', () => {
    const { registry, press, did } = setUp({ mayAct: false })
    registry.offer('refresh', () => ({ run: () => did.push('refresh') }))
    expect(press('r')).toBe(false)
    expect(did).toEqual([])
  })

  it('does nothing while what was opened for typing is on its way', () => {
    const { registry, press, did } = setUp()
    registry.offer('refresh', () => ({ run: () => did.push('refresh') }))
    let isThere = false
    const letGo = registry.hold(() => isThere)
    expect(press('r')).toBe(false)
    isThere = true
    expect(press('r')).toBe(true)
    isThere = false
    letGo()
    expect(press('r')).toBe(true)
    expect(did).toEqual(['refresh', 'refresh'])
  })

  it('of one character can be switched off; combinations stay', () => {
    const { registry, press, did } = setUp({ characterKeys: false })
    registry.offer('refresh', () => ({ run: () => did.push('refresh') }))
    registry.offer('palette', () => ({ run: () => did.push('palette') }))
    expect(press('r')).toBe(false)
    expect(press('?', { shiftKey: true })).toBe(false)
    expect(press('k', { ctrlKey: true })).toBe(true)
    expect(did).toEqual(['palette'])
  })

  it('that is held goes on only where that makes sense', () => {
    const { registry, press, did } = setUp()
    registry.offer('refresh', () => ({ run: () => did.push('refresh') }))
    registry.offer('next', () => ({ run: () => did.push('next') }))
    expect(press('r', { repeat: true })).toBe(true)
    expect(press('j', { repeat: true })).toBe(true)
    expect(did).toEqual(['next'])
  })

  it('is done by the newest who can do it', () => {
    const { registry, press, did } = setUp()
    registry.offer('refresh', () => ({ run: () => did.push('old') }))
    const drop = registry.offer('refresh', () => ({ run: () => did.push('new') }))
    registry.offer('refresh', () => ({ run: () => did.push('never'), unavailable: 'Not now.' }))
    press('r')
    drop()
    press('r')
    expect(did).toEqual(['new', 'old'])
  })
})
