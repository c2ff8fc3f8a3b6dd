import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { BuildOptions, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { mailScript } from './src/server/mail-script-plugin.ts'
import { developmentServer } from './src/server/vite-plugin.ts'

const port = Number(process.env['PORT'] ?? 5180)

/** Every module that `ids` import statically, and theirs. */
function reached(ids: readonly string[], context: Rolldown.ChunkingContext, seen = new Set<string>()): Set<string> {
  for (const id of ids) {
    if (seen.has(id)) continue
    seen.add(id)
    reached(context.getModuleInfo(id)?.importedIds ?? [], context, seen)
  }
  return seen
}

/**
 * Two chunks for what every visit loads, in place of some thirty, because they compress a tenth better together:
 * `start` is what the first rows need, `controls` what the page then loads by itself. What is seen but is no row comes at rest,
 * what only a person can want with the first sign of one (`explorer/at-rest.ts`), anything else with a click.
 */
const firstLoad: Rolldown.CodeSplittingGroup[] = [
  chunkOf('start', 2, () => [absolute('src/main.tsx')]),
  chunkOf(
    'controls',
    1,
    (context) => context.getModuleInfo(absolute('src/explorer/lazy-parts.tsx'))?.dynamicallyImportedIds,
  ),
]

function chunkOf(
  name: string,
  priority: number,
  roots: (context: Rolldown.ChunkingContext) => readonly string[] | undefined,
): Rolldown.CodeSplittingGroup {
  let modules: Set<string> | undefined
  const nameOf = (id: string, context: Rolldown.ChunkingContext) => {
    modules ??= reached(roots(context) ?? [], context)
    return modules.has(id) ? name : null
  }
  return { debugName: name, name: nameOf, priority }
}

function absolute(path: string): string {
  return `${import.meta.dirname}/${path}`.replaceAll('\\', '/')
}

const clientBuild: BuildOptions = {
  target: 'baseline-widely-available',
  outDir: 'dist/client',
  // The page's policy allows images and fonts from its own origin only, so nothing becomes a data: address.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  chunkSizeWarningLimit: 700,
  rolldownOptions: { output: { codeSplitting: { groups: firstLoad } } },
}

const serverBuild: BuildOptions = {
  target: 'node20',
  outDir: 'dist/server',
  copyPublicDir: false,
  rolldownOptions: { output: { entryFileNames: '[name].js' } },
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss(), developmentServer(), mailScript()],
  server: { host: '127.0.0.1', port, strictPort: true },
  build: isSsrBuild ? serverBuild : clientBuild,
  worker: { format: 'es' },
  // The server is one file that needs no node_modules.
  ssr: isSsrBuild ? { noExternal: true } : {},
  test: {
    // By default one core is left to whoever watches; a machine with two would then use half of itself.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          benchmark: { include: ['bench/**/*.bench.ts'] },
          setupFiles: ['src/vitest-setup.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
}))
