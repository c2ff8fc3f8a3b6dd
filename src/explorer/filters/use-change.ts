import { useCallback, useLayoutEffect, useRef } from 'react'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { newlyAvailable, settle, singleLead } from '#explorer/parked.ts'
import { listOfControls } from './greying.ts'

interface Options {
  /** Instead of a new history entry: while typing. */
  replace?: boolean
  /** As of now, also where nothing changes. */
  anew?: boolean
  /** The name of the lead that was just chosen, when the cache may not know it yet. */
  leadName?: string | undefined
}

export type Change = (edit: (query: ActivityQuery) => ActivityQuery, options?: Options) => void

/**
 * The way every control changes the query: parks what loses its lead, brings back what regains one, and says once what
 * has become available. Always edits the newest query, also when it is called after a pause.
 */
export function useChange(): Change {
  const explorer = useExplorer()
  const newest = useRef(explorer)
  useLayoutEffect(() => {
    newest.current = explorer
  })
  return useCallback((edit, { leadName, ...options } = {}) => {
    const { query, parked, setQuery, announce, names } = newest.current
    const settled = settle(query, edit(query), parked)
    setQuery(settled.query, { ...options, parked: settled.parked })
    const controls = newlyAvailable(query, settled.query)
    const lead = singleLead(settled.query)
    if (controls.length === 0 || lead === null || singleLead(query) !== null) return
    const verb = controls.length === 1 && controls[0] === 'activityTime' ? 'is' : 'are'
    announce(`${listOfControls(controls)} ${verb} now available for ${leadName ?? names.lead(lead) ?? lead}.`)
  }, [])
}
