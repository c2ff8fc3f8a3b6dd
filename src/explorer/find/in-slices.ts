/** Milliseconds of work before the page gets its turn. */
const slice = 8

/** Runs long work in slices, so that the page stays quick. Answers undefined when it was given up. */
export async function inSlices<Value>(
  work: Generator<undefined, Value>,
  signal: AbortSignal,
): Promise<Value | undefined> {
  for (;;) {
    const until = performance.now() + slice
    do {
      const step = work.next()
      if (step.done) return signal.aborted ? undefined : step.value
    } while (performance.now() < until)
    await new Promise<void>((resolve) => setTimeout(resolve))
    if (signal.aborted) return undefined
  }
}
