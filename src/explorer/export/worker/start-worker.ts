/** The export's worker, as the page holds it. */
// oxlint-disable-next-line import/default -- what the bundler makes of it has one
import workerAddress from './export-worker.ts?worker&url'
import type { FromWorker, ToWorker } from './messages.ts'

export interface ExportWorker {
  readonly send: (message: ToWorker) => void
  readonly end: () => void
}

interface Policy {
  readonly createScriptURL: (address: string) => string
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: Policy) => Policy
}

function isFactory(value: unknown): value is PolicyFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}

/** The page's policy (server/security-headers.ts) lets a worker start from this address alone. */
function trusted(address: string): string {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes')
  if (!isFactory(factory)) return address
  policy ??= factory.createPolicy('export-worker', {
    createScriptURL(asked) {
      if (asked !== workerAddress) throw new TypeError('Not the address of the export.')
      return asked
    },
  })
  return policy.createScriptURL(address)
}

let policy: Policy | null = null

/** Messages sent before it listens wait for it. */
export function startWorker(hear: (message: FromWorker) => void): ExportWorker {
  const worker = new Worker(trusted(workerAddress), { type: 'module', name: 'export' })
  const waiting: ToWorker[] = []
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
  const post = (message: ToWorker) => worker.postMessage(message)
  let ready = false
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind !== 'ready') return hear(data)
    ready = true
    for (const message of waiting.splice(0)) post(message)
  })
  worker.addEventListener('error', () =>
    hear({ kind: 'failed', reason: 'The export could not be started. Reload the page.' }),
  )
  return {
    send(message) {
      if (ready) post(message)
      else waiting.push(message)
    },
    end: () => worker.terminate(),
  }
}
