import { readFile } from 'node:fs/promises'
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

  await page.getByRole('button', { name: 'Remove refinement, Status is No answer' }).click()
  await page.getByRole('button', { name: 'Refine', exact: true }).click()
  const menu = page.getByRole('dialog', { name: 'Refine loaded rows' })
  await expect(menu.getByRole('checkbox', { name: 'Incoming' })).toBeChecked()
  await expectAccessible(page, { open: true })
  await menu.getByRole('button', { name: 'Show all loaded rows' }).click()
  await expect(explorer.activeFilters).toHaveCount(0)
  expect(explorer.address()).toBe('resource=call&cols=time,direction,status')
})
