import { expect, it } from 'vitest'
import { Memory } from './memory.js'

function counted() {
  const made: string[] = []
  const make = (name: string) => async () => {
    made.push(name)
    return name
  }
  return { made, make }
}

it('makes a value once, also for those who ask meanwhile', async () => {
  const { made, make } = counted()
  const memory = new Memory<string>(10)
  const all = await Promise.all([
    memory.of('1', 'a', make('a')),
    memory.of('1', 'a', make('a')),
    memory.of('1', 'b', make('b')),
  ])
  expect([all, made]).toEqual([
    ['a', 'a', 'b'],
    ['a', 'b'],
  ])
})

it('forgets all when the record has changed, and what failed', async () => {
  const { made, make } = counted()
  const memory = new Memory<string>(10)
  await memory.of('1', 'a', make('old'))
  await memory.of('2', 'a', make('new'))
  await memory.of('2', 'a', make('again'))
  const fail = async () => Promise.reject(new Error('no'))
  await expect(memory.of('2', 'b', fail)).rejects.toThrow('no')
  await memory.of('2', 'b', make('better'))
  expect(made).toEqual(['old', 'new', 'better'])
})

it('forgets the oldest past its number and its weight', async () => {
  const { made, make } = counted()
  const memory = new Memory<string>(3, 10, (value) => value.length)
  for (const key of ['a', 'b', 'c']) await memory.of('', key, make(key))
  await memory.of('', 'a', make('not made'))
  await memory.of('', 'd', make('d'))
  await memory.of('', 'b', make('b again'))
  await memory.of('', 'e', make('eeeeeeeeee'))
  await memory.of('', 'd', make('d again'))
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b again', 'eeeeeeeeee', 'd again'])
})
