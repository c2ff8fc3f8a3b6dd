/** People, leads and types to choose from, asked for when they are first wanted. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchContacts, fetchCustomActivityTypes, fetchUsers, searchLeads } from '#client/directory.ts'
import type { CloseClient } from '#client/close-client.ts'
import { useExplorer } from '#explorer/explorer-context.ts'

/** Milliseconds for which a list of choices is good. */
const fresh = 5 * 60_000

function useChoices<T>(key: readonly string[], fetch: (client: CloseClient, signal: AbortSignal) => Promise<T>, wanted: boolean) {
  const { client, query } = useExplorer()
  return useQuery({
    queryKey: [query.source, 'choices', ...key],
    queryFn: ({ signal }) => (client ? fetch(client, signal) : Promise.reject(new Error('Not connected.'))),
    enabled: client !== null && wanted,
    staleTime: fresh,
    placeholderData: keepPreviousData,
  })
}

export function useUsers(wanted: boolean) {
  return useChoices(['users'], fetchUsers, wanted)
}

export function useCustomActivityTypes(wanted: boolean) {
  return useChoices(['custom-activity-types'], fetchCustomActivityTypes, wanted)
}

export function useContacts(leadId: string | null, wanted: boolean) {
  return useChoices(
    ['contacts', leadId ?? ''],
    (client, signal) => fetchContacts(client, leadId ?? '', signal),
    wanted && leadId !== null,
  )
}

/** Leads by what is typed, once it rests for `pause` milliseconds. A search that is overtaken is cancelled. */
export function useLeadSearch(text: string, wanted: boolean, pause = 200) {
  const rested = useRested(text.trim(), pause)
  const search = useChoices(['leads', rested], (client, signal) => searchLeads(client, rested, signal), wanted)
  return { ...search, searching: wanted && (search.isFetching || rested !== text.trim()) }
}

function useRested(text: string, pause: number): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pause)
    return () => clearTimeout(timer)
  }, [text, pause])
  return rested
}
