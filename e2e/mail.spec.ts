/** Mail as it is read: it looks right, asks before it loads or leaves, and stays small. */
import type { Page, Request } from 'playwright/test'
import { expectAccessible } from './support/axe.ts'
import { mailFrames, mailLead, type MailLead, openMessage } from './support/mail.ts'
import { expect, test } from './support/test.ts'

// What a message asks for and the frame does not load is told to the console.
const refusedLoads = /violates the following Content Security Policy|Content-Security-Policy|ERR_BLOCKED_BY_CSP/

async function openLead(page: Page, lead: MailLead, subject: string): Promise<void> {
  const message = lead.messages.find((one) => one.subject === subject)
  if (!message) throw new Error(`No message "${subject}"`)
  await page.goto(`/?lead_id=${lead.id}`)
  await openMessage(page, lead, message)
}

test('ordinary mail is shown as it was written: words, tables and pictures in their places', async ({
  page,
  sandbox,
  expectConsole,
}) => {
  test.setTimeout(120_000)
  expectConsole(refusedLoads)
  const lead = await mailLead(sandbox, 'Benign Mail Test Co')
  expect(lead.messages.length).toBeGreaterThanOrEqual(30)
  const aside = await page.context().newPage()
  await page.goto(`/?lead_id=${lead.id}`)
  await page.bringToFront()
  for (const message of lead.messages) {
    await openMessage(page, lead, message)
    const [frame] = await mailFrames(page)
    const sent = (await sandbox.get(`/activity/?lead_id=${lead.id}&id__in=${message.id}`)) as {
      data: Record<string, string & { html: string }[]>[]
    }
    const html = sent.data[0]?.['body_html_quoted']?.[0]?.html ?? sent.data[0]?.['note_html'] ?? ''
    const expected = await structureOf(aside, html)
    const shown = await frame!.evaluate(() => ({
      text: document.body.innerText.replaceAll(/\s+/g, ' ').trim(),
      tables: document.querySelectorAll('table').length,
      cells: document.querySelectorAll('td, th').length,
      links: document.querySelectorAll('a[href]').length,
      styled: document.querySelectorAll('[style]').length,
      box: document.body.getBoundingClientRect().height,
      pictures: [...document.images].filter(({ width, naturalWidth }) => naturalWidth > 0 && width > 0).length,
    }))
    expect(shown.text.length, message.subject).toBeGreaterThan(0)
    expect(shown.box, message.subject).toBeGreaterThan(10)
    expect({
      subject: message.subject,
      tables: shown.tables,
      cells: shown.cells,
      links: shown.links,
      styled: shown.styled,
    }).toEqual({ subject: message.subject, ...expected.counts })
    for (const word of expected.words) expect(shown.text, message.subject).toContain(word)
    const height = (await page.locator('iframe[data-mail]').first().boundingBox())?.height ?? 0
    expect(height, message.subject).toBeGreaterThanOrEqual(Math.min(32, shown.box))
  }
})

/** What a message's markup holds, read by the browser in a page that shows nothing. */
function structureOf(other: Page, html: string) {
  return other.evaluate((markup) => {
    const read = new DOMParser().parseFromString(markup, 'text/html')
    const hidden = [...read.querySelectorAll('style, title, script, [style*="display:none"]')]
    for (const element of hidden) if (element.tagName !== 'DIV') element.remove()
    const counts = {
      tables: read.querySelectorAll('table').length,
      cells: read.querySelectorAll('td, th').length,
      links: read.querySelectorAll('a[href]').length,
      styled: read.querySelectorAll('[style]').length,
    }
    for (const element of hidden) element.remove()
    const walker = read.createTreeWalker(read.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
    const words = texts
      .join(' ')
      .split(/\s+/)
      .filter((word) => /^[\p{L}\p{N}]{3,}$/u.test(word))
    return { counts, words: words.slice(0, 40) }
  }, html)
}

/** What a document does with markup that a script puts in as text. */
function putIn(): string {
  try {
    document.body.insertAdjacentHTML('beforeend', '<b>put in</b>')
    return 'put in'
  } catch (error) {
    return error instanceof Error ? error.name : String(error)
  }
}

test('neither the page nor a message’s document takes markup from text, and the message is there', async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/requires 'TrustedHTML'/)
  const lead = await mailLead(sandbox, 'Benign Mail Test Co')
  await openLead(page, lead, 'Thursday works')
  const [frame] = await mailFrames(page)
  expect(await frame!.evaluate(() => document.body.innerText.trim())).not.toBe('')
  expect([await page.evaluate(putIn), await frame!.evaluate(putIn)]).toEqual(['TypeError', 'TypeError'])
})

test('right-to-left mail reads from the right, and mixed mail follows its first words', async ({ page, sandbox }) => {
  const lead = await mailLead(sandbox, 'Benign Mail Test Co')
  for (const [subject, direction] of [
    ['عرض الأسعار', 'rtl'],
    ['Both directions', 'ltr'],
  ] as const) {
    await openLead(page, lead, subject)
    const [frame] = await mailFrames(page)
    expect(await frame!.evaluate(() => getComputedStyle(document.body).direction)).toBe(direction)
  }
})

test('in the dark, mail without colours is dark and mail with colours keeps its paper', async ({ page, sandbox }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const lead = await mailLead(sandbox, 'Benign Mail Test Co')
  const paper = async (subject: string) => {
    await openLead(page, lead, subject)
    const [frame] = await mailFrames(page)
    const colour = () => frame!.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    return colour
  }
  await expect.poll(await paper('Thursday works')).toBe('rgb(20, 23, 28)')
  await expect.poll(await paper('Colours of its own')).toBe('rgb(255, 255, 255)')
})

test('quoted parts are folded until they are asked for', async ({ page, sandbox }) => {
  const lead = await mailLead(sandbox, 'Benign Mail Test Co')
  await openLead(page, lead, 'Re: Price per site')
  await expect(page.frameLocator('iframe[title=Message]').getByText('Then we take all three sites.')).toBeVisible()
  await expect(page.locator('iframe[data-mail]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Show quoted text' }).click()
  await expect(
    page.frameLocator('iframe[title="Message, quoted text"]').getByText('The price is per site'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Hide quoted text' }).click()
  await expect(page.locator('iframe[data-mail]')).toHaveCount(1)
})

test('pictures sent along stand in the message, or their name and size do', async ({ page, sandbox }) => {
  const lead = await mailLead(sandbox, 'Benign Mail Test Co')
  await openLead(page, lead, 'With a picture attached')
  await expect(page.frameLocator('iframe[data-mail]').getByText('floor-plan.png · 219 kB')).toBeVisible()
  await openLead(page, lead, 'With a picture sent along')
  const picture = page.frameLocator('iframe[data-mail]').getByRole('img', { name: 'mark' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48)
})

test('images load when the reader says so, for that message, over https and without a referrer', async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(refusedLoads)
  const asked: Request[] = []
  const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  await page.route(/^https?:\/\/(?!localhost)/, (route) => {
    asked.push(route.request())
    return route.fulfill({ contentType: 'image/gif', body: pixel })
  })
  const lead = await mailLead(sandbox, 'Benign Mail Test Co')
  await openLead(page, lead, 'News from the quay, March')
  await expect(page.getByText('Images from the internet are not loaded.')).toBeVisible()
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Load images' }).click()
  await expect
    .poll(() => asked.map((request) => request.url()).toSorted())
    .toEqual(['https://images.newsletter.example/header.png', 'https://pixel.tracker.example/open.gif'])
  for (const request of asked) {
    expect(request.resourceType()).toBe('image')
    expect(await request.headerValue('referer')).toBeNull()
    expect(await request.headerValue('cookie')).toBeNull()
  }
  await expect(page.getByRole('button', { name: 'Load images' })).toHaveCount(0)

  asked.length = 0
  await openMessage(
    page,
    lead,
    lead.messages.find(({ subject }) => subject === 'Background pictures')!,
  )
  await expect(page.getByRole('button', { name: 'Load images' })).toBeVisible()
  expect(asked).toEqual([])
})

test('of the hostile loads, only pictures over https come with "Load images"', async ({
  page,
  sandbox,
  expectConsole,
}) => {
  test.setTimeout(120_000)
  expectConsole(/Content Security Policy|violates|net::ERR|Refused/)
  const asked = new Map<string, string>()
  await page.route(/^https?:\/\/(?!localhost)/, (route) => {
    asked.set(new URL(route.request().url()).pathname.slice(1), route.request().resourceType())
    return route.fulfill({ contentType: 'image/gif', body: '' })
  })
  const lead = await mailLead(sandbox, 'Hostile Mail Test Co')
  await page.goto(`/?lead_id=${lead.id}`)
  const loads = lead.messages.filter(({ subject }) => subject.startsWith('Remote load'))
  expect(loads).toHaveLength(52)
  for (const message of loads) {
    await openMessage(page, lead, message)
    const button = page.getByRole('button', { name: 'Load images' })
    if (!(await button.isVisible())) continue
    await button.click()
    await expect(page.locator('iframe[src="/mail-with-images"][data-mail=shown]')).toBeVisible()
  }
  expect([...new Set(asked.values())]).toEqual(['image'])
  expect([...asked.keys()]).toContain('img')
  for (const kind of [
    'css-import',
    'css-font-face',
    'link-stylesheet',
    'video-src',
    'audio',
    'iframe',
    'object',
    'script',
    'meta-refresh',
    'base',
  ])
    expect([...asked.keys()]).not.toContain(kind)
})

test.describe('a link', () => {
  test('is shown with its real host, asks, and opens in a tab that knows nothing of this one', async ({
    page,
    context,
    sandbox,
  }) => {
    await context.route(/^https?:\/\/(?!localhost)/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }),
    )
    const lead = await mailLead(sandbox, 'Hostile Mail Test Co')
    await openLead(page, lead, 'Text names another site')
    const link = page.frameLocator('iframe[data-mail]').getByRole('link')
    await link.hover()
    await expect(page.getByText('Goes to harbourline-login.example')).toBeVisible()
    await link.click()
    const question = page.getByRole('group', { name: 'Open link' })
    await expect(question).toContainText('This link goes to harbourline-login.example')
    await expect(question).toContainText('The text of the link names another site.')
    expect(context.pages()).toHaveLength(1)
    const opening = context.waitForEvent('page')
    await question.getByRole('link', { name: 'Open in a new tab' }).click()
    const opened = await opening
    await opened.waitForLoadState()
    expect(opened.url()).toBe('https://harbourline-login.example/session')
    expect(await opened.evaluate(() => [globalThis.opener, document.referrer])).toEqual([null, ''])
  })

  test('can be refused, with keys only', async ({ page, sandbox }) => {
    const lead = await mailLead(sandbox, 'Hostile Mail Test Co')
    await openLead(page, lead, 'A name before the @')
    const link = page.frameLocator('iframe[data-mail]').getByRole('link')
    await link.focus()
    await expect(page.getByText('Goes to beacon.invalid')).toBeVisible()
    await page.keyboard.press('Enter')
    const question = page.getByRole('group', { name: 'Open link' })
    await expect(question).toContainText('The part before the @ is not the site’s name.')
    await expect(question.getByRole('link')).toBeFocused()
    await question.getByRole('button', { name: 'Stay here' }).click()
    await expect(question).toHaveCount(0)
  })

  test('that is none of ours to open is no link', async ({ page, sandbox }) => {
    const lead = await mailLead(sandbox, 'Hostile Mail Test Co')
    await openLead(page, lead, 'Programs')
    await expect(page.frameLocator('iframe[data-mail]').locator('a')).toHaveCount(4)
    await expect(page.frameLocator('iframe[data-mail]').locator('a[href]')).toHaveCount(0)
  })
})

test('too much markup is shown as text, with the reason, and the page stays usable', async ({ page, sandbox }) => {
  test.setTimeout(60_000)
  const lead = await mailLead(sandbox, 'Hostile Mail Test Co')
  for (const [subject, reason] of [
    ['Five megabytes', 'too long'],
    ['A hundred thousand nested tags', 'too'],
    ['Tags that never end', 'too'],
  ] as const) {
    await openLead(page, lead, subject)
    await expect(page.getByText(reason).first()).toBeVisible()
    await expect(page.getByRole('group', { name: 'Text of the message' })).toBeVisible()
    await expect(page.locator('iframe[data-mail]')).toHaveCount(0)
    await page.getByRole('button', { name: 'Close activity' }).click()
    await expect(page.locator('[data-activity-id]').first()).toBeVisible()
  }
})

test('a message cannot be taller than the frame is allowed to grow', async ({ page, sandbox }) => {
  const lead = await mailLead(sandbox, 'Hostile Mail Test Co')
  await openLead(page, lead, 'A million pixels tall')
  await expect.poll(async () => (await page.locator('iframe[data-mail]').boundingBox())?.height).toBe(6000)
})

test('a message with its link question has nothing that axe complains about', async ({ page, sandbox }) => {
  const lead = await mailLead(sandbox, 'Hostile Mail Test Co')
  await openLead(page, lead, 'Text names another site')
  await page.frameLocator('iframe[data-mail]').getByRole('link').click()
  await expect(page.getByRole('group', { name: 'Open link' })).toBeVisible()
  await expectAccessible(page)
})
