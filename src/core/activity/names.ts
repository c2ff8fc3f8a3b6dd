/** What ids stand for. Each look-up answers undefined while the name is not known, or when there is none. */
export interface Names {
  lead(id: string): string | undefined
  contact(id: string): string | undefined
  user(id: string): string | undefined
  /** A custom activity type, by its `actitype_…` id. */
  activityType(id: string): string | undefined
  /** A custom field, by its `cf_…` id. */
  customField(id: string): string | undefined
  outcome(id: string): string | undefined
  leadStatus(id: string): string | undefined
}

const unknown = () => undefined

/** Knows no name: whoever reads it shows the id. */
export const idOnlyNames: Names = {
  lead: unknown,
  contact: unknown,
  user: unknown,
  activityType: unknown,
  customField: unknown,
  outcome: unknown,
  leadStatus: unknown,
}
