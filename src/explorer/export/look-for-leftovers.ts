/** Once the page has nothing better to do; most visits have nothing there, and load nothing for it. */
export function soonLookForLeftovers() {
  const look = async () => {
    if (await hasLeftovers()) await (await import('./run-export.ts')).lookForLeftovers()
  }
  const timer = setTimeout(() => void look().catch(() => undefined), 500)
  return () => clearTimeout(timer)
}

async function hasLeftovers(): Promise<boolean> {
  const root = await navigator.storage.getDirectory()
  const place = await root.getDirectoryHandle('exports')
  const { done } = await place.keys().next()
  return done !== true
}
