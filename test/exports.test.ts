import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, { types: string; default: string }>
}
const subpaths = Object.keys(exports)

/** The names that a program gets, by the package's own name as a program writes it. */
function namesOf(subpaths: readonly string[]): Record<string, string[]> {
  const script = `const names = {}
    for (const each of ${JSON.stringify(subpaths)}) names[each] = Object.keys(await import('penholder' + each.slice(1))).sort()
    console.log(JSON.stringify(names))`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

it('each public subpath loads and gives the names that are listed (vitest -u renews the list)', async () => {
  const built = subpaths.filter((subpath) => existsSync(exports[subpath]?.default ?? ''))
  expect(built).toContain('./read')
  const names = namesOf(built)
  const list = subpaths.map((subpath) =>
    [subpath, ...(names[subpath] ?? ['(not built yet)']).map((name) => `  ${name}`)].join('\n'),
  )
  await expect(`${list.join('\n\n')}\n`).toMatchFileSnapshot('exports.txt')
  for (const subpath of built) expect(existsSync(exports[subpath]?.types ?? ''), `types of ${subpath}`).toBe(true)
})

it('keeps everything else private', () => {
  expect(() => namesOf(['./read/answer.js'])).toThrow(
    /not exported|ERR_PACKAGE_PATH_NOT_EXPORTED|is not defined by "exports"/,
  )
})
