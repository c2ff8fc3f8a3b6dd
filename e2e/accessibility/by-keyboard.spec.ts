/** Job 10: what two users did last week, asked, read, sorted and exported without a mouse or sight. */
import { readFile } from 'node:fs/promises'
import { listenForAnnouncements } from '#e2e/support/announcements.ts'
import { expectAccessible } from '#e2e/support/axe.ts'
import { readCsv } from '#e2e/support/csv.ts'
import { Explorer } from '#e2e/support/explorer.ts'
import { Keyboard } from '#e2e/support/keyboard.ts'
import { type Answered, answerOf, dayIn, found, idsOf, leadName } from '#e2e/support/oracle.ts'
import { expectNothingLost } from '#e2e/support/reach.ts'
import { expect, test } from '#e2e/support/test.ts'

test.use({ env: { SANDBOX_SIZE: '5000', SANDBOX_LIVE_EVERY: '0' } })

/** The seven days from Monday to Sunday before this week's, in Berlin. */
function lastWeek(): ReadonlySet<string> {
  const today = new Date(`${dayIn('Europe/Berlin', new Date().toISOString())}T12:00:00Z`)
  const monday = today.getTime() - (((today.getUTCDay() + 6) % 7) + 7) * 86_400_000
  return new Set(Array.from({ length: 7 }, (_, day) => new Date(monday + day * 86_400_000).toISOString().slice(0, 10)))
}

/** Users by their calls, those with most first. */
function busiest(calls: readonly Answered[]): readonly (readonly [id: string, name: string])[] {
  const counts = new Map<string, { name: string; calls: number }>()
  for (const { user_id: id, user_name: name } of calls)
    if (id !== null && name !== null) counts.set(id, { name, calls: (counts.get(id)?.calls ?? 0) + 1 })
  return [...counts].toSorted(([, a], [, b]) => b.calls - a.calls).map(([id, { name }]) => [id, name])
}

test('what two users did last week is asked, read, sorted and exported by keys, as the accessibility tree tells it', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(90_000)
  const days = lastWeek()
  const all = await answerOf(sandbox, '/activity/call/')
  const calls = all.filter(({ date_created: created }) => days.has(dayIn('Europe/Berlin', created)))
  const [ana, ben] = busiest(calls)
  const [[anaId, anaName], [benId, benName]] = [found(ana, 'user'), found(ben, 'second user')]
  const truth = calls.filter(({ user_id: id }) => id === anaId || id === benId)

  const explorer = new Explorer(page)
  const keyboard = new Keyboard(page)
  await explorer.open()
  await explorer.settled()
  await expect(explorer.combobox('Users')).toBeVisible()
  const { said } = await listenForAnnouncements(page)
  /** How often something was said; the same words again come with a no-break space. */
  const times = async (words: RegExp) => (await said()).filter((text) => words.test(text)).length

  // What cannot be asked is reached, says why, and what it says leads on.
  await page.keyboard.press('f')
  await expect(explorer.combobox('List')).toBeFocused()
  for (const name of ['Users', 'Contacts', 'Activity types', 'Sort by']) {
    const control = explorer.combobox(name)
    await keyboard.tabTo(control)
    await expect(control).toHaveAttribute('aria-disabled', 'true')
    await expect(control).toHaveAccessibleDescription(/Close .* only within one lead\./)
  }
  await expect(explorer.grid).toHaveAttribute('aria-rowcount', '-1')
  await keyboard.tabTo(explorer.filters.getByRole('button', { name: 'Use the Calls list' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await explorer.settled()
  await expect.poll(() => times(/^Calls\. 100 loaded, back to /)).toBe(1)
  await expect(explorer.grid).toHaveAttribute('aria-rowcount', '-1')

  await keyboard.tabTo(explorer.combobox('Users'))
  for (const [index, name] of [anaName, benName].entries()) {
    await keyboard.type(name)
    await expect(page.getByRole('option', { name, exact: true })).toBeVisible()
    await keyboard.press('ArrowDown', 'Enter')
    await expect(explorer.activeFilters).toHaveCount(1)
    await expect.poll(async () => explorer.search().get('user_id__in')?.split(',').length).toBe(index + 1)
    await explorer.settled()
    await expect.poll(() => times(new RegExp(`^1 filter: User is .*${name}`))).toBe(1)
  }
  await keyboard.press('Escape')
  await keyboard.tabTo(explorer.combobox('Period'))
  await keyboard.type('last week')
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('ArrowDown', 'Enter')
  await expect.poll(() => explorer.search().get('range')).toBe('last_week')
  await explorer.settled()
  await expect.poll(() => times(/^2 filters\. (?:All \d+ activities|1 activity)/)).toBe(1)

  // All of it is there: the count is exact, and no index is beyond it.
  await expect(explorer.grid).toHaveAttribute('aria-rowcount', String(truth.length + 1))
  await page.keyboard.press('f')
  await keyboard.tabTo(explorer.row(0))
  await keyboard.press('End')
  await expect(explorer.row(truth.length - 1)).toBeFocused()
  const drawn = await explorer.drawnRows()
  expect(Math.max(...drawn.keys()) + 2).toBeLessThanOrEqual(truth.length + 1)
  expect(await explorer.readToTheEnd()).toEqual(idsOf(truth))
  await keyboard.press('Home')
  await expect(explorer.row(0)).toMatchAriaSnapshot(`
    - row:
      - gridcell /\\d+ \\w+ \\d{4}, \\d\\d:\\d\\d/
      - gridcell "Call"
  `)

  await keyboard.press('Enter')
  await expect(explorer.inspector.getByRole('article')).toBeVisible()
  await expectAccessible(page)
  await keyboard.press('Escape')
  await expect(explorer.row(0)).toBeFocused()

  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Export CSV' })
  await expect(dialog.getByRole('button', { name: 'Start export' })).toBeVisible()
  await keyboard.tabTo(dialog.getByRole('button', { name: 'Start export' }))
  const downloading = page.waitForEvent('download')
  await keyboard.press('Enter')
  const file = readCsv(await readFile(await (await downloading).path()))
  expect(file.records).toHaveLength(truth.length)
  await expect(dialog).toContainText('Complete: every activity that matched, once.')
  await expectAccessible(page, { open: true })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await keyboard.expectFocus('the export')

  // A lead, sorted by activity time.
  const lead = found(all.find(({ lead_id: id }) => id !== null)?.lead_id, 'lead')
  const name = await leadName(sandbox, lead)
  await page.keyboard.press('x')
  await expect.poll(() => times(/^No filters\. /)).toBe(1)
  await page.keyboard.press('l')
  await keyboard.type(name)
  await expect(page.getByRole('option', { name, exact: true })).toBeVisible()
  await keyboard.press('ArrowDown', 'Enter')
  await expect.poll(() => explorer.search().get('lead_id')).toBe(lead)
  await keyboard.tabTo(explorer.filters.getByRole('button', { name: 'Use the All activities list' }))
  await keyboard.press('Enter')
  await expect.poll(() => explorer.address()).toBe(`lead_id=${lead}`)
  await explorer.settled()
  await page.keyboard.press('l')
  await keyboard.tabTo(explorer.combobox('Sort by'))
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: 'Activity time' })).toBeVisible()
  await keyboard.press('ArrowDown', 'Enter')
  await expect.poll(() => explorer.search().get('_order_by')).toBe('-activity_at')
  await explorer.settled()
  await expect.poll(() => times(/^Sorted by activity time, newest first\. /)).toBe(1)
  expect((await said()).filter((text) => /loading/i.test(text))).toEqual([])

  // Where there is little room, and with text twice as large, nothing is out of reach.
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNothingLost(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'))
  await expectNothingLost(page)
})
