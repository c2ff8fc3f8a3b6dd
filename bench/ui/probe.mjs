/**
 * What the page notes of itself, put there before its own scripts: how long each interaction took to the next paint (Event Timing), long
 * tasks, and when frames came. `start` forgets what was noted before.
 */
export function installProbe() {
  let events = new Map()
  let tasks = []
  let frames = []
  let isWatching = false
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries()) {
      if (interactionId === 0) continue
      const known = events.get(interactionId)
      if (!known || known.duration < duration) events.set(interactionId, { name, duration })
    }
  }).observe({ type: 'event', durationThreshold: 16 })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })

  function frame(now) {
    if (!isWatching) return
    frames.push(now)
    requestAnimationFrame(frame)
  }

  window.probe = {
    start() {
      events = new Map()
      tasks = []
      frames = []
    },
    /** The longest interaction since the start; 16 when none took longer: shorter ones are not told. */
    interaction: () => Math.max(16, ...[...events.values()].map(({ duration }) => duration)),
    tasks: () => tasks,
    watchFrames() {
      frames = []
      isWatching = true
      requestAnimationFrame(frame)
    },
    /** Milliseconds between frames. */
    frames() {
      isWatching = false
      return frames.slice(1).map((at, i) => at - frames[i])
    },
    /** Two frames, and whatever the page left for when it is idle. */
    quiet: () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 3000 }))),
      ),
  }
}
