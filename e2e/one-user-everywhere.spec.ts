import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { answerOf, found, idsOf } from './support/oracle.ts'
import { recordActivityRequests } from './support/requests.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' } })

for (const { who, isActive } of [
  { who: 'somebody', isActive: true },
  { who: 'somebody who left', isActive: false },
]) {
  test(`all calls of ${who}, on whatever lead, are asked of the list of calls`, async ({ page, sandbox }) => {
    // Whoever left is not in this list.
    const users = (await sandbox.get('/user/?_limit=100')) as { data: readonly { id: string }[] }
    const active = new Set(users.data.map(({ id }) => id))
    const calls = await answerOf(sandbox, '/activity/call/')
    const callsOf = (user: string | null) => calls.filter(({ user_id: id }) => id === user)
    const call = found(
      calls.find(
        ({ user_id: id }) =>
          id !== null && active.has(id) === isActive && new Set(callsOf(id).map(({ lead_id: lead }) => lead)).size > 1,
      ),
      `call of ${who}, who called more than one lead`,
    )
    const name = call.user_name ?? ''
    const theirs = callsOf(call.user_id)

    const explorer = new Explorer(page)
    await explorer.open()
    await explorer.pick('List', 'Calls', 'Calls')
    await expect(explorer.combobox('Users')).not.toHaveAttribute('aria-disabled')
    const requests = recordActivityRequests(page)
    await explorer.combobox('Users').fill(name)
    const option = page.getByRole('option', { name, exact: true })
    await expect(option).toHaveAccessibleDescription(isActive ? '' : 'inactive')
    await option.click()
    await expect.poll(() => explorer.address()).toBe(`resource=call&user_id__in=${call.user_id}`)
    await expect(explorer.activeFilters).toHaveText([`User is ${name}`])
    await explorer.settled()
    expect(await explorer.readToTheEnd()).toEqual(idsOf(theirs))
    expect(requests.length).toBeGreaterThan(0)
    for (const { path, parameters } of requests) {
      expect(path).toBe('/activity/call/')
      expect(parameters.get('user_id')).toBe(call.user_id)
      expect(parameters.has('lead_id')).toBe(false)
    }
    await expectAccessible(page)
  })
}
