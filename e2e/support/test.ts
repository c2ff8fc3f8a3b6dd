/**
 * The test every story extends: a server of its own, a stand-in for Close, and a page that may not complain.
 *
 *     test.use({ env: { SANDBOX_SIZE: '25001' } })
 *     test('…', async ({ page, sandbox, expectConsole }) => …)
 */
import { type ConsoleMessage, expect, test as base } from 'playwright/test'
import { type AppServer, startAppServer } from './app-server.ts'
import { type CloseStandIn, startCloseStandIn } from './close-stand-in.ts'
import { sandboxControl, type SandboxControl } from './sandbox-control.ts'

export { expect }

export interface StoryFixtures {
  /** Environment variables of the story's server, over the defaults: 5,000 activities, always the same. */
  readonly env: Readonly<Record<string, string>>
  /** The story's own server. `page.goto('/')` goes there. */
  readonly app: AppServer
  /** Stands in for Close behind the relay. */
  readonly close: CloseStandIn
  /** Faults and changes of the story's sandbox. */
  readonly sandbox: SandboxControl
  /** Says that the page's console may complain in these words; any other complaint fails the story. */
  readonly expectConsole: (words: RegExp) => void
}

const defaults = { SANDBOX_SIZE: '5000', SANDBOX_SEED: '1' }

export const test = base.extend<StoryFixtures>({
  env: [{}, { option: true }],

  close: async ({ env }, use) => {
    const close = await startCloseStandIn({ ...defaults, ...env, SANDBOX_SEED: '4242' })
    await use(close)
    await close.stop()
  },

  app: async ({ env, close }, use, testInfo) => {
    const app = await startAppServer({ ...defaults, ...env, CLOSE_API_ORIGIN: close.origin })
    await use(app)
    await app.stop()
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('server', { body: app.printed() })
  },

  // Nobody can be asked where to save in a browser without a screen, and it may take long to say so. Without the question an
  // export is a download, as in browsers that have none. A story's own question stays.
  context: async ({ context }, use) => {
    await context.addInitScript(() => {
      for (const name of ['showSaveFilePicker', 'showDirectoryPicker'])
        if (String(Reflect.get(globalThis, name)).includes('[native code]')) Reflect.deleteProperty(globalThis, name)
    })
    await use(context)
  },

  baseURL: async ({ app }, use) => use(app.origin),

  sandbox: async ({ app }, use) => use(sandboxControl(app.origin)),

  expectConsole: [
    async ({ context }, use) => {
      const expected: RegExp[] = []
      const complaints: string[] = []
      const complain = (words: string) => complaints.push(words)
      context.on(
        'console',
        (message) => isComplaint(message) && complain(`${message.text()} (${message.location().url})`),
      )
      context.on('weberror', (problem) => complain(String(problem.error())))
      await use((words) => expected.push(words))
      expect(complaints.filter((words) => !expected.some((pattern) => pattern.test(words)))).toEqual([])
    },
    { auto: true },
  ],
})

/** Violations of the content policy arrive as console errors. What the policy of the mail frame keeps out is its work. */
function isComplaint(message: ConsoleMessage): boolean {
  const isRefusedMail =
    /\/mail(?:-with-images)?$/.test(message.location().url) && message.text().includes('Content Security Policy')
  // Axe speaks to every frame as if it had the page's origin; the mail frame has none.
  const isOfAxe = /postMessage.*recipient window's origin \('null'\)/.test(message.text())
  return (message.type() === 'error' || message.type() === 'warning') && !isRefusedMail && !isOfAxe
}
