import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fetchPart, partIsGone } from './fetch-part.ts'

const machine = { onLine: true }
const events = new EventTarget()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', machine)
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events))
  machine.onLine = true
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function failing(times: number) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length <= times) throw new TypeError('Failed to fetch')
    return 'part'
  })
  return load
}

it('fetches a part again when it did not come', async () => {
  const load = failing(2)
  const part = fetchPart(load)
  await vi.runAllTimersAsync()
  expect(await part).toBe('part')
  expect(load).toHaveBeenCalledTimes(3)
})

it('gives up a part that is gone, after four tries', async () => {
  const load = failing(Infinity)
  const part = fetchPart(load)
  const told = vi.fn()
  partIsGone.subscribe(told)
  expect(partIsGone.get()).toBe(false)
  const outcome = expect(part).rejects.toThrow('Failed to fetch')
  await vi.runAllTimersAsync()
  await outcome
  expect(load).toHaveBeenCalledTimes(4)
  expect(told).toHaveBeenCalledTimes(1)
  expect(partIsGone.get()).toBe(true)
})

it('waits for the machine to be online, however long, and does not count that', async () => {
  machine.onLine = false
  const load = failing(3)
  const part = fetchPart(load)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(load).toHaveBeenCalledTimes(1)
  machine.onLine = true
  events.dispatchEvent(new Event('online'))
  await vi.runAllTimersAsync()
  expect(await part).toBe('part')
})
