/**
 * Every check of the repository, one after the other; a failing stage does not keep the later ones from running.
 * The last line is `N passed, N failed`, alone: the tests of the runners, and each other stage as one.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const results = `${root}test-results`
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const bin = (name, path) => [process.execPath, `${root}node_modules/${name}/${path}`]
const vite = bin('vite', 'bin/vite.js')

function run([command, ...parameters]) {
  const { status } = spawnSync(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CI: process.env.CI ?? 'true' },
  })
  return status === 0
}

/** One stage as one test. */
const asOne =
  (...commands) =>
  () =>
    commands.every(run) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** A runner that writes a report: its own counts, and a failure of the runner itself as one more. */
const asMany = (report, read, command) => () => {
  const succeeded = run(command)
  const counts = counted(`${results}/${report}`, read)
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function counted(path, read) {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** A file that cannot be loaded has no tests to count; it counts as one. */
const readUnits = ({ numPassedTests, numFailedTests, testResults }) => ({
  passed: numPassedTests,
  failed:
    numFailedTests +
    testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
})

const readStories = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
})

const unitReports = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}/units.json`]

const stages = [
  { name: 'types', stage: asOne(bin('typescript', 'bin/tsc').concat('--noEmit')) },
  { name: 'lint', stage: asOne(bin('oxlint', 'bin/oxlint')) },
  { name: 'format', stage: asOne(bin('oxfmt', 'bin/oxfmt').concat('--check')) },
  {
    name: 'unit tests',
    stage: asMany('units.json', readUnits, [...bin('vitest', 'vitest.mjs'), 'run', ...unitReports]),
  },
  {
    name: 'build',
    stage: asOne(
      [...vite, 'build'],
      [...vite, 'build', '--ssr', 'src/server/node.ts'],
      [...vite, 'build', '--ssr', 'src/cli/main.ts', '--outDir', 'dist/cli'],
    ),
  },
  { name: 'size', stage: asOne([process.execPath, `${root}bench/size.mjs`]) },
  { name: 'browser', stage: asOne([process.execPath, `${root}e2e/ensure-browser.mjs`]) },
  {
    name: 'browser stories',
    stage: asMany('stories.json', readStories, [...bin('playwright', 'cli.js'), 'test', '-c', 'e2e']),
  },
]

const started = Date.now()
const outcomes = stages.map(({ name, stage }) => {
  console.log(`\n── ${name}`)
  const before = Date.now()
  const counts = stage()
  return { name, ...counts, seconds: (Date.now() - before) / 1000 }
})

console.log(`\n── summary after ${Math.round((Date.now() - started) / 1000)} s`)
for (const { name, seconds, ...counts } of outcomes) {
  const verdict = counts.failed > 0 ? 'FAILED' : 'ok'
  console.log(
    `${verdict.padEnd(7)}${name.padEnd(17)}${counts.passed} passed, ${counts.failed} failed, ${Math.round(seconds)} s`,
  )
}

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
