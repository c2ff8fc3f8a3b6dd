/** Every state of the page at 1280, 768 and 320 pixels, in light, dark and forced colours: axe finds nothing, nothing sticks out. */
import type { Page } from 'playwright/test'
import { Explorer } from '#e2e/support/explorer.ts'
import { exportButton } from '#e2e/support/export.ts'
import { mailLead } from '#e2e/support/mail.ts'
import { found, leadHistories } from '#e2e/support/oracle.ts'
import { expectAccessibleEverywhere } from '#e2e/support/scan.ts'
import { expect, test } from '#e2e/support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' } })

/** Goes to another query as Back and Forward do: the page is not loaded again. */
async function go(page: Page, search: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, `/?${search}`)
}

test('a list, from nothing to all of it, and whatever keeps it from being shown', async ({
  page,
  sandbox,
  expectConsole,
}) => {
  test.setTimeout(120_000)
  expectConsole(/Failed to load resource/)
  const explorer = new Explorer(page)
  const always = { times: null, match: '/activity/' }

  await sandbox.fault({ fault: 'hang', ...always })
  await explorer.open()
  await expect(explorer.status).toHaveText('Loading…')
  await expect(explorer.combobox('Leads')).toBeVisible()
  await expectAccessibleEverywhere(page, 'loading')

  await sandbox.clear()
  await explorer.settled()
  await expect(page.getByRole('complementary', { name: 'Welcome' })).toBeVisible()
  await expectAccessibleEverywhere(page, 'first visit')

  const lead = found((await leadHistories(sandbox))[0], 'lead')
  await go(page, `lead_id=${lead.id}`)
  await expect(explorer.row(0)).toBeVisible()
  await explorer.settled()
  await expectAccessibleEverywhere(page, 'full table', { inEveryLook: true })

  await go(page, 'resource=meeting&date_created__gte=2010-01-01&date_created__lte=2010-01-02')
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await expectAccessibleEverywhere(page, 'empty')

  await sandbox.fault({ fault: '403', ...always })
  await go(page, 'resource=note')
  await expect(page.getByRole('alert')).toContainText('Not allowed.')
  await expectAccessibleEverywhere(page, 'error')

  await sandbox.clear()
  await sandbox.fault({ fault: '403', ...always, after: 1 })
  await go(page, 'resource=email')
  await expect(explorer.row(0)).toBeVisible()
  await explorer.scrollTo(70)
  await expect(page.getByRole('alert')).toContainText('What is loaded stays.')
  await expectAccessibleEverywhere(page, 'partial')

  await sandbox.clear()
  await go(page, '_type__in=Call')
  await expect(explorer.blocked).toBeVisible()
  await expectAccessibleEverywhere(page, 'blocked')

  await go(page, 'resource=call&colour=red&date_created__gte=2026-02-30')
  await expect(page.getByText('colour=red').first()).toBeVisible()
  await expect(explorer.row(0)).toBeVisible()
  await expectAccessibleEverywhere(page, 'link partly understood')

  await go(page, 'source=close')
  await expect(page.getByText('Nothing has been sent.')).toBeVisible()
  await expectAccessibleEverywhere(page, 'not connected')

  await sandbox.fault({ fault: '429', match: '/activity/', retryAfter: 60 })
  await go(page, 'resource=sms')
  await expect(page.getByText(/The sandbox asks us to wait \d+ s/)).toBeVisible()
  await expectAccessibleEverywhere(page, '429 wait')
})

test('what is done with a list: select, compare, find, refine, lose an activity or the connection, wait for news', async ({
  page,
  context,
  sandbox,
  expectConsole,
}) => {
  test.setTimeout(120_000)
  expectConsole(/Failed to load resource/)
  const explorer = new Explorer(page)
  // The bar, the form and what else stands around the list are those of the list by itself.
  const list = { within: 'main' }
  await explorer.open('resource=call')
  await explorer.settled()

  await explorer.row(0).focus()
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
  await expect(page.getByRole('group', { name: 'Selected rows' })).toBeVisible()
  await expectAccessibleEverywhere(page, 'selection', list)
  await explorer.row(1).focus()
  await page.keyboard.press('=')
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
  await expectAccessibleEverywhere(page, 'compare', { within: '[role=dialog]', isOver: true, widths: [1280, 320] })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear selection' }).click()

  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in the table' }).fill('answer')
  await expect(page.getByText(/^\d+ of \d+ in \d+ loaded rows/)).toBeVisible()
  await expectAccessibleEverywhere(page, 'find', list)
  await page.keyboard.press('Escape')

  await sandbox.fault({ fault: 'insert', count: 3, match: '/activity/call/' })
  const news = page.getByRole('button', { name: '3 new activities' })
  await expect(async () => {
    if (!(await news.isVisible())) await page.getByRole('button', { name: 'No new activities' }).click()
    await expect(news).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expectAccessibleEverywhere(page, 'news', list)

  await context.setOffline(true)
  await expect(page.getByRole('alert')).toContainText('Offline.')
  await expectAccessibleEverywhere(page, 'offline', list)
  await context.setOffline(false)

  await go(page, 'resource=call&loaded.text=no+such+words&loaded.direction=incoming')
  await expect(page.getByRole('button', { name: 'Drop Direction is Incoming' })).toBeVisible()
  await expectAccessibleEverywhere(page, 'refined to nothing', list)

  await go(page, 'resource=call&open=acti_gone')
  await expect(explorer.inspector.getByRole('alert')).toBeVisible()
  await expectAccessibleEverywhere(page, 'activity gone', { within: 'aside[aria-label=Activity]' })
})

test('what is opened within the list and over it', async ({ page, sandbox }) => {
  test.setTimeout(120_000)
  const { longThread } = await sandbox.landmarks()
  const explorer = new Explorer(page)
  const dialog = page.getByRole('dialog')
  const over = { within: '[role=dialog]', isOver: true, widths: [1280, 320] }
  await explorer.open(`lead_id=${longThread.leadId}&thread_emails=only`)
  await explorer.settled()
  await explorer.grid.locator('[aria-expanded=false]').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(explorer.grid.locator('[data-activity-id][aria-level="2"]').first()).toBeVisible()
  await expectAccessibleEverywhere(page, 'expanded threads')

  await page.keyboard.press('Enter')
  await expect(explorer.inspector.locator('article')).toBeVisible()
  await expectAccessibleEverywhere(page, 'inspector')
  await explorer.inspector.getByRole('button', { name: 'Close activity' }).click()

  // Every row of it is in the document: a short list tells as much as a long one.
  const few = found(
    (await leadHistories(sandbox)).findLast(({ activities }) => activities.length > 8),
    'lead',
  )
  await go(page, `lead_id=${few.id}&thread_emails=both`)
  await explorer.settled()
  await page.keyboard.press('v')
  await expect(page.getByRole('heading', { name: 'Activities, page 1' })).toBeVisible()
  await expectAccessibleEverywhere(page, 'reading mode')
  await page.keyboard.press('v')
  await expect(explorer.grid).toBeVisible()

  const keys = { palette: 'Control+k', keys: '?', 'requests of the list': 'q' }
  for (const [name, key] of Object.entries(keys)) {
    await page.keyboard.press(key)
    await expect(dialog).toBeVisible()
    await expectAccessibleEverywhere(page, name, over)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }

  await go(page, `lead_id=${few.id}&range=12m`)
  await explorer.settled()
  const menus: readonly (readonly [RegExp, readonly number[]])[] = [
    [/^Views/, [1280, 320]],
    [/^Refine/, [1280, 320]],
    [/^Columns/, [1280, 768]],
    [/^Copy link/, [1280, 320]],
  ]
  for (const [name, widths] of menus) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      await page.getByRole('main').getByRole('button', { name }).first().click()
      await expect(dialog).toBeVisible()
      await expectAccessibleEverywhere(page, `menu ${String(name)}`, { ...over, widths: [width] })
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
  }

  await page.setViewportSize({ width: 320, height: 800 })
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await expect(explorer.combobox('List')).toBeVisible()
  await expectAccessibleEverywhere(page, 'sheet of filters', { widths: [320] })
  for (const name of ['Connect to Close', 'Paste a link']) {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.getByRole('button', { name }).click()
      await expect(dialog).toBeVisible()
      await expectAccessibleEverywhere(page, name, { ...over, widths: [width] })
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      if (width === 1280) await page.setViewportSize({ width: 320, height: 800 })
    }
  }
})

test.describe('with mail', () => {
  test.use({ env: { SANDBOX_SIZE: '5000', SANDBOX_LIVE_EVERY: '0' } })

  test('mail whose images wait, and an export before, while and after it runs', async ({ page, sandbox }) => {
    test.setTimeout(120_000)
    const explorer = new Explorer(page)
    const lead = await mailLead(sandbox, 'Benign Mail Test Co')
    await explorer.open(`lead_id=${lead.id}&_type__in=Email`)
    await explorer.settled()
    const load = explorer.inspector.getByRole('button', { name: 'Load images' })
    for (const { id } of lead.messages) {
      await go(page, `lead_id=${lead.id}&_type__in=Email&open=${id}`)
      await expect(explorer.inspector.getByText(id, { exact: true }).first()).toBeAttached()
      await expect(explorer.inspector.locator('iframe[data-mail=shown]').or(load).first()).toBeVisible()
      if (await load.isVisible()) break
    }
    await expect(load).toBeVisible()
    await expectAccessibleEverywhere(page, 'image-blocked mail', { within: 'aside[aria-label=Activity]' })
    await explorer.inspector.getByRole('button', { name: 'Close activity' }).click()

    const dialog = page.getByRole('dialog', { name: 'Export CSV' })
    const over = { within: '[role=dialog]', isOver: true, widths: [1280, 320] }
    await exportButton(page).click()
    await expect(dialog.getByRole('button', { name: 'Start export' })).toBeVisible()
    await expectAccessibleEverywhere(page, 'export form', over)
    await sandbox.fault({ fault: 'hang', times: null, match: '/activity/' })
    await dialog.getByRole('button', { name: 'Start export' }).click()
    await expect(dialog.getByRole('button', { name: 'Cancel export' })).toBeVisible()
    await expectAccessibleEverywhere(page, 'exporting', over)
    await sandbox.clear()
    await expect(dialog).toContainText('rows written to')
    await expectAccessibleEverywhere(page, 'receipt', over)
  })
})
