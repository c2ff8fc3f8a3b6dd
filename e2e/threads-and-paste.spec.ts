import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { paste } from './support/greyed.ts'
import { answerOf, found, idsOf, leadHistories } from './support/oracle.ts'
import { expect, test } from './support/test.ts'

test.use({
  env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' },
  permissions: ['clipboard-read', 'clipboard-write'],
})

for (const { choice, setting } of [
  { choice: 'Threads only', setting: 'only' },
  { choice: 'Threads and messages', setting: 'true' },
]) {
  test(`“${choice}” shows emails as conversations`, async ({ page, sandbox }) => {
    const lead = found(
      (await leadHistories(sandbox)).find(
        ({ activities }) => activities.length < 300 && activities.filter(({ _type }) => _type === 'Email').length > 3,
      ),
      'lead with emails',
    )
    const everything = await answerOf(sandbox, '/activity/', { lead_id: lead.id, thread_emails: setting })
    // Messages stand under their threads.
    const threads = new Set(idsOf(everything.filter(({ _type }) => _type === 'EmailThread')))
    const answer = everything.filter(({ thread_id: id }) => !threads.has(id ?? ''))
    const thread = answer.findIndex(({ _type }) => _type === 'EmailThread')
    const explorer = new Explorer(page)
    await explorer.open(`lead_id=${lead.id}`)
    await explorer.settled()
    const messages = explorer.grid.getByRole('gridcell', { name: 'Email', exact: true })
    await expect(messages.first()).toBeVisible()

    await explorer.filters.getByRole('radio', { name: choice, exact: true }).check()
    await expect.poll(() => explorer.address()).toBe(`lead_id=${lead.id}&thread_emails=${setting}`)
    await explorer.settled()
    expect(await explorer.readToTheEnd()).toEqual(idsOf(answer))
    await explorer.scrollTo(thread)
    const row = explorer.row(thread)
    await expect(row.getByRole('gridcell', { name: 'Email thread', exact: true })).toBeVisible()
    await expect(row).toHaveAttribute('data-activity-id', answer[thread]?.id ?? '')
    expect(everything.some(({ _type }) => _type === 'Email')).toBe(setting === 'true')
    await expectAccessible(page)
  })
}

const key = 'api_3xKq9LmZs7TtWb2Yd0.Qv8RfUo5Nc1Ha6Je4'

for (const { what, text } of [
  {
    what: 'an address of the API',
    text: (lead: string) => `https://api.close.com/api/v1/activity/?lead_id=${lead}&_type__in=Call,Note&_limit=50`,
  },
  {
    what: 'a link to this page',
    text: (lead: string) => `http://localhost:5180/?lead_id=${lead}&_type__in=Call,Note&_limit=50`,
  },
  {
    what: 'a curl line with a key in it',
    text: (lead: string) =>
      `curl -u ${key}: \\\n  'https://api.close.com/api/v1/activity/?lead_id=${lead}&_type__in=Call,Note&_limit=50&api_key=${key}'`,
  },
]) {
  test(`${what}, pasted, becomes the query`, async ({ page, sandbox }) => {
    const lead = found(
      (await leadHistories(sandbox)).find(
        ({ activities }) => activities.length < 300 && new Set(activities.map(({ _type }) => _type)).size > 4,
      ),
      'lead of middling size',
    )
    const addresses: string[] = []
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
    page.on('request', (request) => addresses.push(request.url()))
    const explorer = new Explorer(page)
    await explorer.open()
    await page.getByRole('button', { name: 'Paste a link' }).click()
    const dialog = page.getByRole('dialog', { name: 'Paste a link' })
    const box = dialog.getByRole('textbox', { name: 'API URL, page link or curl' })
    await expect(box).toBeFocused()
    await expectAccessible(page, { open: true })
    await paste(page, text(lead.id))
    await expect(dialog).toHaveCount(0)
    await expect.poll(() => explorer.address()).toBe(`lead_id=${lead.id}&_type__in=Call,Note&_limit=50`)
    await explorer.settled()
    expect(await explorer.readToTheEnd()).toEqual(
      idsOf(lead.activities.filter(({ _type }) => _type === 'Call' || _type === 'Note')),
    )
    expect(await page.content()).not.toContain(key)
    expect(addresses.filter((address) => address.includes(key))).toEqual([])
    await expectAccessible(page)
  })
}

test('what is pasted and not understood stays, with the reason beside it', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open()
  await page.getByRole('button', { name: 'Paste a link' }).click()
  const box = page.getByRole('textbox', { name: 'API URL, page link or curl' })
  await box.fill('all the calls, please')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(box).toHaveAccessibleDescription(/\w+ \w+/)
  await expect(box).toHaveValue('all the calls, please')
  await expect(box).toBeFocused()
  expect(explorer.address()).toBe('')
  await expectAccessible(page, { open: true })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Paste a link' })).toBeFocused()
})

test('columns can be hidden, shown and moved, and a link and a reload keep them', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=call')
  await explorer.settled()
  const headers = () => explorer.grid.getByRole('columnheader').allInnerTexts()
  const before = await headers()
  expect(before).toContain('Direction')
  expect(before).not.toContain('Status')

  await page.getByRole('button', { name: 'Columns' }).click()
  const menu = page.getByRole('dialog', { name: 'Columns' })
  await menu.getByRole('checkbox', { name: 'Direction', exact: true }).uncheck()
  await menu.getByRole('checkbox', { name: 'Status', exact: true }).check()
  await menu.getByRole('button', { name: 'Move User left' }).click()
  await expectAccessible(page, { open: true })
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)

  const wanted = before.filter((header) => header !== 'Direction').concat('Status')
  const user = wanted.indexOf('User')
  wanted.splice(user - 1, 2, 'User', wanted[user - 1] ?? '')
  await expect.poll(headers).toEqual(wanted)
  const written = explorer.search().get('cols')
  expect(written?.split(',')).toHaveLength(wanted.length)
  await expect(explorer.row(0).getByRole('gridcell')).toHaveCount(wanted.length)
  await expectAccessible(page)

  await page.reload()
  await explorer.settled()
  await expect.poll(headers).toEqual(wanted)
  expect(explorer.search().get('cols')).toBe(written)
})
