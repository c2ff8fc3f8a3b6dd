/** Every column a list can fill, custom fields included. */
import type { CustomActivityType } from '#client/directory.ts'
import { columnsFor, toColumns, type Column } from '#core/activity/columns.ts'
import type { Resource } from '#core/close/activity-types.ts'

/** @param types The organization's custom activity types; their fields count where the list can hold such activities. */
export function allColumns(resource: Resource, types: readonly CustomActivityType[] = []): readonly Column[] {
  const canHoldCustom = resource === '' || resource === 'custom'
  const fields = canHoldCustom ? types.flatMap((type) => type.fields.map(({ id }) => `custom.${id}`)) : []
  return [...columnsFor(resource), ...toColumns(fields)]
}
