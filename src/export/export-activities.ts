/** Writes every activity of a plan to files, whatever is on screen. */
import { describeRefinements } from '#core/query/describe-refinements.ts'
import { extensionOf } from '#core/csv/file-format.ts'
import { formatInstant } from '#core/query/timestamp.ts'
import { fileNameOf, partialName } from './file-name.ts'
import type { ExportNeeds } from './needs.ts'
import { questionOf } from './question.ts'
import type { FileReceipt, Receipt, VerifyReceipt } from './receipt.ts'
import { refusalOf } from './resume.ts'
import { startRun, type Run } from './run.ts'
import { doubtOf } from './signs.ts'
import { anomaliesOf } from './tally.ts'

export type { ReadyPlan } from '#core/query/plan.ts'
export type { ExportNeeds } from './needs.ts'

/**
 * Walks the whole plan as of now and writes it, in whole lines. Never rejects: an abort, an error of Close's, or one of the
 * sink's ends in a receipt that says `partial` and why, over files that hold what was written until then.
 */
export async function exportActivities(needs: ExportNeeds): Promise<Receipt> {
  const { query, plan, context, saved, profile, clock } = needs
  const startedAt = saved?.startedAt ?? clock.now()
  const lead = query.leadIds.length === 1 ? context.names.lead(query.leadIds[0] ?? '') : undefined
  const { timeZone } = context
  const extension = extensionOf(profile)
  const fileName = fileNameOf({ query, stream: plan.streams[0], timeZone, takenAt: startedAt, lead, extension })
  const run = startRun(needs, startedAt, fileName)
  const stopped = await failureOf(refusalOf(needs), run.write)
  const why = stopped === null ? (doubtOf(run.tally) ?? run.doubt()) : reasonOf(stopped.error, needs.signal)
  if (stopped) await failureOf(null, run.keep)
  const verify = why === null ? await run.verify() : run.unverified()
  return finish(needs, run, { startedAt, fileName, why, error: stopped?.error ?? null, verify })
}

interface Ending {
  readonly startedAt: number
  readonly fileName: string
  readonly why: string | null
  readonly error: unknown
  readonly verify: VerifyReceipt | null
}

async function finish(needs: ExportNeeds, run: Run, ending: Ending): Promise<Receipt> {
  const isPartial = ending.why !== null
  const { files, failure } = await filesOf(run, isPartial)
  const recount = failure === null ? run.contradiction() : `The file could not be finished: ${wordsOf(failure)}`
  const why = ending.why ?? recount
  const { rows, duplicates, late, refined, replaced, cut, first, last } = run.tally
  const { query, context } = needs
  return {
    rows,
    duplicates,
    late,
    refined,
    replaced,
    cut,
    first,
    last,
    ...run.counts(),
    status: why === null ? 'complete' : 'partial',
    why,
    error: ending.error ?? failure,
    refinements: describeRefinements(query, context.names).map(({ text }) => text),
    anomalies: anomaliesOf(run.tally),
    asOf: formatInstant(run.asOf() ?? Math.floor(ending.startedAt / 1000)),
    fileName: files.at(-1)?.name ?? (isPartial ? partialName(ending.fileName) : ending.fileName),
    files,
    windows: run.windows(),
    verify: ending.verify,
    about: questionOf(needs),
  }
}

async function filesOf(run: Run, isPartial: boolean): Promise<{ files: readonly FileReceipt[]; failure: unknown }> {
  try {
    return { files: await run.finish(isPartial), failure: null }
  } catch (error) {
    return { files: [], failure: error ?? new Error('stopped') }
  }
}

/** What a step rejects with, or what speaks against beginning it. */
async function failureOf(
  refusal: string | null,
  step: () => Promise<void>,
): Promise<{ readonly error: unknown } | null> {
  if (refusal !== null) return { error: new Error(refusal) }
  try {
    await step()
    return null
  } catch (error) {
    return { error: error ?? new Error('stopped') }
  }
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  return signal.aborted ? 'The export was cancelled.' : wordsOf(error)
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
