/**
 * Exports in bad moods. SOAK_RUNS says how many (`npm run soak`: 1,000), SOAK_SEED where they begin; here a short slice.
 */
import { expect, test } from 'vitest'
import { engineExporter } from './testing/engine-exporter.ts'
import { isClean } from './testing/oracle.ts'
import { runTrial } from './testing/trial.ts'

const runs = Number(process.env['SOAK_RUNS'] ?? 25)
const firstSeed = Number(process.env['SOAK_SEED'] ?? 1)

test(`${runs} exports, seeds from ${firstSeed}: nothing lost, doubled, invented or altered`, async () => {
  const failed: unknown[] = []
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const verdict = await runTrial(seed, engineExporter)
    if (!isClean(verdict)) failed.push({ seed, ...verdict })
  }
  expect(failed).toEqual([])
}, 3_600_000)
