import { expectAccessible } from './support/axe.ts'
import { listenForAnnouncements } from './support/announcements.ts'
import { Explorer } from './support/explorer.ts'
import { Keyboard } from './support/keyboard.ts'
import { expect, test } from './support/test.ts'

test('rows are selected by keys and by hand, copied, compared, and let go of with their list', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const explorer = new Explorer(page)
  const keyboard = new Keyboard(page)
  const selected = explorer.grid.locator('[aria-selected=true]')
  const bar = page.getByRole('group', { name: 'Selected rows' })
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await explorer.open('resource=note')
  await explorer.settled()
  const announcements = await listenForAnnouncements(page)
  const ids = await explorer.drawnRows()

  await explorer.row(1).focus()
  await keyboard.press('c')
  await expect.poll(() => announcements.said()).toContain('Row copied as text.')
  expect((await clipboard()).split('\n')).toHaveLength(2)
  await keyboard.press(' ', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp')
  await expect(selected).toHaveCount(2)
  await expect(explorer.row(2)).toBeFocused()
  await explorer.row(4).click({ modifiers: ['Control'] })
  await explorer.row(6).click({ modifiers: ['Shift'] })
  await expect(selected).toHaveCount(5)
  await explorer.row(6).click({ modifiers: ['Control'] })
  await explorer.row(5).click({ modifiers: ['Control'] })
  await expect(explorer.status).toHaveText(/^3 selected · /)
  expect(explorer.search().get('open')).toBeNull()
  await expect(bar).toContainText('3 selected')
  await expectAccessible(page)

  await explorer.row(4).focus()
  await keyboard.press('c')
  await expect.poll(() => announcements.said()).toContain('3 rows copied as text.')
  const lines = (await clipboard()).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toContain('Summary')
  await bar.getByRole('button', { name: 'Copy as JSON' }).click()
  await expect.poll(() => announcements.said()).toContain('3 rows copied as JSON.')
  expect((JSON.parse(await clipboard()) as { id: string }[]).map(({ id }) => id)).toEqual([
    ids.get(1),
    ids.get(2),
    ids.get(4),
  ])

  await explorer.row(4).focus()
  await keyboard.press('=')
  const dialog = page.getByRole('dialog', { name: 'Compare activities' })
  const different = dialog.getByRole('table', { name: 'Fields that differ' })
  await expect(different.getByRole('row', { name: /^id / })).toContainText(ids.get(4) ?? '')
  await expect(dialog.getByRole('button', { name: /equal fields/ })).toHaveAttribute('aria-expanded', 'false')
  await expectAccessible(page, { open: true })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(explorer.row(4)).toBeFocused()

  await keyboard.press('Escape')
  await expect(selected).toHaveCount(0)
  await expect(bar).toHaveCount(0)
  await keyboard.press('Control+a')
  await expect(explorer.status).toHaveText(/^\d+ selected/)
  await explorer.pick('List', 'Calls')
  await expect.poll(() => announcements.said()).toContain('Another list: nothing is selected any more.')
  await explorer.settled()
  await expect(selected).toHaveCount(0)
})
