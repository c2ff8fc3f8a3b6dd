import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test('next goes on past the rows that are loaded, row by row, and the highlight follows', async ({ page, sandbox }) => {
  test.setTimeout(120_000)
  const truth = (await sandbox.truth())
    .filter(({ type }) => type === 'Call')
    .toSorted((a, b) => b.dateCreated.localeCompare(a.dateCreated))
  const explorer = new Explorer(page)
  await explorer.open(`resource=call&_limit=20&open=${truth[58]?.id ?? ''}`)
  await explorer.settled()
  const next = explorer.inspector.getByRole('button', { name: 'Next activity' })
  const loaded = await explorer.status.textContent()
  for (let place = 59; place < 90; place += 1) {
    await next.click()
    const id = truth[place]?.id ?? ''
    await expect.poll(() => explorer.search().get('open')).toBe(id)
    if (place % 5 === 0) {
      await expect(explorer.grid.locator(`[data-activity-id="${id}"]`)).toBeInViewport()
      await expect(explorer.grid.locator('[aria-selected=true]')).toHaveAttribute('data-activity-id', id)
    }
  }
  expect(await explorer.status.textContent()).not.toBe(loaded)
  await explorer.inspector.getByRole('button', { name: 'Previous activity' }).click()
  await expect.poll(() => explorer.search().get('open')).toBe(truth[88]?.id)
})

test('j and k step from the table and from the inspector, and Escape leads back to the row', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=note')
  await explorer.settled()
  const ids = await explorer.drawnRows()
  await explorer.row(2).click()
  await expect(explorer.inspector.locator('article')).toBeVisible()
  await page.keyboard.press('j')
  await expect.poll(() => explorer.search().get('open')).toBe(ids.get(3))
  await expect(explorer.row(3)).toBeFocused()
  await page.keyboard.press('k')
  await expect.poll(() => explorer.search().get('open')).toBe(ids.get(2))
  await explorer.inspector.getByRole('button', { name: 'Next activity' }).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect.poll(() => explorer.search().get('open')).toBe(ids.get(4))
  await expect(explorer.inspector.getByRole('button', { name: 'Next activity' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(explorer.inspector).toHaveCount(0)
  await expect(explorer.row(4)).toBeFocused()
})

test('keys pressed in a message mean the panel around it, and Escape on the status line as well', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=email')
  await explorer.settled()
  const ids = await explorer.drawnRows()
  await explorer.row(2).click()
  const message = page.frameLocator('iframe[data-mail=shown]').locator('body')
  await message.click()
  await page.keyboard.press('j')
  await expect.poll(() => explorer.search().get('open')).toBe(ids.get(3))
  await expect(explorer.inspector.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('k')
  await expect.poll(() => explorer.search().get('open')).toBe(ids.get(2))
  await explorer.status.focus()
  await page.keyboard.press('Escape')
  await expect(explorer.inspector).toHaveCount(0)
  await explorer.row(2).click()
  await message.click()
  // The frame that has the focus goes with this key, and the browser may then never tell that it was pressed.
  void page.keyboard.press('Escape').catch(() => undefined)
  await expect(explorer.inspector).toHaveCount(0)
})

test('somebody who has left is told apart', async ({ page, sandbox }) => {
  const { organizations } = (await sandbox.get('/me/')) as { organizations: readonly { id: string }[] }
  const { inactive_memberships: left } = (await sandbox.get(`/organization/${organizations[0]?.id}/`)) as {
    inactive_memberships: readonly { user_id: string }[]
  }
  const { data } = (await sandbox.get(`/activity/call/?user_id=${left[0]?.user_id}&_limit=1`)) as {
    data: readonly { id: string; user_name: string }[]
  }
  const explorer = new Explorer(page)
  await explorer.open(`resource=call&open=${data[0]?.id}`)
  await expect(explorer.inspector.getByText(`${data[0]?.user_name} (inactive)`)).toBeVisible()
})

test('letters and arrows typed in a field are the field’s', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=note')
  await explorer.settled()
  await explorer.row(0).click()
  const search = explorer.inspector.getByRole('searchbox', { name: 'Search fields' })
  const open = explorer.search().get('open')
  await search.fill('')
  await search.press('j')
  await search.press('k')
  await search.press('ArrowLeft')
  await search.press('ArrowDown')
  await search.press('Home')
  await search.press('n')
  await expect(search).toHaveValue('njk')
  await expect(search).toBeFocused()
  expect(explorer.search().get('open')).toBe(open)
})

test('a value of an activity becomes a filter, and what Close refuses is greyed with its reason', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open()
  await explorer.settled()
  await explorer.row(3).click()
  const filter = explorer.inspector.getByRole('button', { name: 'Filter' })
  await filter.click()
  const user = page.getByRole('button', { name: 'Only this user' })
  await expect(user).toHaveAttribute('aria-disabled', 'true')
  await expect(user).toHaveAccessibleDescription('In all activities, Close filters by user only within one lead.')
  await page.getByRole('button', { name: 'Only this lead' }).click()
  await expect.poll(() => explorer.search().get('lead_id')).toMatch(/^lead_\w+$/)
  await explorer.settled()
  await filter.click()
  await page.getByRole('button', { name: 'Only this user' }).click()
  await expect.poll(() => explorer.search().get('user_id__in')).toMatch(/^user_\w+$/)
  await filter.click()
  await page.getByRole('button', { name: 'Only this day' }).click()
  await expect(explorer.activeFilters.filter({ hasText: /^Date created on/ })).toHaveCount(1)
})
