import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { readCsv } from './support/csv.ts'
import { Explorer } from './support/explorer.ts'
import { exportButton } from './support/export.ts'
import { answerOf, found, idsOf } from './support/oracle.ts'
import { expect, test } from './support/test.ts'

test.use({ env: { SANDBOX_SIZE: '8000', SANDBOX_LIVE_EVERY: '0', SANDBOX_RATE: 'off' } })

/** Exports with one line per conversation or per matching message, and answers with the ids in the file. */
async function exportedIds(page: Page, lines: string): Promise<readonly string[]> {
  await exportButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Export CSV' })
  await dialog.getByRole('radio', { name: lines }).check()
  await dialog.getByRole('radio', { name: 'Exact' }).check()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Start export' }).click()
  const file = readCsv(await readFile(await (await downloading).path()))
  await expect(dialog).toContainText(`${file.records.length.toLocaleString('en-GB')} rows written`)
  await dialog.getByRole('button', { name: 'Done' }).click()
  return file.column('id')
}

/** What the screen counts: each conversation by its messages that match, and every other row once. */
async function countedOnScreen(explorer: Explorer, rows: number): Promise<number> {
  const counted = new Map<number, number>()
  while (counted.size < rows) {
    await explorer.scrollTo(counted.size)
    await expect(explorer.row(counted.size)).toBeVisible()
    for (const place of (await explorer.drawnRows()).keys()) {
      const row = explorer.row(place)
      const isConversation = (await row.getAttribute('aria-expanded')) !== null
      if (isConversation) await expect(row).toContainText(/\d+ of \d+ match/)
      counted.set(place, isConversation ? Number(/(\d+) of \d+ match/.exec(await row.innerText())?.[1]) : 1)
    }
  }
  return [...counted.values()].reduce((sum, count) => sum + count, 0)
}

for (const setting of ['only', 'true'])
  test(`a file of conversations counts what the screen counts, thread_emails=${setting}`, async ({ page, sandbox }) => {
    const { longThread } = await sandbox.landmarks()
    const { emails } = (await sandbox.get(`/activity/emailthread/${longThread.id}/`)) as {
      emails: readonly { readonly date_created: string }[]
    }
    const sent = emails.map(({ date_created: date }) => date).toSorted()
    const filters = {
      lead_id: longThread.leadId,
      date_created__gte: `${found(sent[40], 'middle').slice(0, 10)}T00:00:00Z`,
    }
    const explorer = new Explorer(page)
    await explorer.open(`${new URLSearchParams(filters).toString()}&thread_emails=${setting}`)
    await explorer.settled()
    const shown = await explorer.readToTheEnd()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const onScreen = await countedOnScreen(explorer, shown.length)
    expect(asked.filter((url) => url.includes('/activity/'))).toEqual([])

    const conversations = await exportedIds(page, 'One line per conversation')
    expect(conversations.toSorted()).toEqual(shown.toSorted())
    await expect(explorer.status).toHaveText(`All ${conversations.length.toLocaleString('en-GB')} activities`)

    const messages = await exportedIds(page, 'One line per matching message')
    const threads = new Set(
      idsOf(
        (await answerOf(sandbox, '/activity/', { ...filters, thread_emails: 'only' })).filter(
          ({ _type }) => _type === 'EmailThread',
        ),
      ),
    )
    const truth = (await answerOf(sandbox, '/activity/', filters)).filter(
      ({ _type, thread_id: thread }) => setting === 'true' || _type !== 'Email' || threads.has(thread ?? ''),
    )
    expect(messages).toEqual(idsOf(truth))
    expect(messages).toHaveLength(onScreen)
    expect(messages.length).toBeGreaterThan(conversations.length)
  })
