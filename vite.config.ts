import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { developmentServer } from './src/server/vite-plugin.ts'

const port = Number(process.env['PORT'] ?? 5180)

export default defineConfig({
  plugins: [react(), tailwindcss(), developmentServer()],
  server: { host: '127.0.0.1', port, strictPort: true },
  build: {
    target: 'baseline-widely-available',
    outDir: 'dist/client',
    // The page's policy allows images and fonts from its own origin only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'e2e/support/**/*.test.ts'],
          setupFiles: ['src/vitest-setup.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
