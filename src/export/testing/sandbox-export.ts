/** An export from a sandbox in this process, with time that passes at once. */
import { createCloseClient } from '#client/close-client.ts'
import { toColumns } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { emptyQuery } from '#core/query/activity-query.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { createTestClock } from '#lib/test-clock.ts'
import { createSandbox, type SandboxOptions } from '#sandbox/app.ts'
import type { Checkpoint } from '#export/checkpoint.ts'
import { exportActivities, type ExportNeeds } from '#export/export-activities.ts'
import { createMemorySink } from '#export/memory-sink.ts'
import type { Receipt } from '#export/receipt.ts'
import type { Tuning } from '#export/windows.ts'

export const noon = Date.UTC(2026, 10, 24, 12)

/** Many windows from few rows. */
export const small: Partial<Tuning> = { pageRows: 10, windowPages: 6, leastPages: 2, checkpointPages: 1 }

export const wholeList: Stream = {
  path: '/activity/',
  parameters: [],
  sort: 'date_created',
  from: null,
  until: null,
  limit: 100,
}

export function connect(
  options: SandboxOptions,
  answer?: (request: Request, pass: () => Promise<Response>) => Promise<Response>,
) {
  const clock = createTestClock(noon)
  const sandbox = createSandbox({ clock: () => noon, rateClock: () => clock.now(), liveEvery: 0, ...options })
  const pass = (request: Request) => sandbox.fetch(request)
  const client = createCloseClient({
    fetch: clock.holding((request) => answer?.(request, () => pass(request)) ?? pass(request)),
    baseUrl: 'http://localhost/sandbox/api/v1',
    credential: () => ({ kind: 'api-key', secret: 'api_sandbox' }),
    clock,
  })
  return { client, clock, sandbox }
}

export type Connected = ReturnType<typeof connect>

export interface Exported {
  readonly receipt: Receipt
  readonly text: string
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly checkpoints: readonly { readonly saved: Checkpoint; readonly text: string }[]
}

/** @param before The file that an earlier run has left, cut to where its checkpoint says. */
export async function exported(
  { client, clock }: Pick<Connected, 'client' | 'clock'>,
  over: Partial<ExportNeeds> = {},
  before = '',
): Promise<Exported> {
  const sink = createMemorySink(before)
  const checkpoints: { saved: Checkpoint; text: string }[] = []
  const receipt = await exportActivities({
    client,
    plan: { status: 'ready', streams: [wholeList] },
    query: emptyQuery,
    columns: toColumns(['id', 'time', 'type']),
    profile: 'exact',
    context: { names: idOnlyNames, timeZone: 'Europe/Berlin', locale: 'en-GB', sort: 'date_created' },
    sink,
    signal: new AbortController().signal,
    onProgress: () => {},
    onCheckpoint: async (checkpoint) => {
      const saved: Checkpoint = JSON.parse(JSON.stringify(checkpoint))
      const bytes = new TextEncoder().encode(sink.present()).slice(0, saved.bytes)
      checkpoints.push({ saved, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) })
    },
    clock,
    tuning: small,
    ...over,
  })
  return { receipt, text: sink.text(), files: sink.files(), checkpoints }
}
