import { useEffect, useState } from 'react'
import { useAttention } from '#explorer/at-rest.ts'
import type * as Reader from './typed-period.ts'
import { fetchPart } from '#lib/fetch-part.ts'

let loaded: typeof Reader | null = null

/** Reads typed periods; null until it is loaded, which begins with the first move of a hand. */
export function useTypedPeriod(): typeof Reader | null {
  const isWanted = useAttention()
  const [reader, setReader] = useState(loaded)
  useEffect(() => {
    async function load() {
      loaded ??= await fetchPart(() => import('./typed-period.ts'))
      setReader(loaded)
    }
    // Without it a period is chosen, not typed.
    if (isWanted) void load().catch(() => undefined)
  }, [isWanted])
  return reader
}
