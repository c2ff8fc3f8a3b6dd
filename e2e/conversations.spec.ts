import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { answerOf, found } from './support/oracle.ts'
import type { SandboxControl } from './support/sandbox-control.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '25001', SANDBOX_LIVE_EVERY: '0' } })

interface WireThread {
  readonly id: string
  readonly emails: readonly { readonly id: string; readonly body_preview: string; readonly date_created: string }[]
}

async function threadOf(sandbox: SandboxControl, id: string): Promise<WireThread> {
  return (await sandbox.get(`/activity/emailthread/${id}/`)) as WireThread
}

function focused(page: Page): Locator {
  return page.locator('[role=row]:focus')
}

const active = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-activity-id') ?? null)

/** Goes down with the arrow key until the focus is on that activity. */
async function walkDownTo(page: Page, id: string): Promise<void> {
  for (let tries = 0; tries < 1500; tries += 1) {
    if ((await active(page)) === id) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no row ${id}`)
}

async function tabIntoRows(page: Page): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page).count()) > 0) return
  }
  throw new Error('the rows are not in the tab order')
}

test('a conversation of 60 messages is read with keys only', async ({ page, sandbox }) => {
  const { longThread } = await sandbox.landmarks()
  const { emails } = await threadOf(sandbox, longThread.id)
  expect(emails).toHaveLength(60)
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${longThread.leadId}&thread_emails=only`)
  await explorer.settled()
  await expect(page.getByRole('treegrid', { name: 'Activities' })).toBeVisible()
  await tabIntoRows(page)
  await walkDownTo(page, longThread.id)
  await expect(focused(page)).toHaveAttribute('aria-expanded', 'false')
  await expect(focused(page)).toHaveAttribute('aria-level', '1')

  await page.keyboard.press('ArrowRight')
  await expect(focused(page)).toHaveAttribute('aria-expanded', 'true')
  const newest = emails.toSorted((a, b) => b.date_created.localeCompare(a.date_created))
  await expect(page.locator(`[data-activity-id="${newest[0]?.id}"]`)).toBeAttached()
  await page.keyboard.press('ArrowRight')
  for (const { id, body_preview: words } of newest) {
    await expect(focused(page)).toHaveAttribute('data-activity-id', id)
    await expect(focused(page)).toHaveAttribute('aria-level', '2')
    await expect(focused(page)).toContainText(words.slice(0, 20).trim())
    await expect(focused(page)).toBeInViewport()
    await page.keyboard.press('ArrowDown')
  }
  await expect(focused(page)).toHaveAttribute('aria-level', '1')

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(explorer.inspector).toBeVisible()
  await expect.poll(() => explorer.search().get('open')).toBe(newest.at(-1)?.id)
  await page.keyboard.press('Escape')
  await expect(focused(page)).toHaveAttribute('data-activity-id', newest.at(-1)?.id ?? '')

  await page.keyboard.press('ArrowLeft')
  await expect(focused(page)).toHaveAttribute('data-activity-id', longThread.id)
  await expect(focused(page)).toBeInViewport()
  await page.keyboard.press('ArrowLeft')
  await expect(focused(page)).toHaveAttribute('aria-expanded', 'false')
  await expect(page.locator('[aria-level="2"]')).toHaveCount(0)
})

test('opening and closing in mid-scroll moves nothing above it, and few rows are drawn', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=emailthread')
  await explorer.settled()
  for (let place = 50; place <= 300; place += 50) {
    // What is not loaded yet cannot be scrolled to.
    await expect(async () => {
      await explorer.scrollTo(place)
      await expect(explorer.row(place + 6)).toBeVisible({ timeout: 500 })
    }).toPass()
  }
  await page.mouse.move(900, 400)
  await page.mouse.wheel(0, 15)
  const row = explorer.row(306)
  await expect(row).toBeVisible()
  const top = await firstTop(explorer)
  const id = await row.getAttribute('data-activity-id')
  const count = Number((await row.innerText()).match(/(\d+)\s+messages?/)?.[1])

  await row.locator('[data-toggle]').click()
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await expect(explorer.row(307)).toHaveAttribute('aria-level', '2')
  expect(await firstTop(explorer)).toEqual(top)
  expect(await explorer.grid.getByRole('row').count()).toBeLessThan(150)

  // Kept while it is scrolled away and back.
  await explorer.scrollTo(0)
  await expect(explorer.row(0)).toBeVisible()
  await explorer.scrollTo(300)
  await expect(explorer.row(306)).toHaveAttribute('data-activity-id', id ?? '')
  await expect(explorer.row(306)).toHaveAttribute('aria-expanded', 'true')
  // Which conversation it is depends on the day: it may have more messages than the view has room for.
  await explorer.scrollTo(300 + count)
  await expect(explorer.row(306 + count)).toHaveAttribute('aria-level', '2')
  await expect(explorer.row(307 + count)).toHaveAttribute('aria-level', '1')
  await explorer.scrollTo(300)
  await expect(explorer.row(306)).toBeVisible()

  const before = await firstTop(explorer)
  await explorer.row(306).locator('[data-toggle]').click()
  await expect(explorer.row(306)).toHaveAttribute('aria-expanded', 'false')
  await expect(explorer.row(307)).toHaveAttribute('aria-level', '1')
  expect(await firstTop(explorer)).toEqual(before)
})

test('a message above the view that joins or leaves a conversation does not move the view', async ({
  page,
  sandbox,
}) => {
  const { longThread } = await sandbox.landmarks()
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${longThread.leadId}&thread_emails=only`)
  await explorer.settled()
  const row = page.locator(`[data-activity-id="${longThread.id}"]`)
  await scrollUntil(explorer, row)
  // The answer comes when the conversation has long left the view, and with fewer messages than it said.
  await page.route(`**/activity/${longThread.id}/**`, async (route) => {
    const response = await route.fetch()
    const thread = (await response.json()) as WireThread
    await released
    await route.fulfill({ response, json: { ...thread, emails: thread.emails.slice(0, 50) } })
  })
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  const place = Number(await row.getAttribute('aria-rowindex')) - 2
  await row.locator('[data-toggle]').click()
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  // The focus is on a line that will not be there.
  await explorer.scrollTo(place + 50)
  await explorer.grid.locator(`[aria-rowindex="${place + 2 + 55}"]`).focus()
  await explorer.scrollTo(place + 70)
  await expect(row).not.toBeInViewport()
  const before = await firstInView(explorer)
  expect(before.id).not.toBe('')
  release()
  await expect
    .poll(async () => page.locator(`[data-activity-id="${before.id}"]`).getAttribute('aria-rowindex'))
    .toBe(String(before.index - 10))
  expect(await firstInView(explorer)).toEqual({ ...before, index: before.index - 10 })
  await expect(focused(page)).toHaveAttribute('aria-rowindex', String(place + 2 + 50))
  await expect(focused(page)).toHaveAttribute('aria-level', '2')
})

test.describe('on a lead of two hundred rows', () => {
  test.use({ env: { SANDBOX_SIZE: '8000', SANDBOX_LIVE_EVERY: '0' } })

  test('threads with their messages are counted once, also while rows arrive', async ({ page, sandbox }) => {
    const { longThread } = await sandbox.landmarks()
    const explorer = new Explorer(page)
    await explorer.open(`lead_id=${longThread.leadId}&thread_emails=true`)
    await explorer.settled()
    const expected = await standing(sandbox, longThread.leadId)
    expect(await explorer.readToTheEnd()).toEqual(expected)
    await expect(explorer.status).toHaveText(`All ${expected.length.toLocaleString('en-GB')} activities`)

    await sandbox.fault({ fault: 'insert', count: 7, match: '/activity/', times: 3 })
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(explorer.status).not.toHaveText(/^All /)
    await explorer.settled()
    const meanwhile = await explorer.readToTheEnd()
    expect(new Set(meanwhile).size).toBe(meanwhile.length)
    expect(expected.filter((id) => !meanwhile.includes(id))).toEqual([])
    await expect(explorer.status).toHaveText(`All ${meanwhile.length.toLocaleString('en-GB')} activities`)
    await sandbox.clear()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(explorer.status).not.toHaveText(/^All /)
    await explorer.settled()
    const now = await standing(sandbox, longThread.leadId)
    expect(now.length).toBeGreaterThan(expected.length)
    expect(await explorer.readToTheEnd()).toEqual(now)
    await expect(explorer.status).toHaveText(`All ${now.length.toLocaleString('en-GB')} activities`)
  })
})

test('a conversation says how many of its messages the filters want, and hides none', async ({ page, sandbox }) => {
  const { longThread } = await sandbox.landmarks()
  const { emails } = await threadOf(sandbox, longThread.id)
  const sent = emails.map(({ date_created: date }) => date).toSorted()
  const from = `${found(sent[40], 'middle').slice(0, 10)}T00:00:00Z`
  const matching = sent.filter((date) => date >= from).length
  expect(matching).toBeGreaterThan(0)
  expect(matching).toBeLessThan(60)
  const requests: string[] = []
  page.on('request', (request) => requests.push(decodeURIComponent(request.url())))
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${longThread.leadId}&thread_emails=only&date_created__gte=${from}`)
  await explorer.settled()
  const row = page.locator(`[data-activity-id="${longThread.id}"]`)
  await scrollUntil(explorer, row)
  await expect(row).toContainText(`${matching} of 60 match`)
  expect(
    requests.filter((url) => url.includes('_fields=id,_type,date_created,activity_at,thread_id')).length,
  ).toBeLessThan(4)
  expect(requests.filter((url) => url.includes(longThread.id))).toEqual([])
  await row.locator('[data-toggle]').click()
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await expect(row).toContainText(`${matching} of 60 match`)
  const place = Number(await row.getAttribute('aria-rowindex')) - 2
  const missing: string[] = []
  for (let i = 1; i <= 60; i += 1) {
    if (i % 15 === 1) await explorer.scrollTo(place + i)
    await expect(explorer.row(place + i)).toHaveAttribute('aria-level', '2')
    const text = await explorer.row(place + i).innerText()
    if (text.includes('does not match')) missing.push(text)
  }
  expect(missing).toHaveLength(60 - matching)
})

test('the reading order is remembered', async ({ page, sandbox }) => {
  const { longThread } = await sandbox.landmarks()
  const { emails } = await threadOf(sandbox, longThread.id)
  const oldest = emails
    .map(({ id, date_created: date }) => ({ id, date }))
    .toSorted((a, b) => a.date.localeCompare(b.date))[0]
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${longThread.leadId}&thread_emails=only`)
  await explorer.settled()
  await page.getByRole('button', { name: 'Newest message first' }).click()
  await page.reload()
  await explorer.settled()
  await expect(page.getByRole('button', { name: 'Oldest message first' })).toBeVisible()
  const row = page.locator(`[data-activity-id="${longThread.id}"]`)
  await scrollUntil(explorer, row)
  await row.locator('[data-toggle]').click()
  const place = Number(await row.getAttribute('aria-rowindex')) - 2
  await expect(explorer.row(place + 1)).toHaveAttribute('data-activity-id', oldest?.id ?? '')
  await explorer.open('resource=note')
  await explorer.settled()
  await expect(page.getByRole('button', { name: 'Oldest message first' })).toHaveCount(0)
  await expect(page.getByRole('grid', { name: 'Activities' })).toBeVisible()
})

test('from a message that was opened by itself, j and k go through its conversation and on', async ({
  page,
  sandbox,
}) => {
  const { data } = (await sandbox.get('/activity/emailthread/?_limit=20&_fields=id,n_emails')) as {
    data: readonly { readonly id: string; readonly n_emails: number }[]
  }
  const place = data.findIndex(({ n_emails: count }, i) => i > 0 && count > 2)
  const { emails } = await threadOf(sandbox, found(data[place], 'conversation').id)
  const [oldest, older] = emails.toSorted((a, b) => a.date_created.localeCompare(b.date_created)).map(({ id }) => id)
  const explorer = new Explorer(page)
  await explorer.open(`resource=emailthread&open=${older}`)
  await explorer.settled()
  await expect(explorer.inspector.locator('article')).toBeVisible()
  await expect(page.locator('[aria-level="2"]')).toHaveCount(0)
  const openIs = (id: string | undefined) => expect.poll(() => explorer.search().get('open')).toBe(id)
  await expect(explorer.inspector.getByRole('button', { name: 'Next activity' })).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('j')
  await openIs(oldest)
  await expect(explorer.grid.locator('[aria-selected=true]')).toHaveAttribute('data-activity-id', oldest ?? '')
  await expect(explorer.grid.locator('[aria-selected=true]')).toBeInViewport()
  await page.keyboard.press('j')
  await openIs(data[place + 1]?.id)
  await page.keyboard.press('k')
  await openIs(oldest)
  for (let i = 0; i < emails.length; i += 1) await page.keyboard.press('k')
  await openIs(data[place]?.id)
})

test('messages that cannot be loaded say so, and are asked for again', async ({ page, sandbox, expectConsole }) => {
  expectConsole(/404|Not Found/)
  const explorer = new Explorer(page)
  await explorer.open('resource=emailthread')
  await explorer.settled()
  const row = explorer.row(1)
  const id = await row.getAttribute('data-activity-id')
  await page.route(`**/activity/${id}/**`, (route) => route.fulfill({ status: 404, json: {} }), { times: 1 })
  await row.locator('[data-toggle]').click()
  const note = page.getByRole('row', { name: /could not be loaded/ })
  await expect(note).toBeVisible()
  await note.click()
  const { emails } = await threadOf(sandbox, id ?? '')
  await expect(page.locator(`[data-activity-id="${emails[0]?.id}"]`)).toBeVisible()
})

for (const { width, scheme } of [
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const) {
  test(`open conversations hold what axe asks for, ${width} px, ${scheme}`, async ({ page, sandbox }) => {
    const { longThread } = await sandbox.landmarks()
    const { emails } = await threadOf(sandbox, longThread.id)
    const sent = emails.map(({ date_created: date }) => date).toSorted()
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: scheme })
    const explorer = new Explorer(page)
    await explorer.open(`lead_id=${longThread.leadId}&thread_emails=true&date_created__gte=${sent[56]?.slice(0, 10)}`)
    await explorer.settled()
    const row = page.locator(`[data-activity-id="${longThread.id}"]`)
    await scrollUntil(explorer, row)
    await row.locator('[data-toggle]').click()
    await expect(row).toContainText('of 60 match')
    await expectAccessible(page)
  })
}

/** What a lead's list must show: everything on it but the messages whose thread is on it; newest first. */
async function standing(sandbox: SandboxControl, leadId: string): Promise<readonly string[]> {
  const rows = await answerOf(sandbox, '/activity/', {
    lead_id: leadId,
    thread_emails: 'true',
    _fields: 'id,date_created',
  })
  const facts = new Map((await sandbox.truth()).map((fact) => [fact.id, fact]))
  const threads = new Set([...facts.values()].filter(({ type }) => type === 'EmailThread').map(({ id }) => id))
  return rows.map(({ id }) => id).filter((id) => !threads.has(facts.get(id)?.threadId ?? ''))
}

/** Scrolls down until a row is drawn and in view. */
async function scrollUntil(explorer: Explorer, row: Locator): Promise<void> {
  for (let place = 0; place < 3000; place += 14) {
    await explorer.scrollTo(place)
    await expect(explorer.row(place).or(explorer.page.getByText(/^That is all/))).not.toHaveCount(0)
    if (await row.isVisible()) {
      await row.scrollIntoViewIfNeeded()
      return
    }
  }
  throw new Error('The row is not in the list.')
}

/** The activity of the first row in view, its number, and where its top is. */
async function firstInView(explorer: Explorer): Promise<{ id: string; index: number; top: number }> {
  return explorer.grid.evaluate((grid) => {
    const scroller = grid.parentElement?.getBoundingClientRect()
    const from = (scroller?.top ?? 0) + 32
    const rows = [...grid.querySelectorAll('[role=row][data-index]')]
      .map((row) => ({
        id: row.getAttribute('data-activity-id') ?? '',
        index: Number(row.getAttribute('aria-rowindex')),
        top: Math.round(row.getBoundingClientRect().top),
      }))
      .filter(({ top }) => top >= from)
      .sort((a, b) => a.top - b.top)
    return rows[0] ?? { id: '', index: 0, top: 0 }
  })
}

const firstTop = firstInView
