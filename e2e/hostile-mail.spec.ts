/** The hostile lead: whatever a message tries, nothing of it runs, nothing leaves, nothing outside its frame changes. */
import type { Page, Request } from 'playwright/test'
import { launchOptions } from './browser.mjs'
import { type Beacon, startBeacon } from './support/beacon.ts'
import { mailFrames, mailLead, openMessage } from './support/mail.ts'
import { expect, test as base } from './support/test.ts'
import { touchEverything } from './support/touch.ts'

const test = base.extend<object, { beacon: Beacon }>({
  beacon: [
    // oxlint-disable-next-line no-empty-pattern -- fixtures are told by their parameters
    async ({}, use) => {
      const beacon = await startBeacon()
      await use(beacon)
      await beacon.stop()
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ beacon }, use) => {
      const options = launchOptions()
      await use({ ...options, args: [...options.args, beacon.browserArgument] })
    },
    { scope: 'worker' },
  ],
})

// News would put a button among the others, and that is no message's doing.
test.use({ env: { SANDBOX_LIVE_EVERY: '0' } })

/** Says when a script of a message ran: such scripts call `alert`, in whatever frame they are. */
async function watchScripts(page: Page): Promise<string[]> {
  const ran: string[] = []
  await page.context().exposeBinding('scriptRan', (_source, what: unknown) => void ran.push(String(what)))
  await page.addInitScript(() => {
    const tell = (what: unknown) => (globalThis as unknown as { scriptRan(what: unknown): void }).scriptRan(what)
    Object.assign(globalThis, { alert: tell, confirm: tell, prompt: tell, print: tell })
  })
  page.on('dialog', (dialog) => {
    ran.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  return ran
}

const ownPaths = /^\/(?:$|assets\/|favicon\.svg$|theme\.js$|mail$|mail-with-images$|sandbox\/api\/v1\/)/

/** Requests that went anywhere but to the page's own parts and the API, or that a message's frame made at all. */
function watchRequests(page: Page, origin: string): string[] {
  const strange: string[] = []
  const look = (request: Request) => {
    const url = new URL(request.url())
    if (url.protocol === 'data:' || url.protocol === 'about:') return
    const isOwn = url.origin === origin && ownPaths.test(url.pathname)
    const isFrameItself = request.isNavigationRequest() && url.pathname.startsWith('/mail')
    const isByPage = request.frame() === page.mainFrame()
    if (!isOwn || !(isByPage || isFrameItself)) strange.push(`${request.method()} ${request.url()}`)
  }
  page.on('requestfinished', look)
  // What the policy refused is reported as failed; it never left.
  page.on('requestfailed', (request) => {
    if (!/csp|BLOCKED|ABORTED/i.test(request.failure()?.errorText ?? '')) look(request)
  })
  return strange
}

/** What a message must not change: where the page is, what stands in it, and where. */
function surroundings(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const box = (selector: string) => {
      const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      return [selector, x, y, width, height].join(' ')
    }
    return {
      path: location.pathname,
      title: document.title,
      body: [...document.body.children].map((child) => `${child.tagName}#${child.id}`),
      boxes: ['header', 'form[role=search], [role=search]', '[role=grid], [role=treegrid]', 'aside'].map(box),
      scroll: [scrollX, scrollY],
    }
  })
}

/** The same, once everything that loads after the first rows is there. */
async function settledSurroundings(page: Page): Promise<unknown> {
  await page.waitForLoadState('networkidle')
  let last: unknown
  await expect(async () => {
    const before = last
    last = await surroundings(page)
    expect(last).toEqual(before)
  }).toPass()
  return last
}

// The frame's policy says what it refused, and that is what it is for.
const refusals =
  /Content Security Policy|violates the following|Blocked script execution|sandboxed|Refused to|ERR_BLOCKED|net::ERR_|frame-ancestors|autofocus|was preloaded|Unrecognized|parsing|Ignored|Error with/i

const parts = [0, 1, 2, 3]

for (const part of parts)
  test(`nothing of a hostile message runs, leaves or spreads, part ${part + 1} of ${parts.length}`, async ({
    page,
    app,
    sandbox,
    beacon,
    expectConsole,
  }) => {
    test.setTimeout(240_000)
    expectConsole(refusals)
    const knocksBefore = beacon.knocks.length
    const ran = await watchScripts(page)
    const strange = watchRequests(page, app.origin)
    const popups: string[] = []
    page.context().on('page', (popup) => popups.push(popup.url()))

    const lead = await mailLead(sandbox, 'Hostile Mail Test Co')
    const messages = lead.messages.filter((_, i) => i % parts.length === part)
    expect(messages.length).toBeGreaterThan(60)
    await page.goto(`/?lead_id=${lead.id}&open=${messages[0]!.id}`)
    await openMessage(page, lead, messages[0]!)
    await expect(page.locator('[data-activity-id]').first()).toBeVisible()
    const before = await settledSurroundings(page)
    const after: Record<string, unknown> = {}
    let drawn = 0
    for (const message of messages) {
      await openMessage(page, lead, message)
      const unfold = page.getByRole('button', { name: 'Show quoted text' })
      if (await unfold.isVisible()) await unfold.click()
      for (const frame of await mailFrames(page)) drawn += Number((await touchEverything(frame)) > 0)
      after[message.subject] = await surroundings(page)
    }
    expect(drawn).toBeGreaterThan(messages.length * 0.8)
    expect(ran).toEqual([])
    expect(strange).toEqual([])
    expect(popups).toEqual([])
    for (const [subject, now] of Object.entries(after)) expect(now, subject).toEqual(before)
    expect(beacon.knocks.slice(knocksBefore)).toEqual([])
  })
