/** Makes sure that a browser starts on this machine, installing one when none does. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { chromium } from 'playwright'
import { launchOptions } from './browser.mjs'

const playwright = createRequire(import.meta.url)
  .resolve('playwright/package.json')
  .replace('package.json', 'cli.js')
const isRoot = process.getuid?.() === 0

async function starts() {
  try {
    const browser = await chromium.launch(launchOptions())
    await browser.close()
    return true
  } catch {
    return false
  }
}

function run(command, ...parameters) {
  console.log(`> ${command} ${parameters.join(' ')}`)
  return spawnSync(command, parameters, { stdio: 'inherit', timeout: 600_000 }).status === 0
}

const withPlaywright = (...parameters) => run(process.execPath, playwright, ...parameters)

const done =
  (await starts()) ||
  (withPlaywright('install', 'chromium') &&
    ((await starts()) || (isRoot && withPlaywright('install-deps', 'chromium') && (await starts())))) ||
  // Where Playwright's download cannot be reached, the system's own packages often can.
  (isRoot &&
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium') &&
    (await starts()))

if (!done) {
  console.error(
    'No browser starts here. Install Chrome or Chromium, run "npx playwright install --with-deps chromium", or set CHROMIUM_PATH.',
  )
  process.exit(1)
}
