import { expectAccessible } from '#e2e/support/axe.ts'
import { listenForAnnouncements } from '#e2e/support/announcements.ts'
import { Explorer } from '#e2e/support/explorer.ts'
import { Keyboard } from '#e2e/support/keyboard.ts'
import { answerOf, dayIn, idsOf } from '#e2e/support/oracle.ts'
import { expect, test } from '#e2e/support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' } })

test('reading mode is a document of pages of 200 rows with a heading for each day, by keys alone', async ({
  page,
  context,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const calls = await answerOf(sandbox, '/activity/call/')
  expect(calls.length).toBeGreaterThan(400)
  const explorer = new Explorer(page)
  const keyboard = new Keyboard(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const list = page.getByRole('region', { name: 'Activities' })
  const drawn = () =>
    list
      .locator('tbody [data-activity-id]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-activity-id')))
  await explorer.open('resource=call')
  await explorer.settled()
  const { said } = await listenForAnnouncements(page)

  // The second stop of the page.
  await keyboard.tabThrough(button('Go to the activities'), button('Reading mode on or off'))
  await keyboard.press('Enter')
  const heading = (number: number) => list.getByRole('heading', { level: 2, name: `Activities, page ${number}` })
  await expect(heading(1)).toBeFocused()
  await expect(explorer.grid).toHaveCount(0)
  await expect.poll(drawn).toEqual(idsOf(calls).slice(0, 200))
  expect(await said()).toEqual(['Reading mode is on: pages of 200 rows, with a heading for each day.'])
  expect(explorer.address()).toBe('resource=call')

  // Days are headings, and each has a table of that name with headers.
  const days = [...new Set(calls.slice(0, 200).map((call) => dayIn('Europe/Berlin', call.date_created)))]
  const names = days.map((day) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`)),
  )
  await expect(list.getByRole('heading', { level: 3 })).toHaveText(names)
  const table = list.getByRole('table', { name: names[0] ?? '', exact: true })
  await expect(table.getByRole('columnheader', { name: 'Summary', exact: true })).toBeVisible()
  await expect(table.getByRole('columnheader', { name: 'Time Berlin', exact: true })).toBeVisible()
  await expect(list.getByText('Times in Europe/Berlin')).toBeVisible()
  await expect(table.getByRole('rowheader')).toHaveCount(
    calls.slice(0, 200).filter((call) => dayIn('Europe/Berlin', call.date_created) === days[0]).length,
  )
  // Shortly after midnight in Berlin it is still the day before in UTC.
  const shifted = calls
    .slice(0, 200)
    .filter(({ date_created: at }) => dayIn('Europe/Berlin', at) !== dayIn('UTC', at)).length
  expect(shifted).toBeGreaterThan(0)
  await expect(list.getByText(/, \d+ \w+ in UTC/)).toHaveCount(shifted)
  // Two hundred rows drawn alike take long to look through: one day tells as much.
  await expectAccessible(page, { within: '[data-reading] table:first-of-type' })

  await keyboard.tabTo(
    list.getByRole('navigation', { name: 'Pages', exact: true }).getByRole('button', { name: 'Next page' }),
  )
  await keyboard.press('Enter')
  await expect(heading(2)).toBeFocused()
  await expect.poll(drawn).toEqual(idsOf(calls).slice(200, 400))
  await expect.poll(async () => (await said()).filter((text) => text.includes('page 2'))).toHaveLength(1)

  // An activity opens beside it; the focus comes back to where it was opened.
  const third = list.locator('tbody [data-activity-id]').nth(2)
  await keyboard.tabTo(third)
  await keyboard.press('Enter')
  await expect(explorer.inspector.locator('article')).toBeVisible()
  expect(explorer.search().get('open')).toBe(calls[202]?.id)
  await keyboard.press('j')
  await expect.poll(() => explorer.search().get('open')).toBe(calls[203]?.id)
  await keyboard.press('k')
  await expect.poll(() => explorer.search().get('open')).toBe(calls[202]?.id)
  await keyboard.press('Escape')
  await expect(third).toBeFocused()

  // Keys mean the row with the focus; what only the table does says so.
  await keyboard.press('c')
  await expect.poll(async () => (await said()).at(-1)).toBe('Row copied as text.')
  await keyboard.press('=')
  await expect
    .poll(async () => (await said()).at(-1))
    .toBe('Rows are selected in the table: switch reading mode off first.')
  await keyboard.press(']')
  await expect.poll(() => explorer.search().get('open')).toBe(calls[202]?.id)
  await keyboard.press(']')
  await expect(explorer.inspector).toBeHidden()

  // It is this browser's habit, and no part of the link.
  await page.reload()
  await expect(list.getByRole('heading', { level: 2 })).toBeVisible()
  expect(explorer.address()).toBe('resource=call')
  await page.keyboard.press('v')
  await expect(explorer.rows.first()).toBeVisible()
  await expect(list).toHaveCount(0)
})

test('the last page says so, a conversation shows its messages, and a phone has a list', async ({ page, sandbox }) => {
  const { longThread } = await sandbox.landmarks()
  const explorer = new Explorer(page)
  const list = page.getByRole('region', { name: 'Activities' })
  await page.setViewportSize({ width: 390, height: 844 })
  await explorer.open(`lead_id=${longThread.leadId}&thread_emails=only`)
  await explorer.settled()
  await page.keyboard.press('v')
  const items = list.getByRole('listitem')
  const threads = await answerOf(sandbox, '/activity/', { lead_id: longThread.leadId, thread_emails: 'only' })
  expect(threads.length).toBeGreaterThan(200)
  expect(threads.length).toBeLessThan(400)
  const next = list.getByRole('navigation', { name: 'Pages', exact: true }).getByRole('button', { name: 'Next page' })
  const place = threads.findIndex(({ id }) => id === longThread.id)
  const onPage = [200, threads.length - 200]

  async function openConversation(rows: number | undefined) {
    const toggle = items.nth(place % 200).getByRole('button', { name: '60 messages' })
    await toggle.click()
    await expect(toggle).toHaveAttribute('aria-expanded', 'true')
    await expect(items).toHaveCount((rows ?? 0) + 60)
    await expect(items.nth((place % 200) + 1)).toContainText('Message')
  }
  await expect(items).toHaveCount(200)
  if (place < 200) await openConversation(onPage[0])
  await next.click()
  await expect(items).toHaveCount(onPage[1] ?? 0)
  if (place >= 200) await openConversation(onPage[1])
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  await expect(next).toHaveAccessibleDescription('This is the last page.')
  await expectAccessible(page)
})
