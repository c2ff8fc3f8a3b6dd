/** Starts an export from this page, or goes on with one. */
import { useQueryClient } from '@tanstack/react-query'
import { createCloseClient, type CloseClient } from '#client/close-client.ts'
import type { Checkpoint } from '#export/checkpoint.ts'
import { extensionOf } from '#core/csv/file-format.ts'
import { chooseTarget, type Target } from '#export/delivery/target.ts'
import { fileNameOf } from '#export/file-name.ts'
import type { ExportJob, NamesData } from '#export/job.ts'
import { basePaths, sandboxCredential } from '#explorer/connection/access.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { createLooks } from '#explorer/names/looks.ts'
import { createNameStore, emptyNameStore } from '#explorer/names/name-store.ts'
import { systemClock } from '#lib/clock.ts'
import { startExport } from './run-export.ts'

/** Kinds that come as whole lists: an export learns the names of leads and contacts by itself. */
const listed = ['user', 'activityType', 'customField', 'outcome', 'leadStatus'] as const

export type Shape = Pick<ExportJob, 'query' | 'plan' | 'profile' | 'timeZone' | 'rowsPerFile'>

export interface Starter {
  /** Asks where to save; call it from a click, before anything else. Null when the person dismisses the question. */
  readonly ask: (shape: Shape) => Promise<Target | null>
  readonly start: (job: ExportJob, target: Target, saved: Checkpoint | null) => Promise<void>
  /** Puts what an earlier visit wrote into a file. */
  readonly onlyEnd: (job: ExportJob, target: Target, saved: Checkpoint) => void
}

export function useStarter(): Starter {
  const cache = useQueryClient()
  const { query, client, connection, nameStore } = useExplorer()

  function clientOf({ query: { source } }: ExportJob): CloseClient | null {
    if (source === query.source) return client
    return source === 'close' ? connection.client() : newSandboxClient()
  }

  async function namesOf(job: ExportJob, from: CloseClient | null): Promise<NamesData> {
    if (!from) return emptyNameStore.known()
    const { source } = job.query
    const store =
      source === query.source
        ? nameStore
        : createNameStore({ looks: createLooks({ client: from, cache, source }), later: () => undefined })
    await store.load(listed)
    return store.known()
  }

  return {
    ask: ({ query, plan, profile, timeZone, rowsPerFile }) =>
      chooseTarget({
        suggestedName: suggestedName(
          fileNameOf({ query, stream: plan.streams[0], timeZone, takenAt: Date.now() }),
          profile,
        ),
        profile,
        several: rowsPerFile !== null,
      }),
    async start(job, target, saved) {
      const from = clientOf(job)
      const names = await namesOf(job, from)
      startExport({ job, saved, names, target, connection, log: from?.requests ?? null })
    },
    onlyEnd(job, target, saved) {
      startExport({ job, saved, names: emptyNameStore.known(), target, connection, log: null, onlyEnd: true })
    },
  }
}

function newSandboxClient(): CloseClient {
  return createCloseClient({
    fetch: (request) => globalThis.fetch(request),
    baseUrl: basePaths.sandbox,
    credential: () => sandboxCredential,
    clock: systemClock,
  })
}

function suggestedName(name: string, profile: ExportJob['profile']): string {
  return name.replace(/\.\w+$/, extensionOf(profile))
}
