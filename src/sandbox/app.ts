import { createTail } from '#sandbox/dataset/tail.ts'
import type { Fault } from '#sandbox/faults/catalogue.ts'
import { FaultBox, pause } from '#sandbox/faults/fault-box.ts'
import { createRouter } from '#sandbox/routes/router.ts'
import { readCredential } from './auth.ts'
import { type Call, readCall, withTrailingSlash } from './call.ts'
import { control } from './control.ts'
import { Journal } from './journal.ts'
import { type Landmarks, landmarksOf } from './landmarks.ts'
import { type SandboxOptions, settingsOf } from './options.ts'
import { createLimiter, endpointGroup, rateHeader, rateRefusal } from './rate.ts'
import { answer, pathNotFound, Refusal, unauthorized } from './refusal.ts'
import { createTruth, type Truth } from './truth.ts'
import { createWorld } from './world.ts'

export type { LoggedRequest, UnknownParameter } from './journal.ts'
export type { Landmarks } from './landmarks.ts'
export { optionsFromEnv, type SandboxOptions } from './options.ts'
export { strictest, type Strictness } from './strictness.ts'
export type { Change, Fact, Truth } from './truth.ts'
export type { NewActivity } from './edits.ts'

export interface Sandbox {
  /** Answers everything below the API's base path, and the control endpoint. */
  fetch(request: Request): Promise<Response>
  /** The raw facts, for tests. */
  readonly truth: Truth
  /** Where the notable things are. */
  readonly landmarks: Landmarks
  /** What was asked so far. */
  readonly journal: Pick<Journal, 'requests' | 'unknownParameters'>
}

/** An imitation of the Close API behind one fetch handler. The same options give the same answers. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = settingsOf(options)
  const { clock, basePath, rate, strictness } = settings
  const world = createWorld(settings.seed, settings.size, clock() * 1000)
  const journal = new Journal()
  const tail = createTail(world, settings.liveEvery)
  const advance = (): void => truth.noteInserted(tail.advance(clock() * 1000))
  const truth = createTruth(world, { requests: () => journal.begun, now: clock, advance: () => advance() })
  const box = new FaultBox(world, truth, clock)
  const limiter = createLimiter(rate, settings.rateClock)
  const route = createRouter({
    world,
    strictness,
    now: clock,
    skipCeiling: () => box.skipCeiling ?? settings.skipCeiling,
    maximumLimit: (usual) => Math.min(usual, box.limitCeiling ?? usual),
    noteUnknown: (path, names) => journal.noteUnknown(path, names),
  })
  let landmarks: Landmarks | null = null
  const knownLandmarks = (): Landmarks => (landmarks ??= landmarksOf(world))
  const controlPath = `${basePath.replace(/\/api\/v1$/, '')}/control`
  // What happened today before the start belongs to the beginning, not to the history.
  tail.advance(clock() * 1000)

  const askApi = async (call: Call): Promise<Response> => {
    const credential = readCredential(call.headers.get('authorization'))
    const group = endpointGroup(call.method, call.path)
    const allowance = limiter.take(credential?.secret ?? '', group)
    if (allowance.exceeded)
      return answer(rateRefusal(allowance.reset, allowance.limit, rate?.windowSeconds ?? 1, group))
    const response = credential === null ? answer(unauthorized) : await route(call)
    if (rate !== null) response.headers.set('RateLimit', rateHeader(allowance))
    return response
  }

  const answerCall = async (call: Call, faults: readonly Fault[], signal: AbortSignal): Promise<Response> => {
    if (settings.latency > 0) await pause(settings.latency, signal)
    advance()
    const response = await box.answer(faults, signal, () => askApi(call))
    const { method, path, parameters } = call
    journal.log({
      method,
      path,
      search: parameters.toString(),
      status: response.status,
      fault: faults[0]?.name ?? null,
      at: clock(),
    })
    return response
  }

  return {
    truth,
    journal,
    get landmarks() {
      return knownLandmarks()
    },
    async fetch(request) {
      const { pathname } = new URL(request.url)
      if (withTrailingSlash(pathname).startsWith(`${controlPath}/`)) {
        return control(request, withTrailingSlash(pathname.slice(controlPath.length)), {
          box,
          truth,
          journal,
          landmarks: knownLandmarks,
          now: clock,
        })
      }
      if (!pathname.startsWith(`${basePath}/`)) return answer(pathNotFound)
      journal.begun++
      const call = await readCall(request, basePath)
      return call instanceof Refusal ? answer(call) : answerCall(call, box.meet(call), request.signal)
    },
  }
}
