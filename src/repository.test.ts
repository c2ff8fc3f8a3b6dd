/** Promises of the repository about itself: its layers, its dependencies, and that it depends on no particular machine. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSandbox } from '#sandbox/app.ts'
import { version } from '#core/version.ts'

const root = dirname(import.meta.dirname)
const text = (path: string) => readFileSync(join(root, path), 'utf8')

/** Who may import whom. Kept apart from the linter's configuration, which must agree. */
const layers: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  core: ['lib', 'zod/mini'],
  client: ['core/query', 'core/close', 'lib'],
  export: ['client', 'core/query', 'core/close', 'lib', '@noble/hashes/sha2.js'],
  ui: ['lib', 'react', '@base-ui/react/dialog'],
  explorer: [
    'export',
    'client',
    'core/query',
    'core/close',
    'ui',
    'lib',
    'react',
    'react-hook-form',
    '@tanstack/react-query',
  ],
  app: ['explorer', 'export', 'client', 'core/query', 'core/close', 'ui', 'lib', 'react', '@tanstack/react-query'],
  cli: ['export', 'client', 'core/query', 'core/close', 'lib', 'node:fs'],
  mail: ['core/mail', 'lib', 'dompurify'],
  sandbox: ['core/close', 'lib', 'hono'],
  server: ['sandbox', 'core/close', 'lib', 'hono', 'node:fs'],
}

const packages = [
  'react',
  'react-hook-form',
  '@base-ui/react/dialog',
  '@tanstack/react-query',
  'hono',
  'node:fs',
  'moment',
]
const foreign = [...Object.keys(layers).filter((layer) => layer !== 'core'), 'core/query', 'core/close', ...packages]

interface Plant {
  readonly file: string
  readonly layer: string
  readonly source: string
  readonly allowed: boolean
}

const plants = Object.entries(layers).flatMap(([layer, allowed]) =>
  [...new Set([...foreign, ...allowed])]
    .filter((source) => source.split('/')[0] !== layer)
    .map((source, index): Plant => ({
      file: `src/${layer}/planted-${index}.ts`,
      layer,
      source,
      allowed: allowed.includes(source),
    })),
)

function specifierOf(source: string): string {
  const [first = ''] = source.split('/')
  return first in layers ? `#${source}/thing.ts` : source
}

/** The rules each file breaks, when the files are written beside a copy of the repository's configuration. */
function lint(files: Readonly<Record<string, string>>): (file: string) => readonly string[] {
  const place = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(join(root, name), join(place, name))
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction')
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(place, name)), { recursive: true })
      writeFileSync(join(place, name), content)
    }
    const linter = join(root, 'node_modules/oxlint/bin/oxlint')
    const { stdout } = spawnSync(process.execPath, [linter, '--format', 'json', 'src'], {
      cwd: place,
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
    return (file) => diagnostics.filter((d) => d.filename.replaceAll('\\', '/').endsWith(file)).map((d) => d.code)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const importing = (source: string) =>
  `import { thing } from '${specifierOf(source)}'\nexport const planted: unknown = thing\n`

describe('the linter', () => {
  let broken: (file: string) => readonly string[] = () => []
  const others: Readonly<Record<string, string>> = {
    'src/core/parent.ts': "import { thing } from '../lib/thing.ts'\nexport const planted: unknown = thing\n",
    'src/core/lazy.ts': "export const planted = (): Promise<unknown> => import('#client/thing.ts')\n",
    'src/core/passing.ts': "export { thing } from '#client/thing.ts'\n",
    'src/core/typed.ts': "import type { Thing } from '#client/thing.ts'\nexport type Planted = Thing\n",
    'src/core/inline.ts': "export type Planted = import('#client/thing.ts').Thing\n",
    'src/core/parent.test.ts': "import { thing } from '../lib/thing.ts'\nexport const planted: unknown = thing\n",
    'src/core/around/a.ts': "import { b } from './b.ts'\nexport const a = (): unknown => b\n",
    'src/core/around/b.ts': "import { a } from './a.ts'\nexport const b = (): unknown => a\n",
    'src/core/default.ts': 'const planted = 1\nexport default planted\n',
    'src/ui/markup.ts': "export const planted = (node: HTMLElement) => (node.innerHTML = 'x')\n",
    'src/ui/danger.tsx':
      'export const Planted = ({ x }: { x: string }) => <p dangerouslySetInnerHTML={{ __html: x }} />\n',
    'src/lib/run.ts': 'export const planted = (x: string): unknown => eval(x)\n',
    'src/lib/make.ts': 'export const planted = (x: string): unknown => new Function(x)\n',
    'src/lib/floating.ts': 'export const planted = (x: () => Promise<void>) => {\n  x()\n}\n',
  }
  beforeAll(() => {
    broken = lint({ ...Object.fromEntries(plants.map(({ file, source }) => [file, importing(source)])), ...others })
  })

  it.each(plants.filter((plant) => !plant.allowed))('keeps $source out of $layer', ({ file }) => {
    expect(broken(file)).toContain('eslint(no-restricted-imports)')
  })

  it.each(plants.filter((plant) => plant.allowed))('lets $layer import $source', ({ file }) => {
    expect(broken(file)).not.toContain('eslint(no-restricted-imports)')
  })

  it.each([
    ['src/core/parent.ts', 'eslint(no-restricted-imports)'],
    ['src/core/lazy.ts', 'eslint(no-restricted-imports)'],
    ['src/core/passing.ts', 'eslint(no-restricted-imports)'],
    ['src/core/typed.ts', 'eslint(no-restricted-imports)'],
    ['src/core/inline.ts', 'typescript(consistent-type-imports)'],
    ['src/core/parent.test.ts', 'eslint(no-restricted-imports)'],
    ['src/core/around/a.ts', 'import(no-cycle)'],
    ['src/core/default.ts', 'import(no-default-export)'],
    ['src/ui/markup.ts', 'eslint(no-restricted-properties)'],
    ['src/ui/danger.tsx', 'react(no-danger)'],
    ['src/lib/run.ts', 'eslint(no-eval)'],
    ['src/lib/make.ts', 'eslint(no-new-func)'],
    ['src/lib/floating.ts', 'typescript(no-floating-promises)'],
  ])('sees in %s what breaks %s', (file, rule) => {
    expect(broken(file)).toContain(rule)
  })
})

interface Locked {
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

describe('the dependencies', () => {
  const manifest = JSON.parse(text('package.json')) as Record<
    'dependencies' | 'devDependencies' | 'overrides',
    Record<string, string>
  >
  const { packages: locked } = JSON.parse(text('package-lock.json')) as { packages: Record<string, Locked> }
  const installed = Object.entries(locked).filter(([path]) => path !== '')

  it('are named by exact versions', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides })
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('are locked for Linux, macOS and Windows: every platform’s package has its entry', () => {
    const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !ancestors(path).some((place) => `${place}node_modules/${name}` in locked),
      ),
    )
    expect(missing).toEqual([])
    const rolldown = Object.keys(locked).filter((path) => path.startsWith('node_modules/@rolldown/binding-'))
    for (const platform of ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'darwin-x64', 'win32-x64-msvc'])
      expect(rolldown).toContain(`node_modules/@rolldown/binding-${platform}`)
  })

  it('are locked by content, from whichever registry is configured', () => {
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })

  it('and the version that receipts name is that of the package', () => {
    expect(version).toBe(JSON.parse(text('package.json')).version)
  })

  it('run nothing when installed', () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
    // The lock says what the registry said when it was written; this holds whatever the registry says.
    expect(text('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  })
})

/** The places a package at `path` in the lock looks for its dependencies, as prefixes of a lock path. */
function ancestors(path: string): readonly string[] {
  const steps = path.split('/node_modules/')
  return ['', ...steps.map((_, index) => `${steps.slice(0, index + 1).join('/node_modules/')}/`)]
}

describe('the page', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => ({ file, source: text(join('src', file)) }))

  it('shows no control under the pointer alone: it is there with the focus and on a touch screen, too', () => {
    const shown = sources.flatMap(({ file, source }) =>
      [...source.matchAll(/(["'`])(?:(?!\1).)*hover:(?:opacity-100|visible|block|flex|inline)\b.*?\1/g)].map(
        ([classes]) => ({ file, classes }),
      ),
    )
    expect(shown).not.toEqual([])
    for (const { file, classes } of shown) {
      expect(classes, file).toMatch(/focus-(?:within|visible):/)
      expect(classes, file).toMatch(/pointer-coarse:/)
    }
  })
})

describe('the repository depends on no particular machine', () => {
  const skipped = new Set([
    '.git',
    'node_modules',
    'dist',
    'coverage',
    'test-results',
    'playwright-report',
    'package-lock.json',
  ])
  const readable = /\.(?:css|html|json|md|mjs|svg|ts|tsx|ya?ml)$|\/(?:run|\.\w+|LICENSE)$/
  const files = (directory: string): string[] =>
    readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
      const path = `${directory}/${entry.name}`
      if (skipped.has(entry.name) || path === './src/repository.test.ts') return []
      return entry.isDirectory() ? files(path) : readable.test(path) ? [path] : []
    })
  const sources = files('.').map((path) => ({ path, content: text(path) }))

  it.each([
    ['a registry', /\bregistry\s*=\s*["']?\w+:|\/\/[\w.-]*(?:registry|artifactory|nexus|mirror)[\w.-]*[:/]/i],
    ['a path of the machine it was built on', /(?<![\w.:/-])\/(?:home|Users|root|work)\/\w/],
    ['files beside the repository', /(?:\.\.\/)+shared\b/],
  ])('names nowhere %s', (_what, pattern) => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.filter(({ content }) => pattern.test(content)).map(({ path }) => path)).toEqual([])
  })
})

it('the README’s links lead to a lead that the sandbox has', () => {
  const { largeLead } = createSandbox({ size: 1000 }).landmarks
  const named = [...text('README.md').matchAll(/lead_id=(\w+)/g)].map(([, id]) => id)
  expect(new Set(named)).toEqual(new Set([largeLead.id]))
})
