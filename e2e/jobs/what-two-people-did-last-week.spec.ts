import { expectAccessible } from '#e2e/support/axe.ts'
import { Explorer } from '#e2e/support/explorer.ts'
import { answerOf, found, idsOf } from '#e2e/support/oracle.ts'
import { expect, test } from '#e2e/support/test.ts'

test.use({ env: { SANDBOX_SIZE: '6000', SANDBOX_LIVE_EVERY: '0' }, timezoneId: 'Europe/Berlin' })

test('what two people did last week, without a lead: why not at once, then list by list, exactly', async ({
  page,
  sandbox,
}) => {
  const explorer = new Explorer(page)
  await explorer.open('range=last_week')
  await explorer.settled()
  const users = explorer.combobox('Users')
  await expect(users).toHaveAttribute('aria-disabled', 'true')
  await expect(users).toHaveAccessibleDescription(/Close filters by .*user.* only within one lead/)
  const calls = await answerOf(sandbox, '/activity/call/')
  const [ana, ben] = await busyLastWeek()

  await explorer.pick('List', 'Calls')
  await explorer.pick('Users', ana.name, ana.name)
  await explorer.pick('Users', ben.name, ben.name)
  await expect.poll(() => explorer.search().get('user_id__in')).toBe(`${ana.id},${ben.id}`)
  await explorer.settled()
  const week = await lastWeek()
  const expected = calls.filter(
    ({ date_created: at, user_id: user }) => week(at) && (user === ana.id || user === ben.id),
  )
  expect(await explorer.readToTheEnd()).toEqual(idsOf(expected))
  await expect(explorer.status).toContainText(`All ${expected.length} activities`)
  await expectAccessible(page)

  // The same two, the same week, of another list: both stay.
  await explorer.pick('List', 'Notes')
  await explorer.settled()
  const notes = (await answerOf(sandbox, '/activity/note/')).filter(
    ({ date_created: at, user_id: user }) => week(at) && (user === ana.id || user === ben.id),
  )
  expect(await explorer.readToTheEnd()).toEqual(idsOf(notes))

  // What comes meanwhile waits behind its button: rows that are shown keep their places.
  await explorer.open(`resource=call&user_id__in=${ana.id},${ben.id}`)
  await explorer.settled()
  const top = await explorer.row(0).getAttribute('data-activity-id')
  await sandbox.fault({ fault: 'insert', count: 2, match: '/activity/call/' })
  const news = page.getByRole('button', { name: /new activities/ })
  await news.click()
  await news.click()
  await expect(news).toHaveText('2 new activities')
  await expect(explorer.row(0)).toHaveAttribute('data-activity-id', top ?? '')
  await news.click()
  await expect(explorer.row(2)).toHaveAttribute('data-activity-id', top ?? '')
  expect((await sandbox.requests()).filter(({ status }) => status >= 400)).toEqual([])

  /** The two people with most calls of last week who are still there. */
  async function busyLastWeek() {
    const within = await lastWeek()
    const { data } = (await sandbox.get('/user/?_limit=100')) as {
      data: readonly { id: string; first_name: string; last_name: string }[]
    }
    const counted = data
      .map(({ id, first_name: first, last_name: last }) => ({
        id,
        name: `${first} ${last}`,
        count: calls.filter(({ user_id: user, date_created: at }) => user === id && within(at)).length,
      }))
      .toSorted((a, b) => b.count - a.count)
    return [found(counted[0], 'user'), found(counted[1], 'second user')] as const
  }

  /** Whether an instant lies in the last whole week, Monday to Sunday, of Berlin. */
  async function lastWeek() {
    const day = (instant: string | number) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date(instant))
    const today = Date.parse(`${day(await page.evaluate(() => Date.now()))}T00:00:00Z`)
    const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * 86_400_000
    const from = new Date(monday - 7 * 86_400_000).toISOString().slice(0, 10)
    const until = new Date(monday).toISOString().slice(0, 10)
    return (instant: string) => day(instant) >= from && day(instant) < until
  }
})
