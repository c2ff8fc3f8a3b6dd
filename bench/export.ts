/**
 * Measures the export against the sandbox over HTTP: `npm run bench:export [-- --rows 100000 --many 1000000]`.
 *
 * The sandbox and whoever reads it are processes of their own, so that time and memory are the reader's.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpus, totalmem } from 'node:os'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { read, type Outcome, type ReaderName } from './export-readers.ts'
import { serveSandbox, type SandboxProcess } from './export-sandbox.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '100000' },
    many: { type: 'string', default: '1000000' },
    rate: { type: 'string', default: '20' },
    latency: { type: 'string', default: '50' },
  },
})

const [role, argument = ''] = positionals
if (role === 'sandbox') await serveSandbox(JSON.parse(argument))
else if (role === 'read') print(await read(JSON.parse(argument)))
else await measure()

function print(value: unknown) {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
}

/** This file again, in another process; the first line it says, as JSON. */
async function start(
  role: string,
  needs: object,
  flags: readonly string[] = [],
): Promise<{ readonly child: ChildProcess; readonly said: unknown }> {
  const file = process.argv[1] ?? ''
  const child = spawn(process.execPath, [...flags, file, role, JSON.stringify(needs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, said: JSON.parse(String(line)) }
}

async function readWith(reader: ReaderName, options: SandboxProcess, flags: readonly string[] = []): Promise<Outcome> {
  const { child, said } = await start('sandbox', options)
  try {
    const { said: outcome } = await start('read', { reader, port: Number(said) }, flags)
    return outcome as Outcome
  } finally {
    child.kill()
  }
}

async function measure() {
  const [rate, latency] = [Number(values.rate), Number(values.latency)]
  print(
    `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GB\n`,
  )
  print(
    `| ${values.rows} activities, ${rate}/s, ${latency} ms | rows | requests | refused | seconds | requests ÷ pages | time ÷ floor |`,
  )
  print('| --- | --- | --- | --- | --- | --- | --- |')
  for (const reader of ['export', 'skip', 'days'] as const) {
    const outcome = await readWith(reader, { size: Number(values.rows), rate, latency })
    const pages = Math.ceil(outcome.rows / 100)
    const { rows, requests, refused, seconds } = outcome
    const share = `${refused} (${((refused / requests) * 100).toFixed(1)} %)`
    const ratios = `${(requests / pages).toFixed(3)} | ${((seconds * rate) / pages).toFixed(3)}`
    print(`| ${reader} | ${rows} | ${requests} | ${share} | ${seconds.toFixed(1)} | ${ratios} |`)
  }
  print(`\n| without limits | rows | requests | seconds | rows a second | peak memory |`)
  print('| --- | --- | --- | --- | --- | --- |')
  for (const [name, flags] of [
    ['export', []],
    // Node collects late while the machine has memory; this shows what is needed.
    ['export, heap held to 192 MB', ['--max-old-space-size=192', '--max-semi-space-size=4']],
  ] as const) {
    const outcome = await readWith('export', { size: Number(values.many), rate: null, latency: 0 }, flags)
    const { rows, requests, seconds, peakMegabytes } = outcome
    print(
      `| ${name} | ${rows} | ${requests} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds)} | ${peakMegabytes} MB |`,
    )
  }
}
