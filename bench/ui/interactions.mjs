/** What a person does with the table, each measured to the next paint. */

/** The activities list once it is at rest, with the view in the middle of the rows that are held. */
async function toMiddle(page) {
  await page.evaluate(() => {
    const scroller = document.querySelector('[data-scroller]')
    scroller.scrollTop = scroller.scrollHeight - 200_000
  })
  await page.evaluate(() => window.probe.quiet())
}

/** Does something and answers how long its longest interaction took, and its longest task. */
async function timed(page, act) {
  await page.evaluate(() => window.probe.start())
  await act()
  await page.evaluate(() => window.probe.quiet())
  return page.evaluate(() => ({ ms: window.probe.interaction(), task: Math.max(0, ...window.probe.tasks()) }))
}

const field = (page) =>
  page.getByRole('search', { name: 'Filters' }).getByRole('combobox', { name: 'Leads', exact: true })

async function typeLetters(page, letters, samples) {
  for (const letter of letters) samples.push(await timed(page, () => page.keyboard.press(letter)))
}

async function typingInFilter(page, rounds) {
  const samples = []
  for (let round = 0; round < rounds; round += 1) {
    await field(page).click()
    await typeLetters(page, [...'bright'], samples)
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('Backspace')
    await page.keyboard.press('Escape')
  }
  return samples
}

/** Until it has gone through everything. */
const foundAll = (page) => page.getByText(/in [\d,]+ (?:of [\d,]+ )?loaded rows/).waitFor()

/** Opened before the rows are loaded: it then searches all of them, also those that are no longer held. */
export async function openFind(page) {
  await page.getByRole('button', { name: 'Find in the table', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Find in the table' }).fill('invoice')
  await foundAll(page)
}

async function typingInFind(page, rounds) {
  const samples = []
  const input = page.getByRole('searchbox', { name: 'Find in the table' })
  for (let round = 0; round < rounds; round += 1) {
    await input.fill('')
    await page.evaluate(() => window.probe.quiet())
    await typeLetters(page, [...'invoice'], samples)
    await foundAll(page)
  }
  await input.press('Escape')
  return samples
}

async function togglingColumn(page, rounds) {
  const samples = []
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  const box = page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Contact', exact: true })
  await box.waitFor()
  for (let round = 0; round < rounds * 2; round += 1) samples.push(await timed(page, () => box.click()))
  await page.keyboard.press('Escape')
  return samples
}

/** Closed in between, so that each time the inspector comes, too. */
async function openingRow(page, rounds) {
  const samples = []
  const inspector = page.getByRole('complementary', { name: 'Activity' })
  for (let round = 0; round < rounds; round += 1) {
    const row = page.locator('[data-activity-id]').nth(6 + (round % 12))
    samples.push(await timed(page, () => row.click({ position: { x: 300, y: 10 } })))
    await inspector.waitFor()
    await inspector.getByRole('button', { name: 'Close' }).first().click()
    await inspector.waitFor({ state: 'detached' })
  }
  return samples
}

async function steppingRows(page, rounds) {
  const samples = []
  await page.locator('[data-activity-id]').nth(6).focus()
  for (let round = 0; round < rounds * 2; round += 1) {
    samples.push(await timed(page, () => page.keyboard.press('ArrowDown')))
  }
  return samples
}

async function selectingRows(page, rounds) {
  const samples = []
  for (let round = 0; round < rounds; round += 1) samples.push(await timed(page, () => page.keyboard.press('Space')))
  return samples
}

/** Sorting needs one lead: the list of the large lead replaces the long one, which stays in the cache. */
async function sorting(page, rounds) {
  const samples = []
  const sort = page.getByRole('search', { name: 'Filters' }).getByRole('combobox', { name: 'Sort by', exact: true })
  await field(page).click()
  await field(page).fill('Brightfold Shipping')
  const choosing = [await timed(page, () => page.getByRole('option', { name: 'Brightfold Shipping' }).first().click())]
  await page.keyboard.press('Escape')
  for (let round = 0; round < rounds; round += 1) {
    await sort.click()
    const option = page.getByRole('option', { name: round % 2 === 0 ? 'Activity time' : 'Date created' })
    samples.push(await timed(page, () => option.click()))
    await page.locator('[data-activity-id]').first().waitFor()
  }
  return { samples, choosing }
}

/** All of them, by name. */
export async function measureInteractions(page, rounds) {
  await toMiddle(page)
  const results = [
    ['typing in a filter', await typingInFilter(page, rounds)],
    ['typing in find', await typingInFind(page, rounds)],
    ['showing or hiding a column', await togglingColumn(page, rounds)],
    ['opening a row', await openingRow(page, rounds)],
    ['moving the row cursor', await steppingRows(page, rounds)],
    ['selecting a row', await selectingRows(page, rounds)],
  ]
  await page.keyboard.press('Escape')
  const { samples, choosing } = await sorting(page, rounds)
  return [...results, ['choosing a lead, in place of the long list', choosing], ['sorting by another time', samples]]
}
