import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EARLY, LATE } from './events.js'
import { IMPOSED, NAMED } from './measures.js'
import { mayFind, type Stage } from './passing.js'
import { readWatched } from './reading.js'
import type { FoundStance, Scene } from './scene.js'
import { STANCES } from './stances.js'

function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
}

/** The sentences of the tests, each a paragraph, and the examples, with what the grammar found there. */
const watched: { scene: Scene; found: readonly FoundStance[] }[] = []
for (const text of [
  ...textsIn('test/sentences').map((lines) => lines.replaceAll('\n', '\n\n')),
  ...textsIn('examples/articles'),
])
  readWatched({ id: 'written-for-the-test', text }, {}, (scene, found) => watched.push({ scene, found }))

/** How often a stage would be left out, and where it would have found something even so. */
function leftOut(scene: Scene, stages: readonly Stage<never>[], found: readonly FoundStance[]): [number, string[]] {
  let count = 0
  const missed: string[] = []
  stages.forEach((stage, at) => {
    if (mayFind(stage, scene)) return
    count++
    const into = [...found] as never[]
    stage.run(scene, into)
    if (JSON.stringify(into) !== JSON.stringify(found))
      missed.push(`stage ${at}: ${scene.text.slice(scene.tokens[scene.from]?.start, scene.tokens[scene.to - 1]?.end)}`)
  })
  return [count, missed]
}

describe('a stage that is left out of a sentence', () => {
  test.each([
    ['stances', STANCES as readonly Stage<never>[]],
    ['events', [...EARLY, ...LATE] as readonly Stage<never>[]],
    ['measures', [IMPOSED, NAMED] as readonly Stage<never>[]],
  ])('would have found nothing: %s', (kind, stages) => {
    let count = 0
    const missed: string[] = []
    for (const { scene, found } of watched) {
      const [out, wrong] = leftOut(scene, stages, kind === 'stances' ? found : [])
      count += out
      missed.push(...wrong)
    }
    expect(missed).toEqual([])
    expect(count).toBeGreaterThan(1000)
  })
})
