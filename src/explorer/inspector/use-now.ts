import { useState } from 'react'

/** Seconds since 1970 when this was first shown. */
export function useNow(): number {
  const [now] = useState(() => Date.now() / 1000)
  return now
}
