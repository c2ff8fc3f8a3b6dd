/** Ordinary mail as it is shown, beside what a browser draws of the same markup by itself, compared point by point. */
import type { Page } from 'playwright/test'
import { benignLead } from '#sandbox/dataset/benign/benign-mails.ts'
import type { WrittenMail } from '#sandbox/dataset/written.ts'
import { expect, test } from './support/test.ts'

const mails: readonly WrittenMail[] = [...benignLead.threads.flatMap((thread) => thread.mails), ...benignLead.notes]

/** What a reader brings to markup that says nothing of its own. */
const readersStyle = `@layer reader {
  html { color-scheme: light; background: #fff; color: #171b22 }
  body { margin: 12px; font: 14px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif; overflow-wrap: break-word }
  pre { white-space: pre-wrap }
  table { font-size: inherit }
  a { color: #2450c8 }
  img { max-width: 100% }
  blockquote { margin-inline: 0; padding-inline-start: 12px; border-inline-start: 2px solid #c9ced6 }
}`

interface Pair {
  readonly html: string
  /** The markup by itself, with its own pictures in place. */
  readonly plain: string
  readonly attachments: readonly { contentId: string; label: string; picture: string | null }[]
}

function pairOf({ html, attachments = [] }: WrittenMail): Pair {
  const markup = html()
  const parts = attachments.map(({ contentId, filename, url }) => ({
    contentId: (contentId ?? '').replace(/^<(.*)>$/, '$1'),
    label: filename,
    picture: url ?? null,
  }))
  let plain = `<style>${readersStyle}</style>${markup}`
  for (const { contentId, picture } of parts) if (picture) plain = plain.replaceAll(`cid:${contentId}`, picture)
  return { html: markup, plain, attachments: parts }
}

/** Draws one message both ways, each in a frame as tall as it, and answers when both are complete. */
async function draw(page: Page, pair: Pair): Promise<void> {
  await page.evaluate(async ({ html, plain, attachments }) => {
    const frame = () => Object.assign(document.createElement('iframe'), { width: '640', height: '32' })
    const [ours, theirs] = [frame(), frame()]
    ours.setAttribute('sandbox', 'allow-scripts')
    ours.src = '/mail-with-images'
    // Its markup may run nothing, and can be measured from outside.
    theirs.setAttribute('sandbox', 'allow-same-origin')
    theirs.srcdoc = plain
    const shown = new Promise<void>((resolve) => {
      addEventListener('message', ({ source, data, ports: [port] }) => {
        if (source !== ours.contentWindow || data !== 'mail-frame-ready' || !port) return
        port.addEventListener('message', ({ data: { kind, height } }: MessageEvent) => {
          if (kind === 'shown' || kind === 'size') ours.height = String(Math.max(32, Math.ceil(height)))
          if (kind === 'shown') resolve()
        })
        port.start()
        port.postMessage({ html, images: true, attachments })
      })
    })
    const loaded = new Promise((resolve) => theirs.addEventListener('load', resolve, { once: true }))
    document.querySelector('#pair')?.replaceChildren(ours, theirs)
    await Promise.all([shown, loaded])
    const read = theirs.contentDocument
    if (!read) throw new Error('nothing to compare with')
    if (!read.documentElement.dir && !read.body.dir) read.body.dir = 'auto'
    const { height } = read.documentElement.getBoundingClientRect()
    theirs.height = String(Math.max(32, Math.ceil(height)))
  }, pair)
  const frame = page.frames().find((each) => each.url().endsWith('/mail-with-images'))
  await expect
    .poll(() =>
      frame?.evaluate(
        () =>
          [...document.images].every(({ complete }) => complete) &&
          innerHeight >= Math.floor(document.documentElement.getBoundingClientRect().height),
      ),
    )
    .toBe(true)
}

interface Difference {
  /** Of all points of the larger picture, those that differ. */
  readonly ofPoints: number
  /** The same, of the points on which either has something other than paper. */
  readonly ofInk: number
  /** Points that are not of the commonest colour. */
  readonly ink: number
}

/** The left half of a picture against its right half. */
function halvesOf(page: Page, picture: Buffer): Promise<Difference> {
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const width = image.width / 2
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const [left, right] = [0, width].map((x) => context.getImageData(x, 0, width, image.height).data)
    if (!left || !right) throw new Error('no picture')
    const far = (a: Uint8ClampedArray, i: number, b: Uint8ClampedArray, j: number) =>
      [0, 1, 2].some((part) => Math.abs((a[i + part] ?? 0) - (b[j + part] ?? 0)) > 40)
    let different = 0
    let inked = 0
    let ink = 0
    for (let i = 0; i < left.length; i += 4) {
      // The paper is what the first point has.
      const isInk = far(left, i, left, 0)
      if (isInk) ink += 1
      if (isInk || far(right, i, right, 0)) inked += 1
      if (far(left, i, right, i)) different += 1
    }
    return { ofPoints: (different * 4) / left.length, ofInk: different / Math.max(1, inked), ink }
  }, picture.toString('base64'))
}

test('ordinary mail looks as a browser draws it by itself', async ({ page, app, expectConsole }) => {
  expectConsole(/Content Security Policy|violates|Blocked script execution|net::ERR/)
  expect(mails.length).toBeGreaterThanOrEqual(30)
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await page.route(/^https?:\/\/(?!localhost|127)/, (route) => route.fulfill({ contentType: 'image/png', body: pixel }))
  await page.route('**/pair', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><style>body{margin:0} #pair{display:flex;align-items:start;width:1280px;background:#fff} iframe{border:0;flex:none}</style><div id="pair"></div>',
    }),
  )
  await page.goto(`${app.origin}/pair`)
  const empty: string[] = []
  const unlike: string[] = []
  const inked: string[] = []
  for (const mail of mails) {
    const name = mail.subject || mail.text
    const pair = pairOf(mail)
    await draw(page, pair)
    const { ofPoints, ofInk, ink } = await halvesOf(page, await page.locator('#pair').screenshot())
    if (ink < 50) empty.push(name)
    if (ofPoints > 0.05) unlike.push(`${name}: ${ofPoints}`)
    // Most of a letter is paper. Where no picture is replaced by its name, the ink itself must be the same.
    if (ofInk > 0.02 && pair.attachments.every(({ picture }) => picture !== null)) inked.push(`${name}: ${ofInk}`)
  }
  expect(empty).toEqual([])
  expect(unlike, 'more than a twentieth of the points').toEqual([])
  expect(inked, 'more than a fiftieth of the ink').toEqual([])
})
