import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { BuildOptions } from 'vite'
import { defineConfig } from 'vitest/config'
import { developmentServer } from './src/server/vite-plugin.ts'

const port = Number(process.env['PORT'] ?? 5180)

const clientBuild: BuildOptions = {
  target: 'baseline-widely-available',
  outDir: 'dist/client',
  // The page's policy allows images and fonts from its own origin only, so nothing becomes a data: address.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  chunkSizeWarningLimit: 700,
}

const serverBuild: BuildOptions = {
  target: 'node20',
  outDir: 'dist/server',
  copyPublicDir: false,
  rolldownOptions: { output: { entryFileNames: '[name].js' } },
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss(), developmentServer()],
  server: { host: '127.0.0.1', port, strictPort: true },
  build: isSsrBuild ? serverBuild : clientBuild,
  // The server is one file that needs no node_modules.
  ssr: isSsrBuild ? { noExternal: true } : {},
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          setupFiles: ['src/vitest-setup.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
}))
