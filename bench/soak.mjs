/** Exports in bad moods, many: `npm run soak [-- runs [first seed]]`. What each does is in src/export/testing. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [runs = '1000', seed = '1'] = process.argv.slice(2)
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const files = ['src/export/soak.test.ts', 'src/export/planted-bugs.test.ts']
const env = { ...process.env, SOAK_RUNS: runs, SOAK_SEED: seed }
process.exitCode = spawnSync(process.execPath, [vitest, 'run', ...files], { stdio: 'inherit', env }).status ?? 1
