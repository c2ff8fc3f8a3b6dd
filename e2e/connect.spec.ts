import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expectExportGreyed } from './support/export.ts'
import { paste } from './support/greyed.ts'
import { formsOf, watchForSecrets } from './support/secrets.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_LIVE_EVERY: '0' }, permissions: ['clipboard-read', 'clipboard-write'] })

/** What the relay may pass on, and what Node adds to any request. */
const passedOn = new Set([
  'authorization',
  'accept',
  'content-type',
  'content-length',
  'x-tz-offset',
  'host',
  'connection',
  'user-agent',
  'accept-language',
  'accept-encoding',
  'sec-fetch-mode',
])

test('with a key, the page shows who is connected and the activities of their organization', async ({
  page,
  app,
  close,
  context,
}) => {
  await context.addCookies([{ name: 'session', value: 'not-for-close', url: app.origin }])
  const explorer = new Explorer(page)
  await explorer.open('resource=note')
  await explorer.settled()
  const asked: { readonly url: string; readonly authorization: string }[] = []
  page.on('request', (request) =>
    asked.push({ url: request.url(), authorization: request.headers()['authorization'] ?? '' }),
  )
  await connect(page, close.apiKey)

  const organization = await close.control()
  const me = (await organization.get('/me/')) as {
    readonly first_name: string
    readonly last_name: string
    readonly organizations: readonly { readonly name: string }[]
  }
  await expect(page.getByText(`${me.first_name} ${me.last_name} · ${me.organizations[0]?.name}`)).toBeVisible()
  await expect.poll(() => explorer.address()).toBe('source=close&resource=note')
  await explorer.settled()
  const { data } = (await organization.get('/activity/note/?_limit=5')) as { data: readonly { readonly id: string }[] }
  await expect(explorer.row(4)).toBeVisible()
  expect([...(await explorer.drawnRows()).values()].slice(0, 5)).toEqual(data.map(({ id }) => id))
  await expectAccessible(page)

  const authorization = `Basic ${btoa(`${close.apiKey}:`)}`
  const firstNotes = asked.findIndex(({ url }) => url.includes('/api/v1/activity/note/') && !url.includes('/sandbox/'))
  expect(firstNotes).toBeGreaterThanOrEqual(0)
  expect(asked.slice(firstNotes).filter(({ url }) => url.includes('/sandbox/'))).toEqual([])
  for (const { url, authorization: sent } of asked) {
    if (url.includes('/sandbox/')) expect(sent).not.toBe(authorization)
    else if (url.includes('/api/')) expect(sent).toBe(authorization)
  }
  expect(close.requests.map(({ target }) => target)).toContainEqual(expect.stringMatching(/^\/api\/v1\/me\//))
  for (const { headers } of close.requests) {
    expect(Object.keys(headers).filter((name) => !passedOn.has(name))).toEqual([])
    expect(headers.authorization).toBe(authorization)
    expect(JSON.stringify(headers)).not.toContain('not-for-close')
  }
})

test('what a paste puts around a key is mended', async ({ page, close }) => {
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.settled()
  const middle = close.apiKey.length / 2
  const forms: readonly (readonly [pasted: string, scheme: string])[] = [
    [`  ${close.apiKey}  `, 'Basic'],
    [`"${close.apiKey}"`, 'Basic'],
    [`${close.apiKey.slice(0, middle)}\n${close.apiKey.slice(middle)}\n`, 'Basic'],
    [`Authorization: Bearer ${close.token}`, 'Bearer'],
  ]
  for (const [pasted, scheme] of forms) {
    await test.step(pasted, async () => {
      const before = close.requests.length
      await page.getByRole('button', { name: 'Connect to Close' }).first().click()
      await page.getByRole('textbox', { name: 'API key' }).focus()
      await paste(page, pasted)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      const me = close.requests.slice(before).filter(({ target }) => target.includes('/me/'))
      expect(me.map(({ headers }) => headers.authorization?.split(' ')[0])).toEqual([scheme])
      await page.getByRole('button', { name: 'Disconnect' }).click()
    })
  }
  await expectAccessible(page)
})

test('what cannot be a key is not sent', async ({ page, close }) => {
  const explorer = new Explorer(page)
  await explorer.open()
  await page.getByRole('button', { name: 'Connect to Close' }).click()
  const field = page.getByRole('textbox', { name: 'API key' })
  for (const [text, words] of [
    ['   ', /There is no key or token in this text/],
    ['аpi_12345678', /holds a character that no key has/],
    ['x'.repeat(5000), /too long/],
  ] as const) {
    await field.fill(text)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(field).toHaveAccessibleDescription(words)
    await expect(field).toBeFocused()
  }
  expect(close.requests).toEqual([])
  await expectAccessible(page, { open: true })
})

test('a wrong key is asked about once, called wrong in plain words, and can be typed again', async ({
  page,
  close,
  expectConsole,
}) => {
  expectConsole(/401/)
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.settled()
  const dialog = await fillIn(page, 'api_wrong_9aZ')
  const field = dialog.getByRole('textbox', { name: 'API key' })
  await expect(field).toHaveAccessibleDescription(/Close did not accept this API key\./)
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
  expect(close.requests).toHaveLength(1)
  // The dialog hides them from assistive technology.
  await expect(page.locator('[data-activity-id]').first()).toBeVisible()
  await expectAccessible(page, { open: true })

  await field.fill(close.apiKey)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Disconnect' })).toBeVisible()
  expect(close.requests.filter(({ target }) => target.includes('/me/'))).toHaveLength(2)
})

test('an OAuth token is sent as one', async ({ page, close }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=note')
  await page.getByRole('button', { name: 'Connect to Close' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'OAuth token' }).check({ force: true })
  await dialog.getByRole('textbox', { name: 'OAuth token' }).fill(close.token)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect.poll(() => explorer.address()).toBe('source=close&resource=note')
  await explorer.settled()
  expect(new Set(close.requests.map(({ headers }) => headers.authorization))).toEqual(
    new Set([`Bearer ${close.token}`]),
  )
  await expectAccessible(page)
})

test('a link to Close says what it would ask, sends nothing, and asks it once connected', async ({ page, close }) => {
  const explorer = new Explorer(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const { data } = (await (await close.control()).get('/user/?_limit=1')) as {
    data: readonly { readonly id: string }[]
  }
  const user = data[0]?.id ?? ''
  await explorer.open(`source=close&resource=call&user_id__in=${user}`)
  const notice = page.getByRole('region', { name: 'Connect to see this' })
  await expect(notice).toContainText('This link asks your Close organization for calls where:')
  await expect(notice.getByRole('listitem')).toHaveText(`User is ${user}`)
  await expect(notice).toContainText('Nothing has been sent.')
  await expect(page.getByText('GET /api/v1/activity/call/')).toBeVisible()
  await expectExportGreyed(page, 'Connect to Close first.')
  await expectAccessible(page)
  expect(asked.filter((path) => path.includes('/api/'))).toEqual([])
  expect(close.requests).toEqual([])

  await notice.getByRole('button', { name: 'Connect to Close' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'API key' }).fill(close.apiKey)
  await page.keyboard.press('Enter')
  await explorer.settled()
  expect(explorer.address()).toBe(`source=close&resource=call&user_id__in=${user}`)
  expect(close.requests.map(({ target }) => target)).toContainEqual(expect.stringContaining(user))
  await expectAccessible(page)
})

test('Disconnect forgets key and rows, and neither Back nor a reload brings them back', async ({ page, close }) => {
  const explorer = new Explorer(page)
  await explorer.open('source=close&resource=note')
  await connect(page, close.apiKey)
  await explorer.settled()
  await explorer.pick('List', 'Calls')
  await expect.poll(() => explorer.address()).toBe('source=close&resource=call')
  await explorer.settled()
  await explorer.rows.first().click()
  await expect(explorer.inspector.getByRole('heading', { name: 'Activity' })).toBeVisible()
  const [id = ''] = (await explorer.drawnRows()).values()

  await page.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByRole('region', { name: 'Connect to see this' })).toBeVisible()
  await expect(explorer.rows).toHaveCount(0)
  await expect(explorer.inspector).toContainText('Connect to Close to see this activity.')
  await expectAccessible(page)
  const before = close.requests.length
  await page.goBack()
  await page.goBack()
  await expect.poll(() => explorer.address()).toBe('source=close&resource=note')
  await expect(page.getByRole('region', { name: 'Connect to see this' })).toBeVisible()
  await expect(explorer.rows).toHaveCount(0)
  expect(await page.content()).not.toContain(id)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Connect to see this' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Disconnect' })).toHaveCount(0)
  expect(close.requests).toHaveLength(before)
  await expectAccessible(page)
})

test('a key that stops working leaves the rows, says so, and can be replaced', async ({
  page,
  close,
  expectConsole,
}) => {
  expectConsole(/401/)
  const explorer = new Explorer(page)
  await explorer.open('source=close')
  await connect(page, close.apiKey)
  await expect(explorer.status).toHaveText(/^100 loaded/)
  await expect(explorer.row(0)).toBeVisible()
  const [first = ''] = (await explorer.drawnRows()).values()
  close.revoke()
  const before = close.requests.filter(({ target }) => target.startsWith('/api/v1/activity/')).length
  await explorer.scrollTo(70)
  const alert = page.getByRole('alert').filter({ hasText: 'This key no longer works.' })
  await expect(alert).toContainText('What is loaded stays.')
  await expect(explorer.status).toHaveText(/^100 loaded/)
  await explorer.scrollTo(0)
  await expect(explorer.row(0)).toHaveAttribute('data-activity-id', first)
  expect(close.requests.filter(({ target }) => target.startsWith('/api/v1/activity/'))).toHaveLength(before + 1)
  await expectAccessible(page)

  close.restore()
  await alert.getByRole('button', { name: 'Connect to Close' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'API key' }).fill(close.apiKey)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await explorer.settled()
  await expect(explorer.row(0)).toHaveAttribute('data-activity-id', first)
})

test('after a whole session the key is found nowhere', async ({ page, app, close, sandbox, expectConsole }) => {
  expectConsole(/401/)
  const watch = watchForSecrets(page)
  const toSandbox: Promise<string>[] = []
  page.on('request', (request) => {
    if (request.url().includes('/sandbox/'))
      toSandbox.push(request.allHeaders().then((headers) => JSON.stringify(headers)))
  })
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.settled()
  const wrong = 'api_wrong_0ld/K+y'
  const dialog = await fillIn(page, wrong)
  const field = dialog.getByRole('textbox', { name: 'API key' })
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await field.fill(close.apiKey)
  await page.keyboard.press('Enter')
  await explorer.settled()
  await explorer.rows.first().click()
  await expect(explorer.inspector).toBeVisible()
  await explorer.pick('List', 'Notes')
  await explorer.settled()
  close.revoke()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNowhere(await watch.places(), [close.apiKey, wrong])
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await expectNowhere(await watch.places(), [close.apiKey, wrong])
  await page.getByRole('button', { name: 'Ask the sandbox instead' }).click()
  await explorer.settled()
  await expectNowhere({ ...(await watch.places()), 'what the server printed': app.printed() }, [close.apiKey, wrong])

  const sentToSandbox = (await Promise.all(toSandbox)).join('\n')
  expect(sentToSandbox).toContain(btoa('api_sandbox:'))
  for (const form of [...formsOf(close.apiKey), ...formsOf(wrong)]) expect(sentToSandbox).not.toContain(form)
  expect(JSON.stringify(close.requests)).toContain(btoa(`${close.apiKey}:`))
  for (const form of formsOf('api_sandbox')) expect(JSON.stringify(close.requests)).not.toContain(form)
  expect((await sandbox.requests()).length).toBeGreaterThan(0)
  await expectAccessible(page)
})

/** Opens the dialog, types the key and sends it. */
async function fillIn(page: Page, key: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Connect to Close' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'API key' }).fill(key)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  return dialog
}

async function connect(page: Page, key: string): Promise<void> {
  await expect(await fillIn(page, key)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Disconnect' })).toBeVisible()
}

async function expectNowhere(places: Readonly<Record<string, string>>, secrets: readonly string[]): Promise<void> {
  for (const [place, text] of Object.entries(places))
    for (const form of secrets.flatMap(formsOf)) expect(text.includes(form), `the key in the ${place}`).toBe(false)
}
