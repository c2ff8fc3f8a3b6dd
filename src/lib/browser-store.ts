/**
 * A value kept in the browser's storage, shared with the other tabs of the same page. Storage can be forbidden, full, or
 * hold anything: the value then lasts as long as the page, and `isKept` says so.
 */
export interface BrowserStore<Value> {
  /** The same object as long as nothing changed. */
  readonly get: () => Value
  readonly set: (next: Value) => void
  readonly subscribe: (listener: () => void) => () => void
  /** False once the browser refused to keep what was set. */
  readonly isKept: () => boolean
}

export interface Browser {
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>
  /** Calls with the key that another tab changed; null when it removed everything. */
  readonly onOtherTab: (listener: (key: string | null) => void) => void
}

const thisBrowser: Browser = {
  storage: () => localStorage,
  onOtherTab: (listener) => addEventListener('storage', ({ key }) => listener(key)),
}

/** `read` makes a value of whatever the storage holds, `undefined` for nothing; it must not throw. */
export function createBrowserStore<Value>(
  key: string,
  read: (stored: unknown) => Value,
  { storage, onOtherTab }: Browser = thisBrowser,
): BrowserStore<Value> {
  const listeners = new Set<() => void>()
  let isKept = true
  let value: Value | null = null
  let isWatching = false

  function stored(): Value {
    try {
      const text = storage().getItem(key)
      return read(text === null ? undefined : JSON.parse(text))
    } catch {
      return read(undefined)
    }
  }

  function tell() {
    for (const listener of listeners) listener()
  }

  const get = () => (value ??= stored())
  return {
    get,
    set(next) {
      value = next
      try {
        storage().setItem(key, JSON.stringify(next))
        isKept = true
      } catch {
        isKept = false
      }
      tell()
    },
    subscribe(listener) {
      if (!isWatching) {
        isWatching = true
        onOtherTab((changed) => {
          if (changed !== key && changed !== null) return
          value = stored()
          tell()
        })
      }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isKept: () => isKept,
  }
}
