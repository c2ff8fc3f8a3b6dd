import { type Context, Hono } from 'hono'
import type { Call } from '#sandbox/call.ts'
import { answer, methodNotAllowed, pathNotFound } from '#sandbox/refusal.ts'
import { activityRoutes } from './activities.ts'
import type { Route, RouteContext } from './context.ts'
import { leadRoutes } from './leads.ts'
import { peopleRoutes } from './people.ts'
import { search } from './search.ts'
import { setupRoutes } from './setup.ts'

interface Env {
  Bindings: { call: Call }
}

/** Answers calls by path and method. */
export function createRouter(context: RouteContext): (call: Call) => Promise<Response> {
  const app = new Hono<Env>({ strict: true })
  const run = (route: Route) => (c: Context<Env>) => answer(route(c.env.call, c.req.param()))
  for (const [path, route] of [
    ...activityRoutes(context),
    ...leadRoutes(context),
    ...peopleRoutes(context),
    ...setupRoutes(context),
  ]) {
    app.get(path, run(route))
    app.all(path, () => answer(methodNotAllowed))
  }
  app.post(
    '/data/search/',
    run((call) => search(call, context)),
  )
  app.all('/data/search/', () => answer(methodNotAllowed))
  app.notFound(() => answer(pathNotFound))
  // Hono sees the call after its override was undone, so the request is told anew.
  return async (call) => app.fetch(new Request(`http://sandbox${call.path}`, { method: call.method }), { call })
}
