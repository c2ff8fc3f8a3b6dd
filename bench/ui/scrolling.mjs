/** Scrolls as a hand does, through rows that are held, and watches the frames. */
export async function measureScrolling(page, cdp, { slower, pixelsASecond = 5000, seconds = 5 }) {
  await page.evaluate(() => {
    const scroller = document.querySelector('[data-scroller]')
    scroller.scrollTop = scroller.scrollHeight - 200_000
  })
  await page.evaluate(() => window.probe.quiet())
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const before = await taskSeconds(cdp)
  await page.evaluate(() => window.probe.watchFrames())
  const from = performance.now()
  await cdp.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 500,
    yDistance: -pixelsASecond * seconds,
    speed: pixelsASecond,
    gestureSourceType: 'mouse',
    preventFling: true,
  })
  const took = (performance.now() - from) / 1000
  const frames = await page.evaluate(() => window.probe.frames())
  const busy = ((await taskSeconds(cdp)) - before) / took
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return { frames, busy: busy * 1000 }
}

async function taskSeconds(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value
}
