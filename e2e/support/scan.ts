import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

export const widths = [1280, 768, 320] as const

/** As a person may have set it in the system. */
const looks = [
  { look: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { look: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { look: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const

/** Rows are drawn alike: what the first ones do not have, the twentieth has not either. */
const furtherRows = ':is([data-index]:nth-child(n + 7))'

interface Scan {
  /** The part that has changed; the whole page without it. */
  readonly within?: string
  /** Something is open over the page, which is then hidden from assistive technology on purpose. */
  readonly isOver?: boolean
  readonly widths?: readonly number[]
  /** Also in dark and forced colours at the middle width. */
  readonly inEveryLook?: boolean
}

/**
 * Expects that axe finds nothing in a state of the page, in every look and at every width. The page is built once and looked at
 * again: every rule in light, and in the other looks, which change colours only, those about colours.
 */
export async function expectAccessibleEverywhere(page: Page, state: string, scan: Scan = {}): Promise<void> {
  const { widths: wanted = widths, inEveryLook = false } = scan
  for (const width of wanted) {
    await page.setViewportSize({ width, height: 800 })
    await expectNothingBeside(page, `${state} at ${width}`)
    // What is in the middle has the colours of the wide page, and of its layout only what the wide or the narrow one has too.
    for (const { look, media } of width === 768 && !inEveryLook ? looks.slice(0, 1) : looks) {
      await page.emulateMedia(media)
      expect(await violations(page, scan, look === 'light' ? 'all' : 'colours'), `${state}, ${look}, ${width}`).toEqual(
        [],
      )
    }
    await page.emulateMedia(looks[0].media)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** Nothing but the table may be wider than the page. */
export async function expectNothingBeside(page: Page, state: string): Promise<void> {
  const beside = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(beside, state).toBeLessThanOrEqual(0)
}

interface Axe {
  run: (
    context: unknown,
    options: unknown,
  ) => Promise<{ violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>
}

async function violations(page: Page, { within, isOver = false }: Scan, rules: 'all' | 'colours') {
  // The builder leaves axe in the page: from then on it can be asked without being sent again.
  if (!(await page.evaluate(() => 'axe' in window)))
    await new AxeBuilder({ page }).setLegacyMode().withRules(['document-title']).analyze()
  return page.evaluate(
    async ({ within, isOver, rules, furtherRows }) => {
      const { axe } = window as unknown as { axe: Axe }
      // While something fades the colours are those of no state; those of another look come with the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      // What goes round for ever has no end to be waited for.
      const fading = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      await Promise.all(fading.map((each) => each.finished.catch(() => null)))
      // Chrome tells a text's fill as the page would have it, also where the system's colour is painted.
      const asPainted = window.getComputedStyle.bind(window)
      const readStyle = window.getComputedStyle
      if (matchMedia('(forced-colors: active)').matches) {
        window.getComputedStyle = (element, pseudo) => {
          const style = asPainted(element, pseudo)
          return new Proxy(style, {
            get: (_, key) => {
              if (key === 'getPropertyValue')
                return (name: string) => style.getPropertyValue(name === '-webkit-text-fill-color' ? 'color' : name)
              const value: unknown = Reflect.get(style, key)
              return typeof value === 'function' ? (value.bind(style) as unknown) : value
            },
          })
        }
      }
      const context = { ...(within !== undefined && { include: [[within]] }), exclude: [[furtherRows]] }
      const { violations } = await axe.run(context, {
        iframes: false,
        preload: false,
        resultTypes: ['violations'],
        ...(rules === 'colours' && { runOnly: ['color-contrast', 'link-in-text-block'] }),
        ...(rules === 'all' && {
          rules: {
            'target-size': { enabled: true },
            ...(isOver && {
              'aria-hidden-focus': { enabled: false },
              'page-has-heading-one': { enabled: false },
              region: { enabled: false },
            }),
          },
        }),
      })
      window.getComputedStyle = readStyle
      return violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
      }))
    },
    { within, isOver, rules, furtherRows },
  )
}
