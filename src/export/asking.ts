/**
 * How an export asks: behind whoever looks at the screen, held back by the pause gate, counted, and past a credential that
 * expired, once there is another one of the same organization.
 */
import { fetchActivityPage } from '#client/activity-pages.ts'
import type { CloseClient, RequestOptions } from '#client/close-client.ts'
import { fetchMe } from '#client/directory.ts'
import { CloseError } from '#client/errors.ts'
import { inBackground } from '#client/in-background.ts'
import type { ActivityPage } from '#core/close/wire.ts'
import type { PageRequest } from '#core/query/walk.ts'
import type { PauseGate } from './pause-gate.ts'
import type { PauseReason } from './receipt.ts'

interface Needs {
  readonly client: CloseClient
  readonly gate: PauseGate | undefined
  readonly organizationId: string | null
  readonly signal: AbortSignal
  /** Called when something of what can be read here has changed. */
  readonly onChange: () => void
}

export interface Asking {
  /** For names and the like. */
  readonly client: CloseClient
  readonly page: (request: PageRequest, signal: AbortSignal) => Promise<ActivityPage>
  readonly counts: { requests: number; retries: number; waits: number }
  /** Why it is paused without having been asked to. */
  readonly reason: () => PauseReason | null
  /** Whether it is paused and nothing is under way any more. */
  readonly isPaused: () => boolean
}

export function createAsking({ client, gate, organizationId, signal, onChange }: Needs): Asking {
  const counts = { requests: 0, retries: 0, waits: 0 }
  let underWay = 0
  let reason: PauseReason | null = null
  /** Counts credentials: a refusal of the former one says nothing of the next. */
  let era = 0
  let reconnecting: Promise<void> | null = null

  const onRepeat: RequestOptions['onRepeat'] = (why) => {
    counts[why === 'failed' ? 'retries' : 'waits'] += 1
  }

  async function cleared(own: AbortSignal): Promise<void> {
    await gate?.ready(own)
    if (!reconnecting) return
    await reconnecting
    await cleared(own)
  }

  /** Asks until the answer is about something else than the credential. */
  async function guarded<Answer>(own: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      await cleared(own)
      const before = era
      underWay += 1
      try {
        return await ask()
      } catch (error) {
        if (!gate || !isUnauthorized(error)) throw error
      } finally {
        underWay -= 1
        if (gate?.paused) onChange()
      }
      if (before === era) await reconnected(gate)
    }
  }

  function reconnected(gate: PauseGate): Promise<void> {
    reconnecting ??= reconnect(gate).finally(() => {
      reconnecting = null
      onChange()
    })
    return reconnecting
  }

  async function reconnect(gate: PauseGate): Promise<void> {
    for (let why: PauseReason | null = 'unauthorized'; why !== null; why = await objection()) {
      reason = why
      gate.pause()
      onChange()
      await gate.ready(signal)
    }
    reason = null
    era += 1
  }

  /** What speaks against the credential that there is now. */
  async function objection(): Promise<PauseReason | null> {
    if (organizationId === null) return null
    try {
      const { organization } = await fetchMe(client, signal)
      return organization.id === organizationId ? null : 'other-organization'
    } catch (error) {
      if (isUnauthorized(error)) return 'unauthorized'
      throw error
    }
  }

  const background = inBackground(client)
  const shared: CloseClient = {
    ...client,
    get: (path, parameters, options) =>
      guarded(options?.signal ?? signal, () => background.get(path, parameters, { ...options, onRepeat })),
    post: (path, body, options) =>
      guarded(options?.signal ?? signal, () => background.post(path, body, { ...options, onRepeat })),
  }

  return {
    client: shared,
    async page(request, own) {
      const page = await fetchActivityPage(shared, request, own)
      counts.requests += 1
      return page
    },
    counts,
    reason: () => reason,
    isPaused: () => gate !== undefined && gate.paused && underWay === 0,
  }
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof CloseError && error.kind === 'unauthorized'
}
