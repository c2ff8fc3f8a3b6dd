import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { answerOf, dayIn, found, idsOf, leadHistories } from './support/oracle.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' } })

test('within one lead, activities can stand in the order in which they happened', async ({ page, sandbox }) => {
  const lead = await leadWithTwoOrders()
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${lead.id}`)
  await explorer.settled()
  expect(await explorer.readToTheEnd()).toEqual(idsOf(lead.activities))

  await explorer.pick('Sort by', 'Activity time')
  await expect.poll(() => explorer.address()).toBe(`lead_id=${lead.id}&_order_by=-activity_at`)
  await explorer.settled()
  expect(await explorer.readToTheEnd()).toEqual(idsOf(lead.happened))
  await expectAccessible(page)

  async function leadWithTwoOrders() {
    for (const { id, activities } of await leadHistories(sandbox)) {
      if (activities.length > 400) continue
      const happened = await answerOf(sandbox, '/activity/', { lead_id: id, _order_by: '-activity_at' })
      if (idsOf(happened).join() !== idsOf(activities).join()) return { id, activities, happened }
    }
    throw new Error('The sandbox has no lead where the two orders differ.')
  }
})

test('a period chosen before is about the date that is sorted by, whichever it is', async ({ page, sandbox }) => {
  const lead = found(
    (await leadHistories(sandbox)).find(({ activities }) => activities.length < 400),
    'lead of middling size',
  )
  const day = (place: number) => dayIn('Europe/Berlin', lead.activities[place]?.date_created ?? '')
  const from = day(Math.floor(lead.activities.length * 0.8))
  const to = day(Math.floor(lead.activities.length * 0.2))
  const explorer = new Explorer(page)
  await explorer.open(`lead_id=${lead.id}`)
  await explorer.filters.getByLabel('From', { exact: true }).fill(from)
  await explorer.filters.getByLabel('To', { exact: true }).fill(to)
  await expect
    .poll(() => explorer.address())
    .toBe(`lead_id=${lead.id}&date_created__gte=${from}&date_created__lte=${to}`)
  const within = (instant: string | null) => {
    const date = instant === null ? '' : dayIn('Europe/Berlin', instant)
    return date >= from && date <= to
  }
  await explorer.settled()
  expect(await explorer.readToTheEnd()).toEqual(
    idsOf(lead.activities.filter(({ date_created: created }) => within(created))),
  )

  await explorer.pick('Sort by', 'Activity time')
  await expect
    .poll(() => explorer.address())
    .toBe(`lead_id=${lead.id}&_order_by=-activity_at&activity_at__gte=${from}&activity_at__lte=${to}`)
  await expect(explorer.filters.getByLabel('From', { exact: true })).toHaveValue(from)
  await explorer.settled()
  const happened = await answerOf(sandbox, '/activity/', { lead_id: lead.id, _order_by: '-activity_at' })
  expect(await explorer.readToTheEnd()).toEqual(idsOf(happened.filter(({ activity_at: at }) => within(at))))
  await expectAccessible(page)
})
