import { Explorer } from '#e2e/support/explorer.ts'
import { expectExportGreyed } from '#e2e/support/export.ts'
import { answerOf, found } from '#e2e/support/oracle.ts'
import { expect, test } from '#e2e/support/test.ts'
import { visit } from '#e2e/support/visitor.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' }, timezoneId: 'Europe/Berlin' })

test('a view of the last 7 days is sent as exact days: the colleague in another zone sees the same, and unknown parts travel on', async ({
  page,
  context,
  browser,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const call = found(
    (await answerOf(sandbox, '/activity/call/')).find(({ user_name: name }) => name !== null),
    'call of somebody',
  )
  const view = `resource=call&user_id__in=${call.user_id}&range=7d`
  const explorer = new Explorer(page)
  const copied = async () => {
    await page.getByRole('button', { name: 'Copy link' }).press('Enter')
    const popover = page.getByRole('dialog', { name: 'Copy link' })
    await expect(popover.getByRole('radio', { name: 'These exact days' })).toBeChecked()
    await popover.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(popover.getByRole('button', { name: 'Copied' })).toBeVisible()
    await page.keyboard.press('Escape')
    return page.evaluate(() => navigator.clipboard.readText())
  }
  await explorer.open(view)
  await explorer.settled()
  const ids = await explorer.readToTheEnd()
  expect(ids).toContain(call.id)
  const link = await copied()
  expect(link.length).toBeLessThan(2000)
  expect(link).not.toContain('range=')
  expect(decodeURIComponent(link)).not.toMatch(/api_|token/)
  for (const word of call.user_name?.split(' ') ?? []) expect(link).not.toContain(word)

  // In a chat, in the middle of a sentence: the address ends where such programs see its end.
  const sentence = `See ${link}. Does it fit?`
  const [sent = ''] = /https?:\/\/[^\s]*[^\s.,;:!?)\]]/.exec(sentence) ?? []
  expect(sent).toBe(link)
  await visit(browser, { link: sent, timeZone: 'America/Los_Angeles' }, async (colleague) => {
    expect(await colleague.readToTheEnd()).toEqual(ids)
    await expect(colleague.header(/^Time/)).toHaveText('Time Berlin')
  })

  // A page that does not know one of the filters.
  await explorer.open(`${view}&mood=good`)
  await explorer.settled()
  await expect(page.getByText(/What is struck through was not understood and is not applied/)).toBeVisible()
  await expectExportGreyed(page, /^A part of the link was not understood\./)
  expect(await copied()).toContain('mood=good')
})
