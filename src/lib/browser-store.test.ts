import { expect, test } from 'vitest'
import { createBrowserStore } from './browser-store.ts'

function browser() {
  const held = new Map<string, string>()
  const tabs: ((key: string | null) => void)[] = []
  let isFull = false
  return {
    held,
    fill: () => (isFull = true),
    elsewhere(key: string, text: string) {
      held.set(key, text)
      for (const tab of tabs) tab(key)
    },
    storage: () => ({
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError')
        held.set(key, text)
      },
    }),
    onOtherTab: (listener: (key: string | null) => void) => void tabs.push(listener),
  }
}

const readNumber = (stored: unknown) => (typeof stored === 'number' ? stored : 0)

test('a value is kept, and read by the next page', () => {
  const here = browser()
  createBrowserStore('n', readNumber, here).set(3)
  expect(createBrowserStore('n', readNumber, here).get()).toBe(3)
})

test('whatever else the storage holds counts as nothing', () => {
  const here = browser()
  for (const text of ['', '{', '"3"', 'null', '[1]']) {
    here.held.set('n', text)
    expect(createBrowserStore('n', readNumber, here).get()).toBe(0)
  }
})

test('another tab’s change arrives, and is told once', () => {
  const here = browser()
  const store = createBrowserStore('n', readNumber, here)
  let told = 0
  store.subscribe(() => (told += 1))
  here.elsewhere('other', '9')
  here.elsewhere('n', '7')
  expect([store.get(), told]).toEqual([7, 1])
})

test('a full storage keeps the value for the page, and says that it is not kept', () => {
  const here = browser()
  const store = createBrowserStore('n', readNumber, here)
  here.fill()
  store.set(5)
  expect([store.get(), store.isKept()]).toEqual([5, false])
})

test('a forbidden storage is no error', () => {
  const here = browser()
  const forbidden = {
    ...here,
    storage: () => {
      throw new DOMException('no', 'SecurityError')
    },
  }
  const store = createBrowserStore('n', readNumber, forbidden)
  expect(store.get()).toBe(0)
  store.set(1)
  expect([store.get(), store.isKept()]).toEqual([1, false])
})
