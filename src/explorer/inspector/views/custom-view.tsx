import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fetchCustomActivityTypes } from '#client/directory.ts'
import { customFacts, customValues } from '#core/activity/details/custom.ts'
import { idOf } from '#core/activity/read.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import type { ViewProps } from './view.ts'

export function CustomView({ wire }: ViewProps) {
  const type = useCustomType(idOf(wire, 'custom_activity_type_id'))
  const values = useMemo(() => customValues(wire, type?.fields ?? []), [wire, type])
  const facts = useMemo(() => customFacts(wire), [wire])
  return (
    <>
      <Section title={type ? (type.archived ? `${type.name} (archived)` : type.name) : 'Fields'}>
        {values.length === 0 ? <p className="text-ink-muted">No field is filled in.</p> : <FactList facts={values} />}
      </Section>
      <Section title="State">
        <FactList facts={facts} />
      </Section>
    </>
  )
}

/** By the key under which the form and the names keep the same list. */
function useCustomType(id: string | null) {
  const { client, query } = useExplorer()
  const { data } = useQuery({
    queryKey: [query.source, 'choices', 'custom-activity-types'],
    queryFn: async ({ signal }) => {
      if (!client) throw new Error('Not connected.')
      return fetchCustomActivityTypes(client, signal)
    },
    enabled: client !== null,
    staleTime: 5 * 60_000,
  })
  return data?.find((type) => type.id === id)
}
