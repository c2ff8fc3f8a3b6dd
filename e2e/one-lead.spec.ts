import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { paste } from './support/greyed.ts'
import { type Answered, found, idsOf, leadHistories, type LeadHistory, leadName } from './support/oracle.ts'
import { expect, test } from './support/test.ts'

test.use({
  env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' },
  permissions: ['clipboard-read', 'clipboard-write'],
})

test('a lead by name, a user and a type give what is theirs, in order, and a filter can be taken back', async ({
  page,
  sandbox,
}) => {
  const histories = await leadHistories(sandbox)
  const { lead, user } = found(
    histories.map((history) => ({ lead: history, user: someoneWithCalls(history) })).find((each) => each.user !== null),
    'lead where somebody made calls beside other things',
  )
  const name = await leadName(sandbox, lead.id)
  const userName = user?.user_name ?? ''
  const theirs = lead.activities.filter((each) => each.user_id === user?.user_id)
  const calls = theirs.filter(({ _type }) => _type === 'Call')
  const explorer = new Explorer(page)
  await explorer.open()

  await explorer.pick('Leads', name, name)
  await expect(explorer.combobox('Users')).not.toHaveAttribute('aria-disabled')
  await explorer.pick('Users', userName, userName)
  await explorer.pick('Activity types', 'Call', 'Call')
  await expect.poll(() => explorer.address()).toBe(`lead_id=${lead.id}&user_id__in=${user?.user_id}&_type__in=Call`)
  await expect(explorer.activeFilters).toHaveText([`Lead is ${name}`, 'Type is Call', `User is ${userName}`])
  await explorer.settled()
  expect(await explorer.readToTheEnd()).toEqual(idsOf(calls))
  await expectAccessible(page)

  await explorer.removeFilter('Type is Call')
  await expect(explorer.activeFilters).toHaveText([`Lead is ${name}`, `User is ${userName}`])
  await explorer.settled()
  expect(await explorer.readToTheEnd()).toEqual(idsOf(theirs))

  await explorer.removeFilter(`User is ${userName}`)
  await expect.poll(() => explorer.address()).toBe(`lead_id=${lead.id}`)
  await explorer.settled()
  expect(await explorer.readToTheEnd()).toEqual(idsOf(lead.activities))
})

for (const { what, text } of [
  { what: 'id', text: (id: string) => id },
  { what: 'address in Close', text: (id: string) => `https://app.close.com/lead/${id}/` },
]) {
  test(`a lead is found by its pasted ${what}`, async ({ page, sandbox }) => {
    const [, lead] = await leadHistories(sandbox)
    const { id, activities } = found(lead, 'second lead')
    const name = await leadName(sandbox, id)
    const explorer = new Explorer(page)
    await explorer.open()
    await explorer.combobox('Leads').click()
    await paste(page, text(id))
    await expect.poll(() => explorer.address()).toBe(`lead_id=${id}`)
    await expect(explorer.activeFilters).toHaveText([`Lead is ${name}`])
    await explorer.settled()
    expect(await explorer.readToTheEnd()).toEqual(idsOf(activities))
    await page.keyboard.press('Escape')
    await expectAccessible(page)
  })
}

test('Enter takes the lead that was typed, also when the search has not answered yet', async ({ page, sandbox }) => {
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.combobox('Leads').click()
  const offered = page.getByRole('option')
  await expect(offered.nth(2)).toBeVisible()
  const name = await offered.nth(2).getAttribute('aria-label')
  await sandbox.fault({ fault: 'hang', match: '/lead/', times: null })
  await page.keyboard.type(name ?? '')
  await expect(offered).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(explorer.activeFilters).toHaveCount(1)
  await sandbox.clear()
  await expect(explorer.activeFilters).toHaveText([`Lead is ${name}`])
  await explorer.settled()
  await expectAccessible(page)
})

test('custom activity types stand by name among the activity types', async ({ page, sandbox }) => {
  const types = (await sandbox.get('/custom_activity/')) as { data: readonly { id: string; name: string }[] }
  const histories = await leadHistories(sandbox)
  const custom = found(
    histories.flatMap(({ activities }) => activities).find(({ _type }) => _type === 'CustomActivity'),
    'custom activity on a lead',
  )
  const type = found(
    types.data.find(({ id }) => id === custom.custom_activity_type_id),
    'such type',
  )
  const { activities } = found(
    histories.find(({ id }) => id === custom.lead_id),
    'such lead',
  )
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${custom.lead_id}`)
  await explorer.pick('Activity types', type.name, type.name)
  await expect.poll(() => explorer.search().get('_type__in')).toBe(type.id)
  await expect(explorer.activeFilters.last()).toHaveText(`Type is ${type.name}`)
  await explorer.settled()
  expect(await explorer.readToTheEnd()).toEqual(
    idsOf(activities.filter((each) => each.custom_activity_type_id === type.id)),
  )
  await expectAccessible(page)
})

/** An activity of somebody who made calls and other things on the lead, where others were active too. */
function someoneWithCalls({ activities }: LeadHistory): Answered | null {
  if (activities.length > 400) return null
  const call = activities.find(({ _type, user_id: id }) => _type === 'Call' && id !== null)
  const theirs = activities.filter(({ user_id: id }) => id === call?.user_id)
  const isMixed = theirs.some(({ _type }) => _type !== 'Call') && theirs.length < activities.length
  return call && isMixed ? call : null
}
