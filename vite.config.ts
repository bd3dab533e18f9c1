import { defineConfig } from 'vite'

/** The pages of `penholder serve`: nothing from another host, no script or style in the markup, names by content. */
export default defineConfig({
  root: 'src/workbench',
  base: '/',
  publicDir: 'public',
  build: {
    outDir: '../../dist/workbench',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' },
    reportCompressedSize: true,
    rolldownOptions: {
      // The rooms' fronts lead to files that need Node; the pages take nothing from those, and a test would see it if they did.
      onLog: (level, log, tell) => {
        if (!log.message.includes('externalized for browser compatibility')) tell(level, log)
      },
    },
  },
})
