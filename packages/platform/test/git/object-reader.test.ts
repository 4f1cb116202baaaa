import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { findGitProgram } from '../../src/git/absence.js'
import { createObjectReaders, type ObjectReader, requireObject } from '../../src/git/object-reader.js'
import { commit, GIT_ENV, newRepository, run } from '../support/git-project.js'

const MAX = 1000

test('answers come in the order of the questions, however many are asked at once', async () => {
  const { folder, objects } = open()
  const sha = commit(folder, { a: 'first', b: '', c: 'three\nlines\n' })
  const names = ['c', 'b', 'nothing', 'a'].map((name) => `${sha}:${name}`)
  const answers = await Promise.all(names.map((name) => objects.read(name, MAX)))
  expect(answers.map((answer) => answer?.content?.toString() ?? null)).toEqual(['three\nlines\n', '', null, 'first'])
  expect(answers.at(0)).toMatchObject({ type: 'blob', id: run(folder, 'rev-parse', `${sha}:c`) })
})

test('what is too long is not read, and the next question is answered all the same', async () => {
  const { folder, objects } = open()
  const sha = commit(folder, { long: 'x'.repeat(5_000_000), short: 'y' })
  expect(await objects.read(`${sha}:long`, MAX)).toMatchObject({ type: 'blob', content: null })
  expect((await objects.read(`${sha}:short`, MAX))?.content?.toString()).toBe('y')
  expect((await objects.read(`${sha}:long`, 5_000_000))?.content).toHaveLength(5_000_000)
})

test('commits that come later are seen', async () => {
  const { folder, objects } = open()
  const first = commit(folder, { a: '1' })
  expect(await objects.read(first, MAX)).toMatchObject({ type: 'commit' })
  const second = commit(folder, { a: '2' })
  expect(await objects.read(second, MAX)).toMatchObject({ type: 'commit', id: second })
})

test('an object that is needed and damaged is an error, and harms no other question', async () => {
  const { folder, objects } = open()
  const sha = commit(folder, { a: 'content', b: 'other' })
  const id = run(folder, 'rev-parse', `${sha}:a`)
  const file = path.join(folder, '.git', 'objects', id.slice(0, 2), id.slice(2))
  chmodSync(file, 0o644)
  writeFileSync(file, 'damaged')
  const needed = requireObject(objects, { name: id, maxBytes: MAX, what: 'a' })
  await expect(needed).rejects.toMatchObject({
    name: 'PlatformError',
    message: 'cannot read a: bad object, missing or damaged',
  })
  expect((await objects.read(`${sha}:b`, MAX))?.content?.toString()).toBe('other')
})

function open(): { folder: string; objects: ObjectReader } {
  const folder = newRepository()
  const place = { program: findGitProgram(process.env) ?? 'git', cwd: folder, env: GIT_ENV, config: [], variables: {} }
  return { folder, objects: createObjectReaders().at(place) }
}
