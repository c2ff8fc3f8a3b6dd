/** Each of the layers around a message alone, with the others off, in documents that exist only here. */
import type { Page } from 'playwright/test'
import { scriptPayload } from '#sandbox/dataset/hostile/hostile-mails.ts'
import { scriptPayloads } from '#sandbox/dataset/hostile/script-payloads.ts'
import { expect, test } from './support/test.ts'
import { touchEverything } from './support/touch.ts'

type Layer = 'none' | 'sanitizer' | 'sandbox' | 'policy'

const numbers = scriptPayloads.map((_, i) => i + 1)
const batches = Array.from({ length: Math.ceil(numbers.length / 24) }, (_, i) => numbers.slice(i * 24, i * 24 + 24))

interface Product {
  readonly document: string
  /** Its policy without the directive that makes the origin opaque, which belongs to another layer. */
  readonly policy: string
}

async function productOf(origin: string): Promise<Product> {
  const response = await fetch(`${origin}/mail`)
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain('sandbox allow-scripts;')
  return { document: await response.text(), policy: policy.replace('sandbox allow-scripts; ', '') }
}

/** A page with one frame per payload, protected by this layer only. */
async function show(
  page: Page,
  origin: string,
  layer: Layer,
  batch: readonly number[],
  product: Product,
): Promise<void> {
  await page.route('**/layer/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const html = { 'content-type': 'text/html; charset=utf-8' }
    if (pathname === '/layer/page')
      return route.fulfill({ headers: html, body: '<!doctype html><title>Layers</title><p id="beside">beside</p>' })
    const number = Number(pathname.split('/').pop())
    if (layer === 'sanitizer') return route.fulfill({ headers: html, body: product.document })
    return route.fulfill({
      headers: { ...html, ...(layer === 'policy' && { 'content-security-policy': product.policy }) },
      body: `<!doctype html><p>message</p>${scriptPayload(number)}`,
    })
  })
  await page.goto(`${origin}/layer/page`)
  await page.evaluate(
    ({ layer, messages }) => {
      for (const [number, html] of messages) {
        const frame = document.createElement('iframe')
        if (layer === 'sandbox') frame.setAttribute('sandbox', 'allow-scripts')
        addEventListener('message', ({ source, data, ports }) => {
          if (source === frame.contentWindow && data === 'mail-frame-ready')
            ports[0]?.postMessage({ html, images: true, attachments: [] })
        })
        frame.src = `/layer/frame/${number}`
        document.body.append(frame)
      }
    },
    { layer, messages: batch.map((number) => [number, scriptPayload(number)] as const) },
  )
  await Promise.all(
    page
      .frames()
      .slice(1)
      .map((frame) =>
        within(
          3000,
          frame.waitForLoadState('load').then(() => touchEverything(frame)),
        ),
      ),
  )
}

/** A payload may navigate its frame away, or for ever. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))
  await Promise.race([work.catch(() => {}), late])
  clearTimeout(timer)
}

const noise = /./

for (const layer of ['none', 'sanitizer', 'policy'] as const)
  test(`with ${layer === 'none' ? 'no layer most payloads run' : `the ${layer} alone no payload runs`}`, async ({
    browser,
    app,
    expectConsole,
  }) => {
    test.setTimeout(180_000)
    expectConsole(noise)
    const product = await productOf(app.origin)
    const ran = new Set<string>()
    for (const batch of batches) {
      const context = await browser.newContext({ ignoreHTTPSErrors: true })
      await context.exposeBinding('scriptRan', (_source, what: unknown) => void ran.add(String(what)))
      await context.addInitScript(() => {
        const tell = (what: unknown) => (globalThis as unknown as { scriptRan(what: unknown): void }).scriptRan(what)
        Object.assign(globalThis, { alert: tell })
      })
      const page = await context.newPage()
      await page.route('https://**', (route) => route.abort())
      await show(page, app.origin, layer, batch, product)
      await context.close()
    }
    // Some payloads are for other browsers, or older ones.
    if (layer === 'none') expect(ran.size).toBeGreaterThan(scriptPayloads.length * 0.6)
    else expect([...ran]).toEqual([])
  })

test('with the sandbox alone, what runs is locked in: it says nothing, opens nothing, reads nothing and goes nowhere', async ({
  browser,
  app,
  expectConsole,
}) => {
  test.setTimeout(180_000)
  expectConsole(noise)
  const product = await productOf(app.origin)
  const reached: string[] = []
  const attempts = [
    'alert(1);confirm(1);prompt(1)',
    'open("https://beacon.invalid/popup")',
    'parent.document.body.append("reached")',
    'parent.history.back()',
    'top.location = "https://beacon.invalid/top"',
    'document.title = localStorage.length',
    'document.cookie = "reached=1"',
    'const form = document.createElement("form"); form.action = "https://beacon.invalid/form"; document.body.append(form); form.submit()',
    'const link = document.createElement("a"); link.href = "https://beacon.invalid/link"; link.target = "_blank"; document.body.append(link); link.click()',
  ]
  const context = await browser.newContext()
  context.on('dialog', (dialog) => {
    reached.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  const page = await context.newPage()
  await page.route('https://**', (route) => {
    if (route.request().isNavigationRequest()) reached.push(route.request().url())
    return route.abort()
  })
  for (const batch of batches) await show(page, app.origin, 'sandbox', batch, product)
  expect(page.url()).toBe(`${app.origin}/layer/page`)

  for (const attempt of attempts) {
    await page.evaluate((code) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-scripts')
      frame.setAttribute('srcdoc', `<body><script>${code}</script>`)
      document.body.append(frame)
    }, attempt)
  }
  await page.waitForTimeout(300)
  expect(reached).toEqual([])
  expect(context.pages()).toHaveLength(1)
  expect(page.url()).toBe(`${app.origin}/layer/page`)
  expect(
    await page.evaluate(() => [
      document.cookie,
      document.querySelector('#beside')?.textContent,
      document.body.textContent.includes('reached'),
    ]),
  ).toEqual(['', 'beside', false])
  await context.close()
})
