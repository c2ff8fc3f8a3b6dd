/** One thing to choose. */
export interface Option {
  value: string
  label: string
  /** Said and shown after the label, for instance "inactive". */
  detail?: string | undefined
  /** More text that typing finds it by. */
  keywords?: string | undefined
  /** Shown, reachable by arrows and not to be chosen, because of this. */
  unavailable?: string | undefined
}

export function sameOption(a: Option, b: Option): boolean {
  return a.value === b.value
}

/** What typing is compared with. */
export function searchText(option: Option): string {
  return [option.label, option.detail, option.keywords].filter(Boolean).join(' ')
}
