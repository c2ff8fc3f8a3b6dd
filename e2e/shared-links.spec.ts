import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { type Answered, answerOf, dayIn, found, idsOf, leadHistories } from './support/oracle.ts'
import type { SandboxControl } from './support/sandbox-control.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

const here = 'Europe/Berlin'
const there = 'America/Los_Angeles'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' }, timezoneId: here })

test('a link that names its time zone shows the same activities to somebody in another one', async ({
  page,
  browser,
  sandbox,
}) => {
  const { id, day, activities } = await nightOn(sandbox)
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${id}`)
  await chooseDay(explorer, day)
  await explorer.filters.getByRole('button', { name: 'More', exact: true }).click()
  await explorer.pick('Time zone', /^Europe.Berlin$/, here)
  await expect.poll(() => explorer.search().get('tz')).toBe(here)
  await explorer.settled()
  const ids = idsOf(createdOn(day, here, activities))
  expect(await explorer.readToTheEnd()).toEqual(ids)
  const cells = await textsOf(explorer)

  await visit(browser, { link: page.url(), timeZone: there }, async (colleague) => {
    expect(await colleague.readToTheEnd()).toEqual(ids)
    await expect(colleague.header(/^Time/)).toHaveText('Time Berlin')
    expect(await textsOf(colleague)).toEqual(cells)
    expect(colleague.page.url()).toBe(page.url())
    await expectAccessible(colleague.page)
  })
})

test('a link that names no time zone means the days of whoever opens it, and says whose', async ({
  page,
  browser,
  sandbox,
}) => {
  const { id, day, activities } = await nightOn(sandbox)
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${id}`)
  await chooseDay(explorer, day)
  await expect(explorer.header(/^Time/)).toHaveText('Time Berlin')
  await explorer.settled()
  expect(await explorer.readToTheEnd()).toEqual(idsOf(createdOn(day, here, activities)))

  await visit(browser, { link: page.url(), timeZone: there }, async (colleague) => {
    await expect(colleague.header(/^Time/)).toHaveText('Time Los Angeles')
    expect(await colleague.readToTheEnd()).toEqual(idsOf(createdOn(day, there, activities)))
    await expectAccessible(colleague.page)
  })
})

test('a link to fifty activities fits into 2,000 characters', async ({ page, browser, sandbox }) => {
  const all = idsOf(await answerOf(sandbox, '/activity/note/'))
  const fifty = all.filter((_, place) => place % 3 === 0).slice(0, 50)
  expect(fifty).toHaveLength(50)
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.filters.getByRole('button', { name: 'More', exact: true }).click()
  await explorer.filters.getByRole('textbox', { name: 'Activity IDs' }).fill(fifty.toReversed().join('\n'))
  await expect(explorer.status).toHaveText('All 50 activities')
  expect(page.url().length).toBeLessThan(2000)
  expect(await explorer.readToTheEnd()).toEqual(fifty)
  await visit(browser, { link: page.url(), timeZone: there }, async (colleague) => {
    expect(await colleague.readToTheEnd()).toEqual(fifty)
    await expectAccessible(colleague.page)
  })
})

test('a link in the words of the API’s other lists is understood, and the address put right', async ({
  page,
  sandbox,
}) => {
  const lead = found(
    (await leadHistories(sandbox)).find(({ activities }) => activities.length < 300),
    'lead of middling size',
  )
  const { user_id: user } = found(
    lead.activities.find(({ _type, user_id: id }) => _type === 'Call' && id !== null),
    'call there',
  )
  const explorer = new Explorer(page)
  await explorer.open(`_skip=40&_type=Call&user_id=${user}&lead_id__in=${lead.id}`)
  await explorer.settled()
  expect(explorer.address()).toBe(`lead_id=${lead.id}&user_id__in=${user}&_type__in=Call`)
  await expect(page.getByText(/_skip/)).toBeVisible()
  expect(await explorer.readToTheEnd()).toEqual(
    idsOf(lead.activities.filter(({ _type, user_id: id }) => _type === 'Call' && id === user)),
  )
  await expectAccessible(page)
})

/** A lead, and a day in Berlin to which belongs what was still the day before in Los Angeles. */
async function nightOn(sandbox: SandboxControl) {
  for (const { id, activities } of await leadHistories(sandbox)) {
    if (activities.length > 300) continue
    const night = activities.find(({ date_created: at }) => dayIn(here, at) !== dayIn(there, at))
    if (night) return { id, activities, day: dayIn(here, night.date_created) }
  }
  throw new Error('Nobody in the sandbox works at night.')
}

function createdOn(day: string, timeZone: string, activities: readonly Answered[]): readonly Answered[] {
  return activities.filter(({ date_created: created }) => dayIn(timeZone, created) === day)
}

async function chooseDay(explorer: Explorer, day: string): Promise<void> {
  await explorer.filters.getByLabel('From', { exact: true }).fill(day)
  await explorer.filters.getByLabel('To', { exact: true }).fill(day)
  await expect.poll(() => explorer.address()).toContain(`date_created__gte=${day}&date_created__lte=${day}`)
}

/** Everything that the rows say, once the names are there. */
async function textsOf(explorer: Explorer): Promise<readonly string[]> {
  await expect(explorer.rows.filter({ hasText: /\b(lead|cont|user)_[A-Za-z0-9]{10}/ })).toHaveCount(0)
  return explorer.rows.allInnerTexts()
}
