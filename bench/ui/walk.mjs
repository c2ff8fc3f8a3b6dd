/** Loads rows as a reader does who scrolls down without a pause. */

const isLoaded = (page) => page.locator('[data-activity-id]').first().waitFor()

export async function openList(page, origin, search = '') {
  await page.goto(`${origin}/${search}`)
  await isLoaded(page)
  // What the page loads by itself after the first rows.
  await page.getByRole('slider', { name: 'Timeline' }).waitFor()
  await page.getByRole('note', { name: 'Totals' }).waitFor()
  await page.evaluate(() => window.probe.quiet())
}

/** Goes on to that many rows, or as far as it comes in these seconds; answers the milliseconds at each thousand. */
export function walkTo(page, rows, seconds = 900) {
  return page.evaluate(
    async ([wanted, patience]) => {
      const scroller = document.querySelector('[data-scroller]')
      const body = scroller.querySelector('[role=rowgroup]:nth-of-type(2)')
      const rowHeight = scroller.querySelector('[data-activity-id]').getBoundingClientRect().height
      const begun = performance.now()
      const marks = []
      for (;;) {
        scroller.scrollTop = scroller.scrollHeight
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const loaded = Math.round(body.getBoundingClientRect().height / rowHeight)
        while (marks.length < Math.floor(loaded / 1000)) marks.push(performance.now() - begun)
        if (loaded >= wanted || performance.now() - begun > patience * 1000) return marks
      }
    },
    [rows, seconds],
  )
}

export async function heapMegabytes(cdp) {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}
