import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fetchCustomActivityTypes } from '#client/directory.ts'
import { type Column, toColumns } from '#core/activity/columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'

const none: readonly Column[] = []

/** The columns of the custom fields that the present list can hold: of the types asked for, or of all. */
export function useCustomColumns(): readonly Column[] {
  const { query, client } = useExplorer()
  const { source, resource, types, customActivityTypeIds } = query
  const canHold = resource === 'custom' || (resource === '' && canHoldCustom(types))
  const { data } = useQuery({
    queryKey: [source, 'choices', 'custom-activity-types'],
    queryFn: ({ signal }) => (client ? fetchCustomActivityTypes(client, signal) : []),
    enabled: client !== null && canHold,
    staleTime: 5 * 60_000,
  })
  const asked = [...customActivityTypeIds, ...types.filter((type) => type.startsWith('actitype_'))].join()
  return useMemo(() => {
    if (!canHold || !data) return none
    const wanted = data.filter(({ id }) => asked === '' || asked.split(',').includes(id))
    return toColumns(wanted.flatMap(({ fields }) => fields.map(({ id }) => `custom.${id}`)))
  }, [canHold, data, asked])
}

function canHoldCustom(types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => type === 'Custom' || type.startsWith('actitype_'))
}
