/** Activities side by side, field by field. */
import type { WireActivity } from '#core/close/wire.ts'

export interface ComparedField {
  readonly name: string
  /** As sent, one per activity; undefined where it was not sent. */
  readonly values: readonly unknown[]
}

export interface Comparison {
  readonly different: readonly ComparedField[]
  readonly equal: readonly ComparedField[]
}

/** Every field that any of them has, in the order in which they come. What is empty and what is missing are alike. */
export function compare(activities: readonly WireActivity[]): Comparison {
  const names = [...new Set(activities.flatMap((activity) => Object.keys(activity)))]
  const fields = names.map((name) => ({ name, values: activities.map((activity) => activity[name]) }))
  const isEqual = ({ values: [first, ...others] }: ComparedField) => others.every((value) => same(first, value))
  return { different: fields.filter((field) => !isEqual(field)), equal: fields.filter(isEqual) }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b)
}

/** The same text for what is the same, whatever the order of its keys. */
function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return ''
  try {
    return JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    )
  } catch {
    // Nested too deeply to be told: never the same as another.
    return `nested ${Math.random()}`
  }
}
