import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '2000', SANDBOX_LIVE_EVERY: '0' } })

test('a view is saved, changed, reverted, deleted, brought back and renamed; a file carries it to another browser', async ({
  page,
  browser,
  app,
}) => {
  const explorer = new Explorer(page)
  const menu = page.getByRole('dialog', { name: 'Views' })
  const saved = menu.getByRole('list', { name: 'Saved views' })
  const button = page.getByRole('button', { name: /^Views/ })
  await explorer.open('resource=call&loaded.direction=incoming')
  await button.click()
  await menu.getByRole('textbox', { name: 'Save what is on screen as' }).fill('Calls that came in')
  await page.keyboard.press('Enter')
  await expect(saved.getByRole('button', { name: 'Calls that came in', exact: true })).toBeVisible()
  await expectAccessible(page, { open: true })
  await page.keyboard.press('Escape')
  await expect(button).toHaveText('ViewsCalls that came in')

  await explorer.removeRefinement('Direction is Incoming')
  await expect(button).toHaveText('ViewsCalls that came in · modified')
  await button.click()
  await menu.getByRole('button', { name: 'Revert' }).click()
  await expect.poll(() => explorer.address()).toBe('resource=call&loaded.direction=incoming')
  await expect(menu.getByRole('button', { name: 'Revert' })).toBeHidden()

  await menu.getByRole('button', { name: 'Delete Calls that came in' }).click()
  await expect(saved.getByRole('listitem')).toHaveCount(0)
  await expect(menu.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(saved.getByRole('listitem')).toHaveCount(1)

  const name = menu.getByRole('textbox', { name: 'Save what is on screen as' })
  await name.fill('Incoming calls')
  await menu.getByRole('button', { name: 'Rename “Calls that came in” to this' }).click()
  await expect(saved.getByRole('button', { name: 'Incoming calls', exact: true })).toHaveAttribute('aria-current')
  await expect(saved.getByRole('listitem')).toHaveCount(1)
  await expect(name).toBeFocused()

  const download = page.waitForEvent('download')
  await menu.getByRole('button', { name: 'Export as file' }).click()
  const file = await readFile(await (await download).path())

  const elsewhere = await (await browser.newContext({ baseURL: app.origin })).newPage()
  await elsewhere.goto('/?resource=note')
  await elsewhere.getByRole('button', { name: /^Views/ }).click()
  const theirs = elsewhere.getByRole('dialog', { name: 'Views' })
  const input = theirs.getByLabel('File of views')
  await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"views": 3') })
  await expect(theirs.getByText('This is not a file of views.')).toBeVisible()
  await input.setInputFiles({ name: 'views.json', mimeType: 'application/json', buffer: file })
  await theirs.getByRole('button', { name: 'Incoming calls', exact: true }).click()
  await expect(elsewhere).toHaveURL(/\?resource=call&loaded\.direction=incoming$/)
  await elsewhere.context().close()
})
