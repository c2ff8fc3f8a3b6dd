import type { Locator, Page } from 'playwright/test'
import { listenForAnnouncements } from './support/announcements.ts'
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { type ActivityRequest, recordActivityRequests } from './support/requests.ts'
import type { FaultRule } from './support/sandbox-control.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_LIVE_EVERY: '0' } })

/** The page's own clock, so that a minute passes in a moment. */
test.beforeEach(async ({ page, expectConsole }) => {
  await page.clock.install()
  // Looks for news come once a minute of that clock; here every request counts.
  await page.addInitScript(() => localStorage.setItem('watch-for-news', 'false'))
  // The browser itself notes every answer that is none.
  expectConsole(/Failed to load resource|net::ERR_/)
})

interface Trouble extends FaultRule {
  readonly title: string
  readonly words: RegExp
  /** Requests until it is given up. */
  readonly most: number
}

/** The walk asks a second twice, so a page may bring a few rows less. */
const twoPages = /^(?:19\d|200) loaded/

const always = { times: null, match: '/activity/' }

/** Asked again a few times, because it may pass; or not, because it cannot. */
const troubles: readonly Trouble[] = [
  { fault: '500', title: 'Close has a problem.', words: /\(500\).*Internal server error/, most: 5 },
  { fault: '502', title: 'Close has a problem.', words: /\(502\)/, most: 5 },
  { fault: '503', title: 'Close has a problem.', words: /\(503\)/, most: 5 },
  { fault: '504', title: 'Close has a problem.', words: /\(504\)/, most: 5 },
  { fault: 'cut', title: 'No connection.', words: /could not be reached/, most: 5 },
  { fault: 'truncated-json', title: 'Unreadable answer.', words: /cut short or garbled/, most: 2 },
  { fault: 'empty-body', title: 'Unreadable answer.', words: /an empty answer/, most: 2 },
  { fault: 'null-body', title: 'Unreadable answer.', words: /Close/, most: 2 },
  { fault: 'data-object', title: 'Unreadable answer.', words: /data/, most: 2 },
  { fault: 'has-more-missing', title: 'Unreadable answer.', words: /has_more/, most: 2 },
  { fault: 'html', title: 'Not an answer from Close.', words: /text\/html.*sign-in page/, most: 1 },
  { fault: '400', message: 'That is too far back.', title: 'Refused.', words: /That is too far back\./, most: 1 },
  { fault: '401', title: 'Key not accepted.', words: /did not accept/, most: 1 },
  { fault: '403', title: 'Not allowed.', words: /You do not have permission to do this\./, most: 1 },
  { fault: '404', title: 'Not found.', words: /may have been deleted/, most: 1 },
]

test('whatever goes wrong with further rows is named, keeps the rows, ends, and can be tried again', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(90_000)
  const { explorer, rows, requests } = await opened(page)
  for (const [index, { title, words, most, ...fault }] of troubles.entries()) {
    await test.step(fault.fault, async () => {
      await sandbox.clear()
      await sandbox.fault({ ...fault, ...always })
      const before = requests.length
      if (index === 0) await wantMore(explorer)
      else await tryAgain(page)
      const alert = page.getByRole('alert').filter({ hasText: title })
      await eventually(page, alert)
      await expect(alert).toHaveText(words)
      await expect(alert).toContainText('What is loaded stays.')
      await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible()
      await expect(explorer.status).toHaveText(/^100 loaded/)
      // A minute later nothing more was asked.
      await page.clock.fastForward(60_000)
      await expect(alert).toBeVisible()
      expect(requests.length - before).toBeGreaterThan(0)
      expect(requests.length - before).toBeLessThanOrEqual(most)
    })
  }
  await expectAccessible(page)
  await sandbox.clear()
  await tryAgain(page)
  await expect(explorer.status).toHaveText(twoPages)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expectFirstRows(explorer, rows)
})

for (const trouble of troubles.filter(({ fault }) => ['500', 'html', 'truncated-json'].includes(fault))) {
  const { title, words, most, ...fault } = trouble
  test(`a first answer that is ${fault.fault} leaves the page usable`, async ({ page, sandbox }) => {
    const explorer = new Explorer(page)
    const requests = recordActivityRequests(page)
    await sandbox.fault({ ...fault, ...always })
    await explorer.open()
    const alert = page.getByRole('alert').filter({ hasText: title })
    await eventually(page, alert)
    await expect(alert).toHaveText(words)
    await expect(explorer.status).toHaveText('Nothing loaded')
    await page.clock.fastForward(60_000)
    expect(requests.length).toBeLessThanOrEqual(most)
    await expectAccessible(page)

    await sandbox.clear()
    await explorer.pick('List', 'Notes')
    await explorer.settled()
    await expect(explorer.rows.first()).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
}

test('a refusal of one parameter stands beside its name', async ({ page, sandbox }) => {
  const explorer = new Explorer(page)
  await sandbox.fault({ fault: '400', field: 'lead_id', message: 'This lead was merged.', ...always })
  await explorer.open()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Refused.')
  await expect(alert.getByRole('listitem')).toHaveText('lead_id: This lead was merged.')
  await expectAccessible(page)
})

test('asked to slow down, the page counts down, keeps the rows, asks nothing meanwhile, and goes on by itself', async ({
  page,
  sandbox,
}) => {
  const { explorer, rows, requests } = await opened(page)
  await sandbox.fault({ fault: '429', match: '/activity/', retryAfter: 30 })
  await pauseClock(page)
  await wantMore(explorer)
  const notice = page.getByText(/The sandbox asks us to wait \d+ s\. Your place is kept\./)
  await expect(notice).toContainText('wait 30 s')
  await page.clock.runFor(10_000)
  await expect(notice).toContainText('wait 20 s')
  await page.clock.runFor(15_000)
  await expect(notice).toContainText('wait 5 s')
  await expectAccessibleWhilePaused(page)
  await expect(explorer.status).toHaveText(/^100 loaded/)
  expect(requests).toHaveLength(1)

  await page.clock.runFor(5000)
  await page.clock.resume()
  await expect(explorer.status).toHaveText(twoPages)
  expect(requests).toHaveLength(2)
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expectFirstRows(explorer, rows)
})

for (const headers of ['none', 'garbled']) {
  test(`asked to slow down with ${headers} headers, the page waits two seconds and goes on`, async ({
    page,
    sandbox,
  }) => {
    const explorer = new Explorer(page)
    const requests = recordActivityRequests(page)
    await sandbox.fault({ fault: '429', match: '/activity/', headers })
    await explorer.open()
    await expect(page.getByText(/asks us to wait [12] s/)).toBeVisible()
    await explorer.settled()
    await expect(explorer.rows.first()).toBeVisible()
    expect(requests).toHaveLength(2)
    await expectAccessible(page)
  })
}

test('asked to slow down for ever, the page says so after a while and stops', async ({ page, sandbox }) => {
  const { explorer, requests } = await opened(page)
  await sandbox.fault({ fault: '429', retryAfter: 1, ...always })
  await wantMore(explorer)
  const alert = page.getByRole('alert').filter({ hasText: 'Too many requests.' })
  await eventually(page, alert)
  await expect(explorer.status).toHaveText(/^100 loaded/)
  const before = requests.length
  expect(before).toBeLessThanOrEqual(10)
  await page.clock.fastForward(60_000)
  expect(requests).toHaveLength(before)
  await sandbox.clear()
  await tryAgain(page)
  await expect(explorer.status).toHaveText(twoPages)
  await expectAccessible(page)
})

test('an answer that never comes is called slow, then given up within 45 seconds, and the rows stay', async ({
  page,
  sandbox,
}) => {
  const { explorer, requests } = await opened(page)
  await sandbox.fault({ fault: 'hang', ...always })
  await pauseClock(page)
  const started = await now(page)
  const { said } = await listenForAnnouncements(page)
  const slow = 'The sandbox has not answered yet. After 45 s this is given up.'
  await wantMore(explorer)
  await expect.poll(() => requests.length).toBe(1)
  await page.clock.runFor(8500)
  await expect(page.getByRole('main').getByText(slow)).toBeVisible()
  expect(await said()).toEqual([slow])
  await expectAccessibleWhilePaused(page)
  const alert = page.getByRole('alert').filter({ hasText: 'No answer in time.' })
  await eventually(page, alert, 2000)
  expect((await now(page)) - started).toBeLessThanOrEqual(45_000)
  await expect(alert).toContainText('What is loaded stays.')
  await expect(explorer.status).toHaveText(/^100 loaded/)
  expect(requests.length).toBeLessThanOrEqual(3)

  await page.clock.resume()
  await sandbox.clear()
  await tryAgain(page)
  await expect(explorer.status).toHaveText(twoPages)
  await expectAccessible(page)
})

test('when nothing answers, every part of the page says so within 45 seconds', async ({ page, sandbox }) => {
  const explorer = new Explorer(page)
  await sandbox.fault({ fault: 'hang', times: null })
  await explorer.open('resource=note&open=acti_0aB1cD2eF3gH4iJ5kL6mN7')
  const started = await now(page)
  await explorer.combobox('Users').click()
  await eventually(page, page.getByText('Users could not be loaded.'), 2000)
  // An open list hides the rest from assistive technology.
  await expectAccessible(page, { open: true })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('No answer in time.')
  await expect(explorer.inspector.getByRole('alert')).toContainText('did not answer in time')
  expect((await now(page)) - started).toBeLessThan(60_000)
  await expectAccessible(page)

  const asked = await now(page)
  await explorer.combobox('Leads').click()
  await eventually(page, page.getByText('Leads could not be searched.'), 2000)
  expect((await now(page)) - asked).toBeLessThan(46_000)
  await sandbox.clear()
  await page.getByRole('button', { name: 'Try again' }).last().click()
  await expect(page.getByRole('option').first()).toBeVisible()
})

test('an activity without id and one of a type that nobody knows are shown with the others', async ({
  page,
  sandbox,
}) => {
  const explorer = new Explorer(page)
  await sandbox.fault({ fault: 'unknown-type', match: '/activity/' })
  await explorer.open('resource=note')
  await explorer.settled()
  const odd = explorer.row(0)
  await expect(odd).toContainText('HologramCall')
  await odd.click()
  await expect(explorer.inspector).toBeVisible()
  await page.keyboard.press('Escape')

  await sandbox.fault({ fault: 'row-without-id', match: '/activity/' })
  await explorer.open('resource=call')
  await explorer.settled()
  await expect(explorer.status).toHaveText(/^100 loaded/)
  await expect(explorer.grid.getByRole('row')).not.toHaveCount(0)
  await expect(explorer.grid.locator('[role=row][aria-rowindex="2"]')).toContainText('Call')
  await expect(explorer.row(1)).toContainText('Call')
  await expectAccessible(page)
})

for (const fault of ['empty-page', 'never-ending']) {
  test(`a list that goes on without rows (${fault}) is stopped, and called incomplete`, async ({ page, sandbox }) => {
    const explorer = new Explorer(page)
    const requests = recordActivityRequests(page)
    await sandbox.fault({ fault, ...always })
    // Few enough for the end to come soon.
    await explorer.open('resource=lead_merge')
    await eventually(page, explorer.status.filter({ hasText: 'not complete' }))
    await explorer.scrollTo(1000)
    await expect(page.getByText('The list stopped making sense here, so it may not be complete.')).toBeVisible()
    const before = requests.length
    expect(before).toBeLessThanOrEqual(12)
    await page.clock.fastForward(60_000)
    expect(requests).toHaveLength(before)
    await expectAccessible(page)
  })
}

test('an activity that is gone says so where it would be shown, and the list is as it was', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=note&open=acti_0aB1cD2eF3gH4iJ5kL6mN7')
  await explorer.settled()
  await expect(explorer.inspector.getByRole('alert')).toHaveText('This activity was deleted or you cannot see it.')
  await expect(explorer.rows.first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close activity' }).click()
  await expect(explorer.inspector).toHaveCount(0)
})

test('offline, the rows stay and can be read; back online it goes on by itself', async ({ page, context }) => {
  const { explorer, rows, requests } = await opened(page)
  await context.setOffline(true)
  await wantMore(explorer)
  const alert = page.getByRole('alert').filter({ hasText: 'Offline.' })
  await eventually(page, alert)
  await expect(alert).toHaveText(/Showing rows from \d{1,2}:\d\d\./)
  await expect(explorer.status).toHaveText(/^100 loaded/)
  await expectFirstRows(explorer, rows)
  await expectAccessible(page)

  const before = requests.length
  await tryAgain(page)
  await eventually(page, alert)
  expect(requests.length - before).toBeLessThanOrEqual(5)
  await page.clock.fastForward(60_000)
  await context.setOffline(false)
  await expect(explorer.status).toHaveText(twoPages)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expectAccessible(page)
})

test('a page that is older than its server keeps what it shows, and offers to reload', async ({ page }) => {
  await page.route(/\/assets\/keys-sheet/, (route) => route.fulfill({ status: 404, body: '' }))
  const { explorer, rows } = await opened(page)
  await page.keyboard.press('?')
  const alert = page.getByRole('alert').filter({ hasText: 'there may be a newer version' })
  await eventually(page, alert)
  await expect(alert.getByRole('button', { name: 'Reload' })).toBeVisible()
  await expectFirstRows(explorer, rows)
  await expectAccessible(page)
})

interface Opened {
  readonly explorer: Explorer
  /** Ids of the rows drawn first. */
  readonly rows: readonly string[]
  /** What is asked from here on. */
  readonly requests: readonly ActivityRequest[]
}

/** A first page of rows, and more to come. */
async function opened(page: Page): Promise<Opened> {
  const explorer = new Explorer(page)
  await explorer.open()
  await expect(explorer.status).toHaveText(/^100 loaded/)
  await expect(explorer.rows.first()).toBeVisible()
  const rows = [...(await explorer.drawnRows()).values()]
  return { explorer, rows, requests: recordActivityRequests(page) }
}

/** Scrolls to where the next rows are fetched. */
async function wantMore(explorer: Explorer): Promise<void> {
  await explorer.scrollTo(70)
}

/** The rows that were there first still are. */
async function expectFirstRows(explorer: Explorer, rows: readonly string[]): Promise<void> {
  await explorer.scrollTo(0)
  await expect.poll(async () => [...(await explorer.drawnRows()).values()].slice(0, 10)).toEqual(rows.slice(0, 10))
}

async function tryAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).click()
}

/** Waits for what comes after the page's own waits, without waiting for them: its clock goes on by `step` ms at a time. */
async function eventually(page: Page, locator: Locator, step = 500): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(step)
        return locator.isVisible()
      },
      { intervals: [50], timeout: 25_000 },
    )
    .toBe(true)
}

async function pauseClock(page: Page): Promise<void> {
  await page.clock.pauseAt((await now(page)) + 60_000)
}

/** Axe waits for timers, so the clock has to go on a little. */
async function expectAccessibleWhilePaused(page: Page): Promise<void> {
  const check = { isDone: false }
  const found = expectAccessible(page).finally(() => (check.isDone = true))
  while (!check.isDone) await page.clock.runFor(1)
  await found
}

/** Milliseconds on the page's clock. */
function now(page: Page): Promise<number> {
  return page.evaluate(() => Date.now())
}
