/** How properties are checked: over 10,000 cases, and a failure prints its seed and path. */
import fc from 'fast-check'

export const cases = 10_000

/** `PROPERTY_SEED` repeats a run that failed. */
const seed = process.env['PROPERTY_SEED']

export function check<Ts extends [unknown, ...unknown[]]>(property: fc.IProperty<Ts>, numRuns = cases): void {
  fc.assert(property, { numRuns, ...(seed !== undefined && { seed: Number(seed) }) })
}

export async function checkAsync<Ts extends [unknown, ...unknown[]]>(
  property: fc.IAsyncProperty<Ts>,
  numRuns = cases,
): Promise<void> {
  await fc.assert(property, { numRuns, ...(seed !== undefined && { seed: Number(seed) }) })
}
