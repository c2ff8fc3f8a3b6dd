import { expectAccessible } from '#e2e/support/axe.ts'
import { Explorer } from '#e2e/support/explorer.ts'
import { answerOf, found, idsOf } from '#e2e/support/oracle.ts'
import { recordActivityRequests } from '#e2e/support/requests.ts'
import { expect, test } from '#e2e/support/test.ts'

test.use({ env: { SANDBOX_SIZE: '6000', SANDBOX_LIVE_EVERY: '0' } })

test('who changed the status of a deal, 4,000 rows deep, and what was said around it; Back leads to the former place', async ({
  page,
  sandbox,
}) => {
  const truth = await sandbox.truth()
  // One with enough around it on either side.
  const change = found(
    truth.slice(4000).find(({ id, type, leadId }) => {
      if (leadId === null || !/^OpportunityStatusChange$|^LeadStatusChange$/.test(type)) return false
      const onLead = truth.filter((fact) => fact.leadId === leadId)
      const at = onLead.findIndex((fact) => fact.id === id)
      return at >= 12 && onLead.length > at + 12
    }),
    'status change far back with activities around it',
  )
  const around = idsOf(
    await answerOf(sandbox, '/activity/', { lead_id: change.leadId ?? '', _order_by: '-activity_at' }),
  )
  const at = around.indexOf(change.id)
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.settled()
  await explorer.scrollTo(60)
  await explorer.viewIsDrawn()
  const before = await explorer.firstInView()
  const reading = await explorer.row(before).getAttribute('data-activity-id')

  // A link somebody sent, opened in the same tab: one request finds the activity, no page of a list.
  const requests = recordActivityRequests(page)
  await explorer.open(`open=${change.id}`)
  await expect(explorer.inspector.locator('article')).toContainText(/status/i)
  expect(requests.filter(({ path }) => path === '/activity/').length).toBeLessThanOrEqual(1)
  await explorer.inspector.getByRole('button', { name: 'Show around this' }).click()
  const row = explorer.grid.locator(`[data-activity-id="${change.id}"]`)
  await expect(row).toBeInViewport()
  await expect(row).toHaveAttribute('aria-selected', 'true')
  const place = Number(await row.getAttribute('aria-rowindex')) - 2
  const expected = around.slice(Math.max(0, at - 10), at + 11)
  await expect
    .poll(async () => {
      const drawn = await explorer.drawnRows()
      const first = place - Math.min(at, 10)
      return expected.map((_, i) => drawn.get(first + i))
    })
    .toEqual(expected)
  await expectAccessible(page)

  await page.goBack()
  await page.goBack()
  await expect(explorer.row(before)).toHaveAttribute('data-activity-id', reading ?? '')
  await expect.poll(async () => Math.abs((await explorer.firstInView()) - before)).toBeLessThanOrEqual(1)
})
