/**
 * Measures the page with many loaded rows: `npm run bench:ui [-- --rows 100000 --rounds 10]`.
 *
 * Loaded is walked: the page counts, finds and steps over all of these rows, and holds the 20,000 nearest to the view. Timeline, totals
 * and find are on; find goes when it was measured. Nothing is asserted.
 */
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { launchOptions } from '#e2e/browser.mjs'
import { median, percentile, table } from './ui/figures.mjs'
import { measureInteractions, openFind } from './ui/interactions.mjs'
import { installProbe } from './ui/probe.mjs'
import { measureScrolling } from './ui/scrolling.mjs'
import { startServer } from './ui/server.mjs'
import { heapMegabytes, openList, walkTo } from './ui/walk.mjs'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '10' },
    /** Seconds after which what is loaded has to do. */
    patience: { type: 'string', default: '900' },
  },
})
const [rows, rounds] = [Number(values.rows), Number(values.rounds)]
const whole = (value) => Math.round(value).toLocaleString('en-GB')

const server = await startServer({ size: Math.ceil(rows * 1.2) })
const browser = await chromium.launch(launchOptions())
try {
  console.log(
    `Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GB`,
  )
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  await page.addInitScript(installProbe)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await openList(page, server.origin)
  await openFind(page)
  await loading(page, cdp)
  await scrolling(page, cdp)
  await interactions(page)
} finally {
  await browser.close()
  server.stop()
}

async function loading(page, cdp) {
  const marks = await walkTo(page, rows, Number(values.patience))
  const perPage = (from, until) => (marks[until - 1] - marks[from]) / ((until - 1 - from) * 10)
  const tenth = Math.max(2, Math.floor(marks.length / 10))
  const heap = await heapMegabytes(cdp)
  table(
    ['rows', 'seconds', 'ms a page, first tenth', 'last tenth', 'heap, MB'],
    [
      [
        whole(marks.length * 1000),
        (marks.at(-1) / 1000).toFixed(1),
        perPage(0, tenth).toFixed(0),
        perPage(marks.length - tenth, marks.length).toFixed(0),
        heap.toFixed(0),
      ],
    ],
  )
}

async function interactions(page) {
  const results = await measureInteractions(page, rounds)
  table(
    ['to the next paint, ms', 'times', 'p50', 'p75', 'p99', 'longest task'],
    results.map(([name, samples]) => {
      const times = samples.map(({ ms }) => ms)
      return [
        name,
        times.length,
        ...[0.5, 0.75, 0.99].map((share) => whole(percentile(times, share))),
        whole(Math.max(...samples.map(({ task }) => task))),
      ]
    }),
  )
}

async function scrolling(page, cdp) {
  const lines = []
  for (const slower of [1, 4]) {
    const runs = []
    for (let run = 0; run < 3; run += 1) runs.push(await measureScrolling(page, cdp, { slower }))
    const frames = runs.flatMap((run) => run.frames)
    const over = (limit) => frames.filter((frame) => frame > limit).length
    lines.push([
      slower === 1 ? 'as it is' : `${slower}x slower`,
      frames.length,
      ...[0.5, 0.75, 0.99].map((share) => percentile(frames, share).toFixed(1)),
      (over(33.4) / runs.length).toFixed(1),
      (over(50) / runs.length).toFixed(1),
      whole(median(runs.map(({ busy }) => busy))),
    ])
  }
  table(
    ['scrolling 5,000 px/s, ms', 'frames', 'p50', 'p75', 'p99', 'over 33 in 5 s', 'over 50', 'main thread, ms/s'],
    lines,
  )
}
