import { getActivity } from './support/activities.ts'
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '6000' } })

test('an activity four thousand rows deep is seen among its neighbours, and Back leads to the former place', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const explorer = new Explorer(page)
  const deep = 4000
  await explorer.open()
  await explorer.settled()
  for (let place = 0; place < deep; place += 95) {
    await expect(async () => {
      await explorer.scrollTo(place)
      await expect(explorer.row(place)).toBeVisible({ timeout: 1000 })
    }).toPass()
  }
  await explorer.scrollTo(deep - 3)
  const row = await rowWithLead(explorer, deep)
  const id = (await row.getAttribute('data-activity-id')) ?? ''
  await row.click()
  await expect(explorer.inspector.locator('article')).toBeVisible()
  const before = await explorer.firstInView()

  await explorer.inspector.getByRole('button', { name: 'Show around this' }).click()
  await expect.poll(() => explorer.search().get('lead_id')).not.toBeNull()
  const there = explorer.grid.locator(`[data-activity-id="${id}"]`)
  await expect(there).toBeInViewport()
  await expect(there).toHaveAttribute('aria-selected', 'true')
  await expect(explorer.inspector.locator('article')).toBeVisible()
  await expectNeighbours(explorer, id)
  await expectAccessible(page)

  await page.goBack()
  await expect(explorer.grid.locator(`[data-activity-id="${id}"]`)).toBeInViewport()
  expect(Math.abs((await explorer.firstInView()) - before)).toBeLessThanOrEqual(1)
})

test('a link straight to it needs no list, and leads to its place in one', async ({ page, sandbox }) => {
  const truth = (await sandbox.truth()).toSorted((a, b) => b.dateCreated.localeCompare(a.dateCreated))
  const deep = truth.slice(4000).find((fact) => fact.type === 'Call' && fact.leadId !== null)
  const id = deep?.id ?? ''
  const call = await getActivity(sandbox, id)
  const explorer = new Explorer(page)
  await explorer.open(`open=${id}`)
  await expect(explorer.inspector).toContainText(String(call['remote_phone_formatted']))
  await explorer.inspector.getByRole('button', { name: 'Show around this' }).click()
  const row = explorer.grid.locator(`[data-activity-id="${id}"]`)
  await expect(row).toBeInViewport()
  await expectNeighbours(explorer, id)
  await page.goBack()
  await expect.poll(() => explorer.address()).toBe(`open=${id}`)
  await expect(explorer.row(0)).toBeInViewport()
})

test('an activity that is gone or forbidden says so and offers its neighbours in the list', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/404 \(Not Found\)|403 \(Forbidden\)/)
  const explorer = new Explorer(page)
  await explorer.open('resource=call')
  await explorer.settled()
  const id = (await explorer.row(5).getAttribute('data-activity-id')) ?? ''
  const next = (await explorer.row(6).getAttribute('data-activity-id')) ?? ''
  await page.route(`**/activity/${id}/`, (route) => route.fulfill({ status: 404, json: { error: 'Not found' } }))
  await explorer.row(5).click()
  await expect(explorer.inspector.getByRole('alert')).toHaveText('This activity was deleted or you cannot see it.')
  await expectAccessible(page)
  await explorer.inspector.getByRole('region', { name: 'Around it in the list' }).getByRole('button').nth(1).click()
  await expect.poll(() => explorer.search().get('open')).toBe(next)
  await expect(explorer.inspector.locator('article')).toBeVisible()

  const hidden = (await explorer.row(8).getAttribute('data-activity-id')) ?? ''
  await page.route(`**/activity/${hidden}/`, (route) => route.fulfill({ status: 403, json: { error: 'Forbidden' } }))
  await explorer.row(8).click()
  await expect(explorer.inspector.getByRole('alert')).toHaveText('This activity was deleted or you cannot see it.')
  await expect(explorer.inspector.getByRole('region', { name: 'Around it in the list' })).toBeVisible()
})

async function rowWithLead(explorer: Explorer, from: number) {
  for (let place = from; ; place += 1) {
    const row = explorer.row(place)
    await expect(row).toBeVisible()
    const lead = await row.getByRole('gridcell').nth(3).textContent()
    if (lead !== '') return row
  }
}

/** Ten rows or all there are above it, and ten or all below. */
async function expectNeighbours(explorer: Explorer, id: string): Promise<void> {
  const row = explorer.grid.locator(`[data-activity-id="${id}"]`)
  const place = Number(await row.getAttribute('aria-rowindex')) - 2
  const hasNewest = !explorer.address().includes('__lte')
  expect(place >= 10 || hasNewest).toBe(true)
  for (const distance of [1, 5, 10]) {
    if (place - distance >= 0) await expect(explorer.row(place - distance)).toBeAttached()
    const end = await explorer.rowCount()
    if (end === null || place + distance < end) await expect(explorer.row(place + distance)).toBeAttached()
  }
}
