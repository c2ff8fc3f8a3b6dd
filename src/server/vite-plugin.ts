import { getRequestListener } from '@hono/node-server'
import { isRunnableDevEnvironment, type Plugin } from 'vite'
import type * as development from './development.ts'

type Handler = { fetch(request: Request): Response | Promise<Response> }

const entry = '/src/server/development.ts'

/**
 * Mounts the relay and the sandbox in Vite's development server.
 *
 * The handler is loaded by Vite's own module runner, not imported from here: a file imported from the configuration
 * would restart the whole server on each edit, and this way an edit applies to the next request.
 */
export function developmentServer(): Plugin {
  return {
    name: 'development-server',
    configureServer(server) {
      const environment = server.environments['ssr']
      if (!environment || !isRunnableDevEnvironment(environment))
        throw new Error('Vite has no module runner for the server')

      let loaded: unknown
      let handler: Handler | undefined
      const current = async (port: number): Promise<Handler> => {
        const module = await environment.runner.import<typeof development>(entry)
        // The sandbox keeps what was inserted into it until its code changes.
        if (module !== loaded || !handler) {
          loaded = module
          handler = module.createDevelopmentServer(process.env, port)
        }
        return handler
      }

      server.middlewares.use((request, response, next) => {
        if (!/^\/(?:api\/|sandbox\/|mail$|mail-with-images$)/.test(request.url ?? '')) return next()
        const port = request.socket.localPort ?? 0
        const listen = getRequestListener(async (r) => (await current(port)).fetch(r), { overrideGlobalObjects: false })
        void listen(request, response)
      })
    },
  }
}
