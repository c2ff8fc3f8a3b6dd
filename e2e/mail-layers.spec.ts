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

/** What a script tries, and what it gets in a document that is sandboxed as a message's is. */
const attempts: readonly (readonly [code: string, outcome: string])[] = [
  ['return parent.document.title', 'SecurityError'],
  ['parent.document.body.append("reached")', 'SecurityError'],
  ['return parent.secret', 'SecurityError'],
  ['return parent.localStorage.length', 'SecurityError'],
  ['return localStorage.length', 'SecurityError'],
  ['return sessionStorage.length', 'SecurityError'],
  ['return document.cookie', 'SecurityError'],
  ['return indexedDB.open("reached")', 'SecurityError'],
  ['return (await fetch("/layer/page")).text()', 'TypeError'],
  ['parent.history.back()', 'SecurityError'],
  ['top.location = "https://beacon.invalid/top"', 'SecurityError'],
  ['return open("https://beacon.invalid/popup")', 'null'],
  ['return confirm("reached")', 'false'],
  ['return prompt("reached")', 'null'],
  ['return alert("reached")', 'undefined'],
  [
    'const form = document.createElement("form"); form.action = "https://beacon.invalid/form"; document.body.append(form); return form.submit()',
    'undefined',
  ],
  [
    'const link = document.createElement("a"); link.href = "https://beacon.invalid/link"; link.target = "_blank"; document.body.append(link); return link.click()',
    'undefined',
  ],
]

/** Lets each script run in a frame of its own, and answers with what it got. */
function outcomesOf(page: Page, codes: readonly string[], sandbox: string | null): Promise<readonly string[]> {
  return page.evaluate(
    ({ codes, sandbox }) =>
      Promise.all(
        codes.map(
          (code) =>
            new Promise<string>((resolve) => {
              const frame = document.createElement('iframe')
              addEventListener('message', ({ source, data }) => {
                if (source === frame.contentWindow) resolve(String(data))
              })
              if (sandbox !== null) frame.setAttribute('sandbox', sandbox)
              frame.srcdoc = `<body><script>(async () => { ${code} })().then(String, ({ name }) => name).then((got) => parent.postMessage(got, '*'))</script>`
              document.body.append(frame)
            }),
        ),
      ),
    { codes, sandbox },
  )
}

test('with the sandbox alone, what runs is locked in: it says nothing, opens nothing, reads nothing and goes nowhere', async ({
  browser,
  app,
  expectConsole,
}) => {
  test.setTimeout(180_000)
  expectConsole(noise)
  const product = await productOf(app.origin)
  const reached: string[] = []
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

  await page.evaluate(() => Object.assign(globalThis, { secret: 'credential' }))
  // Without a sandbox the same scripts reach what they ask for.
  const readers = attempts
    .map(([code]) => code)
    .filter((code) => /^return (?:parent|local|document|\(await)/.test(code))
  expect(await outcomesOf(page, readers, null)).not.toContain('SecurityError')
  expect(await outcomesOf(page, ['return parent.secret'], null)).toEqual(['credential'])

  const codes = attempts.map(([code]) => code)
  expect(await outcomesOf(page, codes, 'allow-scripts')).toEqual(attempts.map(([, outcome]) => outcome))
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

test('a frame without scripts inside the message’s document would be out of reach of its own', async ({
  browser,
  app,
}) => {
  // Why the sandbox allows scripts at all: nobody could learn how tall a message is, nor which link was chosen.
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('**/layer/page', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto(`${app.origin}/layer/page`)
  const nested = (sandbox: string | null, content: string) =>
    `const frame = document.createElement('iframe'); ${sandbox === null ? '' : `frame.setAttribute('sandbox', '${sandbox}');`} ${content}
     const loaded = new Promise((resolve) => frame.addEventListener('load', resolve)); document.body.append(frame); await loaded
     return frame.contentDocument === null`
  const codes = [
    nested('allow-same-origin', "frame.srcdoc = '<p>message</p>'"),
    nested('allow-same-origin', ''),
    nested(null, ''),
  ]
  expect(await outcomesOf(page, codes, 'allow-scripts')).toEqual(['true', 'true', 'true'])
  expect(await outcomesOf(page, codes, null)).toEqual(['false', 'false', 'false'])
  await context.close()
})
