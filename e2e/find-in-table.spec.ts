import { expectAccessible } from './support/axe.ts'
import { Explorer } from './support/explorer.ts'
import { expect, test } from './support/test.ts'

test('find counts over all loaded rows, goes from match to match, searches further back, and leaves a second press to the browser', async ({
  page,
  sandbox,
}) => {
  const notes = (await sandbox.truth())
    .filter(({ type }) => type === 'Note')
    .toSorted((a, b) => b.dateCreated.localeCompare(a.dateCreated))
  const explorer = new Explorer(page)
  const bar = page.getByRole('search', { name: 'Find in the table' })
  const field = bar.getByRole('searchbox', { name: 'Find in the table' })
  const current = explorer.grid.locator('[data-found=current]')
  await explorer.open('resource=note&_limit=50')
  await expect.poll(async () => (await explorer.viewIsDrawn()).loaded).toBeGreaterThan(90)
  const ids = notes.map(({ id }) => id)

  await explorer.row(0).focus()
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await page.keyboard.type('USAGE down')
  // Going to a match may load more rows, and these may hold more matches.
  const tally = async () => {
    const [, at, count] = /^(\d+) of (\d+) in \d+ loaded rows/.exec((await bar.textContent()) ?? '') ?? []
    return { at: Number(at), count: Number(count) }
  }
  await expect.poll(async () => (await tally()).at).toBe(1)
  const { count } = await tally()
  expect(count).toBeGreaterThan(2)
  const first = await current.getAttribute('data-activity-id')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await tally()).at).toBe(2)
  await expect(current).toBeInViewport()
  expect(ids.indexOf((await current.getAttribute('data-activity-id')) ?? '')).toBeGreaterThan(ids.indexOf(first ?? ''))
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect.poll(async () => (await tally()).at).toBeGreaterThanOrEqual(count)
  await expect(current).toBeInViewport()
  await expectAccessible(page)

  // The browser's own find is left to it.
  const isPrevented = page.evaluate(
    () =>
      new Promise((resolve) =>
        window.addEventListener('keydown', (event) => resolve(event.defaultPrevented), { once: true }),
      ),
  )
  await field.dispatchEvent('keydown', { key: 'f', code: 'KeyF', ctrlKey: true, bubbles: true, cancelable: true })
  expect(await isPrevented).toBe(false)

  const loaded = (await explorer.viewIsDrawn()).loaded
  const known = await tally()
  await bar.getByRole('button', { name: 'Search further back' }).click()
  await expect.poll(async () => (await tally()).at).toBeGreaterThan(known.count)
  expect((await explorer.viewIsDrawn()).loaded).toBeGreaterThan(loaded)
  await expect(current).toBeInViewport()

  await field.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(explorer.grid.locator('[data-found]')).toHaveCount(0)
  await expect(explorer.grid.locator('[role=row]:focus')).toBeInViewport()
})
