/**
 * Exports in the page while somebody looks at the table: `npm run bench:export-in-browser [-- --rows 1000000]`.
 *
 * The memory is that of the page's process, worker included, as the system counts it; the tasks are those of the page's own thread.
 * Nothing is asserted.
 */
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { launchOptions } from '#e2e/browser.mjs'
import { percentile, table } from './ui/figures.mjs'
import { installProbe } from './ui/probe.mjs'
import { startServer } from './ui/server.mjs'
import { openList } from './ui/walk.mjs'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    /** Megabytes to which the page's heap is held; without it the browser collects when it likes to. */
    heap: { type: 'string' },
  },
})
/** Threads are a setting of their own, which is off. */
const size = Math.ceil(Number(values.rows) * 1.08)
const whole = (value) => Math.round(value).toLocaleString('en-GB')

const server = await startServer({ size })
const options = launchOptions()
const held = values.heap === undefined ? [] : [`--js-flags=--max-old-space-size=${values.heap}`]
const browser = await chromium.launch({ ...options, args: [...options.args, ...held] })
try {
  console.log(
    `Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GB`,
  )
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', acceptDownloads: true })
  await page.addInitScript(installProbe)
  await openList(page, server.origin, '?cols=id,time,type,lead,user')
  const before = rendererMegabytes()
  await page.evaluate(() => window.probe.start())
  const memory = [before]
  const sampling = setInterval(() => memory.push(rendererMegabytes()), 500)
  const begun = performance.now()
  const { rows, saving } = await exportAll(page)
  const seconds = (performance.now() - begun) / 1000
  clearInterval(sampling)
  const tasks = await page.evaluate(() => window.probe.tasks())
  table(
    ['rows', 'seconds', 'rows a second', 'memory before, MB', 'peak, MB', 'tasks over 50 ms', 'p99 of them', 'longest'],
    [
      [
        whole(rows),
        `${seconds.toFixed(1)}, of which ${saving.toFixed(1)} saving`,
        whole(rows / seconds),
        whole(before),
        whole(Math.max(...memory)),
        tasks.length,
        tasks.length === 0 ? '–' : whole(percentile(tasks, 0.99)),
        whole(Math.max(0, ...tasks)),
      ],
    ],
  )
} finally {
  await browser.close()
  server.stop()
}

/** Resolves when the file is there. */
async function exportAll(page) {
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export CSV' })
  const downloading = page.waitForEvent('download', { timeout: 0 })
  await dialog.getByRole('button', { name: 'Start export' }).click()
  await dialog.getByText('Complete:').waitFor({ timeout: 0 })
  const at = performance.now()
  await (await downloading).path()
  const words = await dialog.getByText(/rows written to/).textContent()
  const rows = Number(/([\d,]+) rows/.exec(words ?? '')?.[1]?.replaceAll(',', ''))
  return { rows, saving: (performance.now() - at) / 1000 }
}

/** The resident memory of the largest renderer. */
function rendererMegabytes() {
  const lines = execFileSync('ps', ['-eo', 'rss=,args='], { encoding: 'utf8', maxBuffer: 2 ** 24 }).split('\n')
  const sizes = lines.filter((line) => line.includes('--type=renderer')).map((line) => Number.parseInt(line, 10))
  return Math.max(0, ...sizes) / 1024
}
