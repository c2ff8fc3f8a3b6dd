import { type Browser, expect } from 'playwright/test'
import { Explorer } from './explorer.ts'

interface Visit {
  /** What was sent: an address, and nothing else. */
  readonly link: string
  /** IANA name. */
  readonly timeZone: string
}

/** Somebody else opens a link, in a clean browser profile. Their console may not complain either. */
export async function visit(
  browser: Browser,
  { link, timeZone }: Visit,
  look: (explorer: Explorer) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ timezoneId: timeZone, locale: 'en-GB' })
  const complaints: string[] = []
  context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  context.on('weberror', (problem) => complaints.push(String(problem.error())))
  const page = await context.newPage()
  await page.goto(link)
  const explorer = new Explorer(page)
  await explorer.settled()
  await look(explorer)
  await context.close()
  expect(complaints).toEqual([])
}
