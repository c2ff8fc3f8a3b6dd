import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '2000', SANDBOX_LIVE_EVERY: '0' } })

test('columns are shown, ordered, pinned and sized by keys; the list remembers them and the link carries them', async ({
  page,
}) => {
  const explorer = new Explorer(page)
  const headers = () => explorer.header(/./).allInnerTexts()
  await explorer.open('resource=status_change/lead')
  await explorer.settled()
  // A list of one type has that type's own columns.
  await expect(explorer.header('Change')).toBeVisible()

  await page.getByRole('button', { name: 'Columns', exact: true }).focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('dialog', { name: 'Columns' })
  await menu.getByRole('checkbox', { name: 'Contact', exact: true }).press('Space')
  await menu.getByRole('checkbox', { name: 'Direction', exact: true }).press('Space')
  await menu.getByRole('button', { name: 'Move Change left' }).press('Enter')
  await expect(page.getByText('Change: place 5 of 6.')).toBeAttached()
  await menu.getByRole('button', { name: 'Pin Change' }).press('Enter')
  await expect(menu.getByRole('button', { name: 'Pin Change' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/cols=time,change,type,lead,user,summary$/)
  await menu.getByRole('radio', { name: 'Compact' }).press('Space')
  await expectAccessible(page, { open: true })
  await page.keyboard.press('Escape')
  expect((await headers()).map((text) => text.split(' ')[0])).toEqual([
    'Time',
    'Change',
    'Type',
    'Lead',
    'User',
    'Summary',
  ])

  // One tab stop for all widths; Up and Down lead to the others.
  const width = page.getByRole('separator', { name: 'Width of Time' })
  await width.focus()
  await page.keyboard.press('ArrowDown')
  const change = page.getByRole('separator', { name: 'Width of Change' })
  await expect(change).toBeFocused()
  await page.keyboard.press('ArrowRight')
  // From the width at which it is drawn.
  await expect(change).toHaveAttribute('aria-valuenow', '230')
  await expectAccessible(page)

  // Another visit without a word of columns shows the same.
  await explorer.open('resource=status_change/lead')
  await explorer.settled()
  await expect(page).toHaveURL(/cols=time,change,/)
  await expect(change).toHaveAttribute('aria-valuenow', '230')
  await expect(explorer.row(1)).toHaveCSS('height', '25px')

  // What was changed can be taken back, and then nothing is left to take back.
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await menu.getByRole('button', { name: 'Reset columns' }).click()
  await expect(menu.getByRole('button', { name: 'Reset columns' })).toBeHidden()
  await expect.poll(() => explorer.address()).toBe('resource=status_change/lead')
  await expect(change).toHaveAttribute('aria-valuenow', '220')

  // Widths by buttons, for whoever cannot drag.
  const widthOf = async (name: string) => Math.round((await explorer.header(name).boundingBox())?.width ?? 0)
  const before = await widthOf('Lead')
  await menu.getByRole('button', { name: 'Widths' }).click()
  await menu.getByRole('button', { name: 'Wider Lead' }).click()
  await expect.poll(() => widthOf('Lead')).toBe(before + 20)
  await menu.getByRole('button', { name: 'Narrower Lead' }).click()
  await expect.poll(() => widthOf('Lead')).toBe(before)
  await menu.getByRole('button', { name: 'Fit User' }).click()
  const said = page.getByText(/^User: \d+ pixels wide\.$/)
  const fitted = Number(/\d+/.exec((await said.textContent()) ?? '')?.[0])
  await expect.poll(() => widthOf('User')).toBe(fitted)
  await expectAccessible(page, { open: true })
  await page.keyboard.press('Escape')

  // By hand: a header to its place, an edge to its width, and a double click fits.
  const edge = page.getByRole('separator', { name: 'Width of User' })
  const { x = 0, y = 0, width: across = 0, height = 0 } = (await edge.boundingBox()) ?? {}
  await page.mouse.move(x + across / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + across / 2 + 60, y + height / 2, { steps: 3 })
  await page.mouse.up()
  await expect(edge).toHaveAttribute('aria-valuenow', String(fitted + 60))
  await edge.dblclick()
  await expect(edge).toHaveAttribute('aria-valuenow', String(fitted))
  await explorer.header('Contact').getByText('Contact').dragTo(explorer.header('Lead').getByText('Lead'))
  await expect(page).toHaveURL(/cols=time,type,direction,contact,lead,/)
})
