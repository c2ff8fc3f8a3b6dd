import { useMemo } from 'react'
import { keepsOf } from '#core/activity/refinements.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { type RefinedRows, Refiner } from './refined-rows.ts'
import type { Activities } from './use-activities.ts'

/** The rows that the refinements keep; null when nothing is refined. */
export function useRefinedRows({ ledger, pages }: Activities): RefinedRows | null {
  const { loadedText, loadedDirections, loadedStatuses, loadedOutcomes, loadedNotTypes } = useExplorer().query
  const key = JSON.stringify([loadedText, loadedDirections, loadedStatuses, loadedOutcomes, loadedNotTypes])
  const refiner = useMemo(() => {
    const keeps = keepsOf({ loadedText, loadedDirections, loadedStatuses, loadedOutcomes, loadedNotTypes })
    return keeps && new Refiner(keeps)
    // The query's lists are new objects with every change of anything.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return refiner?.rows(ledger, pages) ?? null
}
