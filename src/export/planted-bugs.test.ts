/** The judge of the soak is itself judged: it catches every exporter with a known mistake, and none without. */
import { expect, test } from 'vitest'
import { isClean } from './testing/oracle.ts'
import { bugs, plantedExporter, type Bug } from './testing/planted.ts'
import { runTrial } from './testing/trial.ts'

const seeds = Array.from({ length: 20 }, (_, index) => 1000 + index)

/** Each is one more chance to complain without a reason; the soak takes them all. */
const innocent = process.env['SOAK_RUNS'] === undefined ? seeds.slice(0, 8) : seeds

async function caught(bug: Bug | null): Promise<number | null> {
  for (const seed of bug ? seeds : innocent) if (!isClean(await runTrial(seed, plantedExporter(bug)))) return seed
  return null
}

test('an exporter without a mistake is not complained of', async () => {
  expect(await caught(null)).toBeNull()
}, 60_000)

test('there are at least twenty mistakes', () => {
  expect(Object.keys(bugs).length).toBeGreaterThanOrEqual(20)
})

test.each(Object.entries(bugs))(
  'an exporter is caught where %s: %s',
  async (name) => {
    const bug = Object.keys(bugs).find((key): key is Bug => key === name)
    expect(await caught(bug ?? null)).not.toBeNull()
  },
  60_000,
)
