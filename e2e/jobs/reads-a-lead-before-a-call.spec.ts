import { expectAccessible } from '#e2e/support/axe.ts'
import { Explorer } from '#e2e/support/explorer.ts'
import { Keyboard } from '#e2e/support/keyboard.ts'
import { expect, test } from '#e2e/support/test.ts'

test.use({ env: { SANDBOX_SIZE: '2000', SANDBOX_LIVE_EVERY: '0', SANDBOX_LATENCY: '50' } })

interface Thread {
  readonly emails: readonly { readonly id: string; readonly date_created: string }[]
}

test('somebody reads a lead before a call: threads on, newest first, sixty messages by keys, no remote image', async ({
  page,
  sandbox,
}) => {
  const { longThread } = await sandbox.landmarks()
  const { emails } = (await sandbox.get(`/activity/emailthread/${longThread.id}/`)) as Thread
  const newestFirst = emails.toSorted((a, b) => b.date_created.localeCompare(a.date_created)).map(({ id }) => id)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!/^http:\/\/localhost[:/]|^(?:blob|data):/.test(request.url())) elsewhere.push(request.url())
  })
  const explorer = new Explorer(page)
  const keyboard = new Keyboard(page)
  await explorer.open(`lead_id=${longThread.leadId}&thread_emails=only&id__in=${longThread.id}`)
  await explorer.settled()
  // The first rows need one answer of Close: nothing is asked before them, one after the other.
  const asked = (await sandbox.requests()).map(({ path }) => path)
  expect(asked.filter((path) => path.endsWith('/activity/'))).toHaveLength(1)

  const thread = explorer.row(0)
  await expect(thread).toHaveAttribute('data-activity-id', longThread.id)
  await thread.focus()
  await keyboard.press('ArrowRight')
  await expect(thread).toHaveAttribute('aria-expanded', 'true')
  await expect(explorer.grid.locator('[aria-level="2"]').first()).toHaveAttribute(
    'data-activity-id',
    newestFirst[0] ?? '',
  )

  await keyboard.press('Enter')
  const messages = explorer.inspector.getByRole('region', { name: 'Messages' }).getByRole('listitem')
  const line = (place: number) => messages.nth(place).getByRole('button').first()
  await expect(line(0)).toHaveAttribute('aria-expanded', 'true')
  await expect(line(1)).toHaveAttribute('aria-expanded', 'false')
  await keyboard.press('n')
  await expect(line(0)).toBeFocused()
  await keyboard.press('n')
  await expect(line(1)).toBeFocused()
  await expect(line(1)).toHaveAttribute('aria-expanded', 'true')
  await expect(line(1)).toBeInViewport()
  await keyboard.press('p')
  await expect(line(0)).toBeFocused()
  await keyboard.press(':')
  await expect(messages.locator('button[aria-expanded=true]')).toHaveCount(0)
  await keyboard.press(';')
  await expect(messages.locator('button[aria-expanded=true]')).toHaveCount(20)
  await expect(page.frameLocator('iframe[data-mail=shown]').first().locator('body')).toBeVisible()
  await keyboard.press(':')
  await expectAccessible(page)

  await keyboard.press('Escape')
  await expect(explorer.inspector).toHaveCount(0)
  await expect(thread).toBeFocused()
  expect(elsewhere).toEqual([])
})
