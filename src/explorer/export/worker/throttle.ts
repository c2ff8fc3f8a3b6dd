/** Passes on the newest value, at most once in `ms`; `flush` passes on what waits. */
export function throttled<Value>(pass: (value: Value) => void, ms: number) {
  let waiting: { readonly value: Value } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = () => {
    if (waiting) pass(waiting.value)
    waiting = null
  }
  return {
    push(value: Value) {
      waiting = { value }
      timer ??= setTimeout(() => {
        timer = null
        flush()
      }, ms)
    },
    flush,
  }
}
