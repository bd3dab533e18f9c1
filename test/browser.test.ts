import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { readArticle } from '../src/read/index.js'

const CHROMIUM = '/usr/bin/chromium'
const article = {
  id: 'browser',
  text: 'Written for this test.\n\nChina opposes the draft resolution. "There is no alternative to dialogue," the Norwegian prime minister said.',
}

/** `penholder/read` as one script for a page, as a user's bundler would make it. */
async function bundled(folder: string): Promise<string> {
  const entry = join(folder, 'entry.js')
  writeFileSync(entry, `import { readArticle } from 'penholder/read'\nglobalThis.readArticle = readArticle\n`)
  await build({
    root: folder,
    logLevel: 'error',
    configFile: false,
    resolve: { alias: { 'penholder/read': resolve('dist/read/index.js') } },
    build: {
      outDir: join(folder, 'out'),
      minify: false,
      lib: { entry, formats: ['iife'], name: 'penholder', fileName: () => 'read.js' },
    },
  })
  return readFileSync(join(folder, 'out', 'read.js'), 'utf8')
}

it('bundles for a browser without anything of Node', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-browser-'))
  try {
    const script = await bundled(folder)
    expect(script).toContain('readArticle')
    expect(script).not.toMatch(/require\(["']node:|from ["']node:|__vite-browser-external/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it.skipIf(!existsSync(CHROMIUM))(`reads an article in Chromium as it does here (needs ${CHROMIUM})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-browser-'))
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await bundled(folder) })
    const there = await page.evaluate(
      (given) => (globalThis as unknown as { readArticle: (article: unknown) => unknown }).readArticle(given),
      article,
    )
    expect(there).toEqual(JSON.parse(JSON.stringify(readArticle(article))))
    expect(readArticle(article).claims.length).toBeGreaterThan(1)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
})
