import { launchOptions } from './browser.mjs'
import { expect, test } from './support/test.ts'

const { args, ...launch } = launchOptions()
// A site whose name was pointed at this machine after the browser had loaded it.
test.use({ launchOptions: { ...launch, args: [...args, '--host-resolver-rules=MAP rebind.test 127.0.0.1'] } })

test('the relay passes the page’s reads to Close with the key that came along, and nothing else of the browser', async ({
  page,
  app,
  close,
  context,
}) => {
  await context.addCookies([{ name: 'session', value: 'secret', url: app.origin }])
  await page.goto('/')
  const authorization = `Basic ${btoa(`${close.apiKey}:`)}`
  const status = await page.evaluate(
    (headers) => fetch('/api/v1/me/?_fields=id', { headers }).then((response) => response.status),
    { authorization, 'x-close-explorer': '1' },
  )
  expect(status).toBe(200)
  expect(close.requests).toHaveLength(1)
  expect(close.requests[0]).toMatchObject({
    method: 'GET',
    target: '/api/v1/me/?_fields=id',
    headers: { authorization },
  })
  expect(Object.keys(close.requests[0]?.headers ?? {}).toSorted()).toEqual(
    [
      'accept',
      'accept-encoding',
      'accept-language',
      'authorization',
      'connection',
      'host',
      'sec-fetch-mode',
      'user-agent',
    ].toSorted(),
  )
  expect(app.printed()).toMatch(/relay GET \/me\/ 200 \d+ ms/)
  expect(app.printed()).not.toMatch(new RegExp(`${close.apiKey}|${authorization}|_fields|secret`))
})

test('nothing in Close can be changed through the relay', async ({ page, close, expectConsole }) => {
  expectConsole(/404|405/)
  await page.goto('/')
  const headers = { authorization: `Basic ${btoa(`${close.apiKey}:`)}`, 'x-close-explorer': '1' }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const status = await page.evaluate(
      ([verb, sent]) =>
        fetch('/api/v1/lead/lead_1/', { method: verb, headers: sent }).then((response) => response.status),
      [method, headers] as const,
    )
    expect(status).toBe(405)
  }
  expect(close.requests).toEqual([])
})

test('a site whose name was pointed at this machine gets neither page nor data', async ({
  page,
  app,
  close,
  expectConsole,
}) => {
  expectConsole(/421|Cross-Origin-Opener-Policy/)
  const { port } = new URL(app.origin)
  const response = await page.goto(`http://rebind.test:${port}/`)
  expect(response?.status()).toBe(421)
  for (const path of ['/api/v1/me/', '/sandbox/api/v1/me/']) {
    const status = await page.evaluate(
      (address) =>
        fetch(address, { headers: { 'x-close-explorer': '1', authorization: 'Bearer x' } }).then((r) => r.status),
      path,
    )
    expect(status).toBe(421)
  }
  expect(close.requests).toEqual([])
})
