/**
 * What the page needs before it shows rows, in kB of gzip: everything index.html names, and what that imports statically.
 * Fails above the budget. What the page then loads by itself is seen by a browser only: e2e/first-visit.spec.ts.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** kB. Above the goal is worth a look, above the budget is a failure. What then loads by itself comes on top, and is held to 190. */
const goal = 150
const budget = 168

const client = fileURLToPath(new URL('../dist/client', import.meta.url))
const read = (path) => readFileSync(join(client, path))
const kilobytes = (path) => gzipSync(read(path), { level: 9 }).length / 1000

const html = read('index.html').toString()
const named = (pattern) => [...html.matchAll(pattern)].map((match) => match[1].slice(1))
const scripts = named(/<script[^>]+src="(\/[^"]+)"/g)
const styles = named(/<link[^>]+rel="stylesheet"[^>]+href="(\/[^"]+)"/g)
const preloads = named(/<link[^>]+rel="modulepreload"[^>]+href="(\/[^"]+)"/g)

/** The chunks a script imports statically, and theirs: the browser loads them before it runs anything. */
function reached(paths, seen = new Set()) {
  for (const path of paths) {
    if (seen.has(path)) continue
    seen.add(path)
    const code = read(path).toString()
    const imports = [...code.matchAll(/(?:^|[;}\s])(?:import|export)[^'"()]*?["'](\.\/[^"']+\.js)["']/g)].map((match) =>
      join('assets', match[1]).replaceAll('\\', '/'),
    )
    reached(imports, seen)
  }
  return seen
}

const beforeRows = [...reached([...scripts, ...preloads]), ...styles]
const all = readdirSync(join(client, 'assets')).map((name) => `assets/${name}`)
const later = all.filter((path) => /\.(?:js|css)$/.test(path) && !beforeRows.includes(path))

const sum = (paths) => paths.reduce((total, path) => total + kilobytes(path), 0)
const line = (words, size) => console.log(`${words.padEnd(44)} ${size.toFixed(1).padStart(7)} kB`)

for (const path of ['index.html', ...beforeRows]) line(path, kilobytes(path))
for (const path of later) line(`later: ${path}`, kilobytes(path))
const needed = sum(beforeRows)
line(`before the first rows (goal ${goal}, budget ${budget})`, needed)

if (needed > budget) {
  console.error(`The first load is ${(needed - budget).toFixed(1)} kB above its budget.`)
  process.exitCode = 1
}
