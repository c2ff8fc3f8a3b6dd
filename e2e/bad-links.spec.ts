import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expectExportGreyed, exportButton } from './support/export.ts'
import { recordActivityRequests } from './support/requests.ts'
import { expect, test } from './support/test.ts'

const notUnderstood = /^A part of the link was not understood\./

interface BadLink {
  readonly what: string
  readonly link: string
  /** The parts that nobody understands, as they are listed; with why. */
  readonly parts: readonly (readonly [part: string, why: string])[]
  /** Those whose removal leaves nothing that is not understood; all of them unless it says so. */
  readonly removed?: readonly string[]
  /** The address once they are removed. */
  readonly remains: string
}

const badLinks: readonly BadLink[] = [
  {
    what: 'an unknown parameter',
    link: 'resource=note&mood=good',
    parts: [['mood=good', 'This parameter is not known here.']],
    remains: 'resource=note',
  },
  {
    what: 'the 30th of February',
    link: 'date_created__gte=2026-02-30&date_created__lt=2026-10-01',
    parts: [['date_created__gte=2026-02-30', 'There is no day 2026-02-30.']],
    remains: 'date_created__lt=2026-10-01',
  },
  {
    what: 'an activity type that is none',
    link: '_type__in=Telegram',
    parts: [['_type__in=Telegram', 'There is no such activity type.']],
    remains: '',
  },
  {
    what: 'a column that is none',
    link: 'cols=time,horoscope,user',
    parts: [['cols=horoscope', 'There is no such column.']],
    remains: 'cols=time,user',
  },
  {
    what: 'one single value given twice',
    link: '_limit=20&_limit=30',
    parts: [
      ['_limit=20', 'It is given more than once, with different values.'],
      ['_limit=30', 'It is given more than once, with different values.'],
    ],
    removed: ['_limit=20'],
    remains: '_limit=30',
  },
  {
    what: 'names of the prototype of everything',
    link: '__proto__=polluted&__proto__[polluted]=yes&constructor.prototype.polluted=yes&toString=1',
    parts: [
      ['__proto__=polluted', 'This parameter is not known here.'],
      ['__proto__[polluted]=yes', 'This parameter is not known here.'],
      ['constructor.prototype.polluted=yes', 'This parameter is not known here.'],
      ['toString=1', 'This parameter is not known here.'],
    ],
    remains: '',
  },
  {
    what: 'markup',
    link: 'lead_id=<img src=x onerror=alert(1)>&<script>alert(2)</script>=<b>bold</b>',
    parts: [
      ['lead_id=<img src=x onerror=alert(1)>', 'This is not the id of a lead; those begin with lead_.'],
      ['<script>alert(2)</script>=<b>bold</b>', 'This parameter is not known here.'],
    ],
    remains: '',
  },
]

for (const [place, { what, link, parts, removed = parts.map(([part]) => part), remains }] of badLinks.entries()) {
  test(`a link with ${what} shows activities, says what is not applied, and waits with the export`, async ({
    page,
  }) => {
    const explorer = new Explorer(page)
    let opened = false
    page.on('dialog', (dialog) => {
      opened = true
      void dialog.dismiss()
    })
    await explorer.open(encodeURI(link))
    await explorer.settled()
    await expect(explorer.rows.first()).toBeVisible()
    await expect(page.getByText(/What is struck through was not understood and is not applied/)).toBeVisible()
    const list = page.getByRole('list', { name: 'Active filters' })
    for (const [part, why] of parts) {
      await expect(list.locator('s').filter({ hasText: part })).toBeVisible()
      await expect(list.getByRole('listitem').filter({ hasText: part })).toContainText(`not applied: ${why}`)
      expect(pairsOf(page.url())).toContain(part)
    }
    await expect(list.locator('s')).toHaveCount(parts.length)
    expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined()
    expect(await page.locator('img, script:not([src])').count()).toBe(0)
    expect(opened).toBe(false)
    await expectExportGreyed(page, notUnderstood)
    if (place === 0) await expectAccessible(page)

    for (const part of removed) await page.getByRole('button', { name: `Remove filter, ${part}`, exact: true }).click()
    await expect(list.locator('s')).toHaveCount(0)
    await expect(page.getByText(/was not understood/)).toHaveCount(0)
    await expect.poll(() => decodeURIComponent(new URL(page.url()).search.slice(1))).toBe(remains)
    await expect(exportButton(page)).not.toHaveAttribute('aria-disabled')
    await explorer.settled()
  })
}

test('what a link said and nobody understood stays while other filters change', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('mood=good')
  await explorer.pick('List', 'Calls')
  await expect.poll(() => new URL(page.url()).search).toBe('?resource=call&mood=good')
  await explorer.settled()
  await expectExportGreyed(page, notUnderstood)
  await page.goBack()
  await expect.poll(() => new URL(page.url()).search).toBe('?mood=good')
  await expectExportGreyed(page, notUnderstood)
  await expectAccessible(page)
})

test('the longest link the server takes is cut with a note, and the rest of it is asked', async ({ page }) => {
  const explorer = new Explorer(page)
  const requests = recordActivityRequests(page)
  await explorer.open(`resource=note&mood=${'x'.repeat(16_300)}`)
  await explorer.settled()
  await expect(explorer.rows.first()).toBeVisible()
  await expect(page.getByText(/The link was too long: its last [\d,]+ characters were not read\./)).toBeVisible()
  expect(new Set(requests.map(({ path }) => path))).toEqual(new Set(['/activity/note/']))
  await expectExportGreyed(page, notUnderstood)
  expect(page.url().length).toBeLessThan(20_000)
  // Passed on, it is cut as often as this one: once.
  const before = page.url()
  await page.reload()
  await explorer.settled()
  expect(page.url()).toBe(before)
  await expectAccessible(page)
})

test('a megabyte of link inside the page is cut with a note, without a crash', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.settled()
  await page.evaluate(() => {
    history.pushState(null, '', `?resource=note&mood=${'y'.repeat(500_000)}&${'a=1&'.repeat(125_000)}`)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  })
  await expect(page.getByText(/The link was too long: its last [\d,]+ characters were not read\./)).toBeVisible()
  await explorer.settled()
  await expect(explorer.combobox('List')).toHaveValue('Notes')
  await expectExportGreyed(page, notUnderstood)
  await expectAccessible(page)
})

test('a megabyte of link from outside is cut with a note, without a crash', async ({ page }) => {
  const explorer = new Explorer(page)
  await page.goto(`/?resource=note&mood=${'z'.repeat(1_000_000)}`)
  await expect(page.getByText(/The link was too long: its last [\d,]+ characters were not read\./)).toBeVisible()
  await explorer.settled()
  await expect(explorer.combobox('List')).toHaveValue('Notes')
  await expectExportGreyed(page, notUnderstood)
  await expectAccessible(page)
})

test('a key in a link is taken out at once, warned about, and kept nowhere', async ({ page, app, close }) => {
  const explorer = new Explorer(page)
  const secrets = ['api_5TqWx0n3RvK8', 'tok-9fKq2LmZ7x', 'Zk81-hash-4QpW']
  const later: Promise<string>[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) return
    // By the time anything is asked, the address is clean.
    if (request.url().includes('/api/v1/')) later.push(Promise.resolve(request.frame().url()))
    later.push(request.allHeaders().then((headers) => `${request.url()} ${JSON.stringify(headers)}`))
  })
  await page.goto('/?resource=note')
  await explorer.settled()
  await page.goto(`/?resource=call&api_key=${secrets[0]}&token=${secrets[1]}#access_token=${secrets[2]}`)
  await explorer.settled()

  expect(page.url()).toBe(`${app.origin}/?resource=call`)
  await expect(page.getByRole('alert').filter({ hasText: 'This link held a secret' })).toContainText(
    '(api_key, token, access_token)',
  )
  await expect(explorer.rows.first()).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await expect.poll(() => page.url()).toBe(`${app.origin}/?resource=note`)
  await page.goForward()
  await explorer.settled()
  const kept = await page.evaluate(() =>
    JSON.stringify([
      location.href,
      history.state,
      Reflect.get(globalThis, 'navigation')
        ?.entries()
        .map(({ url }: { url: string | null }) => url),
      document.documentElement.outerHTML,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
    ]),
  )
  const sent = (await Promise.all(later)).join('\n')
  for (const secret of secrets) {
    expect(kept).not.toContain(secret)
    expect(sent).not.toContain(secret)
    expect(app.printed()).not.toContain(secret)
  }
  expect(close.requests).toEqual([])
})

/** `name=value` of every pair in an address. */
function pairsOf(address: string): readonly string[] {
  return [...new URL(address).searchParams].flatMap(([name, value]) =>
    name === 'cols' ? value.split(',').map((column) => `cols=${column}`) : [`${name}=${value}`],
  )
}
