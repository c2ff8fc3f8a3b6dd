import { readFile } from 'node:fs/promises'
import { listenForAnnouncements } from './support/announcements.ts'
import { expectAccessible } from './support/axe.ts'
import { readCsv } from './support/csv.ts'
import { Explorer } from './support/explorer.ts'
import { exportButton } from './support/export.ts'
import { recordActivityRequests } from './support/requests.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_LIVE_EVERY: '0', SANDBOX_RATE: 'off' } })

test('a link refines the loaded rows; table, counts and file agree, and Close is asked nothing else', async ({
  page,
}) => {
  const explorer = new Explorer(page)
  const requests = recordActivityRequests(page)
  await explorer.open('resource=call&cols=time,direction,status&loaded.direction=inbound&loaded.status=no-answer')
  await expect(explorer.status).toContainText(/^\d+ of \d+ loaded rows, back to/)
  expect(explorer.address()).toBe(
    'resource=call&loaded.direction=incoming&loaded.status=no-answer&cols=time,direction,status',
  )
  await expect(explorer.activeFilters).toHaveText([
    'Direction is Incomingon loaded rows',
    'Status is No answeron loaded rows',
  ])
  expect([...new Set(requests.map(({ parameters }) => [...parameters.keys()].join()))].join()).not.toContain('loaded')

  const totals = page.getByRole('note', { name: 'Totals' })
  await expect(totals).toHaveText(/^\d+ of \d+ loaded rows, back to .+: \d+ calls?, .+ · \d+ users?$/)

  // It says that more may match and looks when asked, never without end.
  const further = page.getByRole('button', { name: 'Look further back' })
  const whole = page.getByText('That is the whole list.')
  while (!(await whole.isVisible())) {
    await further.click()
    await expect(page.getByRole('button', { name: 'Stop looking' })).toBeHidden()
  }
  await expect(explorer.status).toContainText('the whole list')
  const kept = await explorer.rowCount()
  expect(kept).toBeGreaterThan(0)
  await expect(whole).toContainText(`${kept} of `)
  await expect(totals).toContainText(new RegExp(`^${kept} of [\\d,]+ loaded rows, the whole list: ${kept} calls, `))

  await exportButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Export CSV' })
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Start export' }).click()
  const file = readCsv(await readFile(await (await download).path()))
  expect(file.records).toHaveLength(kept ?? -1)
  expect(new Set(file.column('Direction'))).toEqual(new Set(['Incoming']))
  expect(new Set(file.column('Status'))).toEqual(new Set(['No answer']))
  await expect(dialog).toContainText('left out by refinements: Direction is Incoming; Status is No answer')
  await dialog.getByRole('button', { name: 'Done' }).click()

  // What the rows come to is said with what was changed, and once.
  const { said } = await listenForAnnouncements(page)
  await page.getByRole('button', { name: 'Remove refinement, Status is No answer' }).click()
  await expect(explorer.status).not.toContainText(`${kept} of`)
  const now = async () => (await explorer.status.textContent()) ?? ''
  await expect.poll(async () => (await said()).join('|')).toBe(`1 refinement: Direction is Incoming. ${await now()}`)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect.poll(async () => (await said()).length).toBe(2)
  expect((await said())[1]).toMatch(/^\d+ of [\d,]+ loaded rows, /)
  await page.getByRole('button', { name: 'Refine', exact: true }).click()
  const menu = page.getByRole('dialog', { name: 'Refine loaded rows' })
  await expect(menu.getByRole('checkbox', { name: 'Incoming' })).toBeChecked()
  await expectAccessible(page, { open: true })

  // The field says what it looks at; Enter applies it and leaves it where it is.
  const field = menu.getByRole('textbox', { name: 'Text contains' })
  await expect(field).toHaveAccessibleDescription(
    /^Looks at summary, .* Names of leads and contacts are not among them\.$/,
  )
  await field.fill('no such words')
  await field.press('Enter')
  await expect(explorer.status).toContainText(/^0 of /)
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')

  // Refined to nothing: each refinement can be dropped by itself.
  await expect(page.getByRole('button', { name: 'Drop Direction is Incoming' })).toBeVisible()
  await page.getByRole('button', { name: 'Drop Text contains “no such words”' }).click()
  await expect(explorer.activeFilters).toHaveText(['Direction is Incomingon loaded rows'])
  await page.getByRole('button', { name: 'Refine', exact: true }).click()
  await menu.getByRole('button', { name: 'Show all loaded rows' }).click()
  await expect(explorer.activeFilters).toHaveCount(0)
  await expect(menu.getByRole('button', { name: 'Show all loaded rows' })).toHaveAccessibleDescription(
    'Nothing is refined.',
  )
  expect(explorer.address()).toBe('resource=call&cols=time,direction,status')
})
