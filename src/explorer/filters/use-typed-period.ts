import { useEffect, useState } from 'react'
import { useRest } from '#explorer/at-rest.ts'
import type * as Reader from './typed-period.ts'

let loaded: typeof Reader | null = null

/** Reads typed periods; null until it is loaded, which begins with the first move of a hand. */
export function useTypedPeriod(): typeof Reader | null {
  const isWanted = useRest()
  const [reader, setReader] = useState(loaded)
  useEffect(() => {
    async function load() {
      loaded ??= await import('./typed-period.ts')
      setReader(loaded)
    }
    if (isWanted) void load()
  }, [isWanted])
  return reader
}
