import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countBlocks, runBlocks } from '../scripts/readme-blocks.js'

const readme = readFileSync('README.md', 'utf8')

describe('README', () => {
  it('prints what it says it prints (npm run readme renews it)', () => {
    expect(countBlocks(readme)).toBeGreaterThan(3)
    expect(runBlocks(readme)).toBe(readme)
    // It starts every command of the README: on a busy machine that takes a while.
  }, 300_000)

  it('would notice a wrong line and a command that fails', () => {
    const block = (code: string, output: string) => `\`\`\`sh\n${code}\n\`\`\`\n\n\`\`\`text\n${output}\n\`\`\`\n`
    expect(runBlocks(block('echo a', 'a'))).toBe(block('echo a', 'a'))
    expect(runBlocks(block('echo a', 'b'))).not.toBe(block('echo a', 'b'))
    expect(() => runBlocks(block('penholder nonsense', ''))).toThrow(/fails/)
  })

  it('links only to what exists', () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '')
    expect(targets.length).toBeGreaterThan(0)
    for (const target of targets) expect(() => readFileSync(target), target).not.toThrow()
  })
})
