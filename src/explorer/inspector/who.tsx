import { useMemo } from 'react'
import { whoFacts } from '#core/activity/details/who.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { FactList } from './fact-list.tsx'

/** Whose activity it is. */
export function Who({ wire }: { wire: WireActivity }) {
  const facts = useMemo(() => whoFacts(wire), [wire])
  return <FactList facts={facts} />
}
