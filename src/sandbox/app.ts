import { readCredential } from './auth.ts'
import { readCall } from './call.ts'
import { type SandboxOptions, settingsOf } from './options.ts'
import { createLimiter, endpointGroup, rateHeader, rateRefusal } from './rate.ts'
import { answer, pathNotFound, Refusal, unauthorized } from './refusal.ts'
import { createRouter } from './routes/router.ts'
import { createWorld } from './world.ts'

export { optionsFromEnv, type SandboxOptions } from './options.ts'
export { lenient, strictest, type Strictness } from './strictness.ts'

export interface Sandbox {
  fetch(request: Request): Promise<Response>
}

/** An imitation of the Close API behind one fetch handler. The same options give the same answers. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = settingsOf(options)
  const world = createWorld(settings.seed, settings.size, settings.clock() * 1000)
  const limiter = createLimiter(settings.rate, settings.rateClock)
  const route = createRouter({
    world, strictness: settings.strictness, now: settings.clock,
    skipCeiling: () => settings.skipCeiling, maximumLimit: (usual) => usual, noteUnknown: () => {},
  })
  return {
    async fetch(request) {
      if (!new URL(request.url).pathname.startsWith(`${settings.basePath}/`)) return answer(pathNotFound)
      const call = await readCall(request, settings.basePath)
      if (call instanceof Refusal) return answer(call)
      const credential = readCredential(call.headers.get('authorization'))
      const group = endpointGroup(call.method, call.path)
      const allowance = limiter.take(credential?.secret ?? '', group)
      if (allowance.exceeded) return answer(rateRefusal(allowance.reset, allowance.limit, settings.rate?.windowSeconds ?? 1, group))
      const response = credential === null ? answer(unauthorized) : await route(call)
      response.headers.set('RateLimit', rateHeader(allowance))
      return response
    },
  }
}
