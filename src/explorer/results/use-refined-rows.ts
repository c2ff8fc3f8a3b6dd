import { useMemo } from 'react'
import { keepsOf, refinementsOf } from '#core/activity/refinements.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { type RefinedRows, Refiner } from './refined-rows.ts'
import type { Activities } from './use-activities.ts'

/** The rows that the refinements keep; null when nothing is refined. */
export function useRefinedRows({ ledger, pages }: Activities): RefinedRows | null {
  const { query } = useExplorer()
  const key = JSON.stringify(refinementsOf(query))
  const refiner = useMemo(() => {
    const keeps = keepsOf(query)
    return keeps && new Refiner(keeps)
    // The query's lists are new objects with every change of anything.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return refiner?.rows(ledger, pages) ?? null
}
