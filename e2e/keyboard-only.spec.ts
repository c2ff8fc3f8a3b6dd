import { listenForAnnouncements } from './support/announcements.ts'
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { Keyboard } from './support/keyboard.ts'
import { found, idsOf, leadHistories, leadName } from './support/oracle.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0' } })

test('keys alone lead from the page to a filter, to the table, to an activity and back', async ({ page, sandbox }) => {
  const lead = found(
    (await leadHistories(sandbox)).findLast(({ activities }) => activities.length > 60),
    'lead with more than 60 activities',
  )
  const name = await leadName(sandbox, lead.id)
  const explorer = new Explorer(page)
  const keyboard = new Keyboard(page)
  const button = (label: string) => page.getByRole('button', { name: label, exact: true })
  await explorer.open()
  await expect(explorer.combobox('Leads')).toBeVisible()
  await expect(button('Connect to Close')).toBeEnabled()

  await keyboard.tabThrough(button('Go to the activities'), button('Reading mode on or off'))
  await keyboard.tabThrough(
    button('Filters'),
    button('Do anything'),
    button('Paste a link'),
    button('Connect to Close'),
  )
  await keyboard.tabThrough(page.getByRole('button', { name: /^Theme/ }), button('Keys'), button('Export CSV'))
  await keyboard.tabThrough(explorer.combobox('List'), explorer.combobox('Leads'))

  await keyboard.type(name)
  await expect(page.getByRole('option', { name, exact: true })).toBeVisible()
  await keyboard.press('Enter')
  await expect.poll(() => explorer.address()).toBe(`lead_id=${lead.id}`)
  await expect(explorer.combobox('Leads')).toBeFocused()
  await keyboard.tabThrough(explorer.combobox('Users'), explorer.combobox('Contacts'))
  await keyboard.tabThrough(explorer.combobox('Activity types'), explorer.combobox('Sort by'))

  await explorer.settled()
  await keyboard.tabTo(explorer.row(0))
  await keyboard.press('ArrowDown', 'ArrowDown', 'ArrowUp')
  await expect(explorer.row(1)).toBeFocused()
  await keyboard.press('PageDown')
  const { last } = await explorer.viewIsDrawn()
  await expect(explorer.row(last)).toBeFocused()
  await expect(explorer.row(last)).toBeInViewport({ ratio: 0.9 })
  await keyboard.press('PageUp')
  await expect(explorer.row(1)).toBeFocused()
  await keyboard.press('End')
  await expect(explorer.row(lead.activities.length - 1)).toBeFocused()
  await expect(explorer.row(lead.activities.length - 1)).toBeInViewport({ ratio: 0.9 })
  await keyboard.press('ArrowDown')
  await expect(explorer.row(lead.activities.length - 1)).toBeFocused()
  await keyboard.press('Home')
  await expect(explorer.row(0)).toBeFocused()
  await keyboard.press('End', 'ArrowUp', 'ArrowUp')
  const row = explorer.row(lead.activities.length - 3)
  await expect(row).toBeFocused()

  await keyboard.press('Enter')
  await expect(explorer.inspector).toBeVisible()
  const id = idsOf(lead.activities).at(-3) ?? ''
  expect(explorer.search().get('open')).toBe(id)
  await expect(explorer.inspector.getByText(id, { exact: true }).first()).toBeVisible()
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await keyboard.tabTo(button('Close activity'))
  await keyboard.tabTo(explorer.inspector.getByRole('button', { name: 'Copy JSON' }))
  await keyboard.press('Escape')
  await expect(explorer.inspector).toHaveCount(0)
  await expect(row).toBeFocused()
  await keyboard.press('Enter')
  await expect(explorer.inspector).toBeVisible()
  await keyboard.press('Escape')
  await expect(explorer.inspector).toHaveCount(0)
  await expect(row).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(explorer.row(lead.activities.length - 2)).toBeFocused()
})

test('a fix is taken and a filter is taken back by keys, and the focus stays in the form', async ({ page }) => {
  const explorer = new Explorer(page)
  const keyboard = new Keyboard(page)
  await explorer.open()
  await explorer.combobox('List').focus()
  await keyboard.tabTo(explorer.filters.getByRole('button', { name: 'Use the Calls list' }))
  await keyboard.press('Enter')
  await expect.poll(() => explorer.address()).toBe('resource=call')
  await explorer.settled()
  await keyboard.expectFocus('the fix')

  await keyboard.tabTo(explorer.combobox('Users'))
  await keyboard.type('a')
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('ArrowDown', 'Enter')
  await expect(explorer.activeFilters).toHaveCount(1)
  await keyboard.tabTo(page.getByRole('button', { name: /^Remove filter, User is / }))
  await keyboard.press('Enter')
  await expect.poll(() => explorer.address()).toBe('resource=call')
  await expect(explorer.activeFilters).toHaveCount(0)
  await explorer.settled()
  await keyboard.expectFocus('the removal')
  await expectAccessible(page)
})

test('a fix of a blocked link is taken by keys, and the focus goes on with the answer', async ({ page }) => {
  const explorer = new Explorer(page)
  const keyboard = new Keyboard(page)
  await explorer.open('_type__in=Call')
  await expect(explorer.blocked).toBeVisible()
  await keyboard.tabTo(explorer.blocked.getByRole('button', { name: 'Use the Calls list' }))
  await keyboard.press('Enter')
  await expect.poll(() => explorer.address()).toBe('resource=call')
  await explorer.settled()
  await keyboard.expectFocus('the fix')
  await expectAccessible(page)
})

test('“Load more” brings more to somebody who does not scroll, up to the end', async ({ page, sandbox }) => {
  const lead = found(
    (await leadHistories(sandbox)).findLast(({ activities }) => activities.length > 125),
    'lead with more than 125 activities',
  )
  const all = lead.activities.length
  const explorer = new Explorer(page)
  const keyboard = new Keyboard(page)
  await explorer.open(`lead_id=${lead.id}&_limit=30`)
  // Some pages come by themselves, ahead of the view; the rest waits for the button.
  const loaded = async () => (await explorer.viewIsDrawn()).loaded
  await expect.poll(loaded).toBeGreaterThan(80)
  const more = page.getByRole('button', { name: 'Load more' })
  await explorer.row(0).focus()
  await keyboard.tabThrough(more)
  const { said } = await listenForAnnouncements(page)
  for (let before = await loaded(); before < all; before = await loaded()) {
    await expect(more).toBeFocused()
    await keyboard.press('Enter')
    await expect.poll(loaded).toBeGreaterThan(before)
    // Each time it is said what is there now.
    await expect.poll(async () => (await said()).at(-1)?.trim()).toBe(await explorer.status.textContent())
  }
  await expect(explorer.status).toHaveText(`All ${all} activities`)
  await expect(page.getByText(`That is all: ${all}.`)).toBeFocused()
  await expectAccessible(page)
})
