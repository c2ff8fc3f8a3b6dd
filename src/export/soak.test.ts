/** Exports in bad moods, a short slice. `npm run soak` makes 1,000: SOAK_RUNS says how many, SOAK_SEED where they begin. */
import { expect, test } from 'vitest'
import { engineExporter } from './testing/engine-exporter.ts'
import { isClean } from './testing/oracle.ts'
import { runTrial, type Judged } from './testing/trial.ts'

const asked = process.env['SOAK_RUNS']
const runs = Number(asked ?? 12)
const firstSeed = Number(process.env['SOAK_SEED'] ?? 1)

test(`${runs} exports, seeds from ${firstSeed}: nothing lost, doubled, invented or altered`, async () => {
  const trials: (Judged & { readonly seed: number })[] = []
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1)
    trials.push({ seed, ...(await runTrial(seed, engineExporter)) })
  if (asked !== undefined) process.stdout.write(`${summary(trials)}\n`)
  expect(trials.filter((trial) => !isClean(trial))).toEqual([])
  expect(trials.filter(({ restarts }) => restarts < 2).length).toBeLessThan(runs / 20)
}, 3_600_000)

function summary(trials: readonly Judged[]): string {
  const sum = (of: (trial: Judged) => number) => trials.reduce((total, trial) => total + of(trial), 0)
  return [
    `seeds ${firstSeed} to ${firstSeed + runs - 1}: ${sum(({ rows }) => rows)} rows written`,
    `${sum(({ requests }) => requests)} requests`,
    `${sum(({ restarts }) => restarts)} restarts`,
    `${sum(({ changes }) => changes)} changes meanwhile`,
    `${sum(({ lost }) => lost.length)} lost`,
    `${sum(({ doubled }) => doubled.length)} doubled`,
    `${sum(({ phantom }) => phantom.length)} phantom`,
    `${sum(({ altered }) => altered.length)} altered`,
    `${trials.filter(({ unfinished }) => unfinished !== null).length} unfinished`,
  ].join(', ')
}
