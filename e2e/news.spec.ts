import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { recordActivityRequests } from './support/requests.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '3000', SANDBOX_LIVE_EVERY: '0', SANDBOX_RATE: 'off' } })

test('new activities wait behind a button; pressed, they stand above and the reader’s rows stay where they are', async ({
  page,
  sandbox,
}) => {
  const explorer = new Explorer(page)
  await explorer.open('resource=call')
  await explorer.settled()
  await explorer.scrollTo(40)
  await explorer.viewIsDrawn()
  const place = await explorer.firstInView()
  const reading = await explorer.row(place).getAttribute('data-activity-id')
  const y = (await explorer.row(place).boundingBox())?.y

  // The button comes with the first sign that somebody is there.
  await page.mouse.move(400, 300)
  // A look that is refused says so, and finds nothing out.
  await sandbox.fault({ fault: 'html', match: '/activity/call/' })
  await page.getByRole('button', { name: 'No new activities' }).click()
  await expect(page.getByText('New activities could not be asked for.')).toBeAttached()
  // None yet: the button looks at once, with one request, and says so.
  const requests = recordActivityRequests(page)
  await sandbox.fault({ fault: 'insert', count: 3, match: '/activity/call/' })
  await page.getByRole('button', { name: 'No new activities' }).click()
  await expect.poll(() => requests.length).toBe(1)
  await page.getByRole('button', { name: 'No new activities' }).click()
  const news = page.getByRole('button', { name: '3 new activities' })
  await expect(news).toBeVisible()
  expect(requests.map(({ parameters }) => parameters.has('date_created__gte'))).toEqual([true, true])
  await expect(explorer.row(place)).toHaveAttribute('data-activity-id', reading ?? '')
  await expectAccessible(page)

  await news.click()
  await expect(explorer.row(place + 3)).toHaveAttribute('data-activity-id', reading ?? '')
  expect((await explorer.row(place + 3).boundingBox())?.y).toBe(y)
  await expect(page.getByRole('button', { name: 'No new activities' })).toBeFocused()
  expect(requests).toHaveLength(2)

  // Above are the rows that Close has now, each once, in its order.
  await explorer.scrollTo(0)
  await explorer.viewIsDrawn()
  const truth = (await sandbox.get('/activity/call/?_limit=20')) as { data: readonly { id: string }[] }
  const drawn = [...(await explorer.drawnRows()).values()]
  expect(drawn.slice(0, 20)).toEqual(truth.data.map(({ id }) => id))

  // The reason stands there to be read, and describes the switch.
  const watching = page.getByRole('button', { name: 'Watching' })
  await watching.click()
  const watch = page.getByRole('switch', { name: 'Watch for new activities' })
  await expect(watch).toBeChecked()
  await watch.click()
  await expect(watch).toHaveAccessibleDescription('Watching is switched off.')
  await expect(page.getByRole('dialog').getByText('Watching is switched off.')).toBeVisible()
  await expectAccessible(page, { open: true })

  await explorer.open('resource=call&range=last_month')
  await explorer.settled()
  await page.mouse.move(400, 310)
  await watching.click()
  await expect(watch).toHaveAttribute('aria-disabled', 'true')
  await expect(watch).toHaveAccessibleDescription('The period has ended, so nothing new belongs to it.')
  await expect(page.getByRole('button', { name: 'No new activities' })).toBeHidden()
})
