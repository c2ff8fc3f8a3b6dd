import { availableParallelism } from 'node:os'
import { defineConfig } from 'playwright/test'
import { launchOptions } from './browser.mjs'

/** Each story starts the built server for itself (support/test.ts), so stories run beside each other. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/stories',
  fullyParallel: true,
  workers: Number(process.env['STORY_WORKERS'] ?? Math.min(6, Math.max(2, availableParallelism()))),
  // A machine that is shared may starve a browser once; what fails twice is a failure.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  // Far above what a story takes by itself; a busy machine is not a broken page.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: '../test-results/stories.json' }]],
  use: {
    launchOptions: launchOptions(),
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
