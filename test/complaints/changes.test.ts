import { chmodSync, existsSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { hitsOf, lcov, linesOf } from './support/reports.js'
import { createRepository, type Files, type Repository, rateOf } from './support/repository.js'

let repository: Repository

afterEach(() => repository.remove())

function start(base: Files, change: Files = {}): void {
  repository = createRepository({ base, change })
}

const ALL_CHANGES = ['--patch-line', '90', '--min-changed-lines', '0'] as const

test('7: a file that was moved is not new: of it only the lines count that changed', async () => {
  const [before, after] = ['src/old/long.js', 'src/new/name.js']
  start({ [before]: linesOf(60) }, { [before]: null, [after]: `${linesOf(60)}new\n` })
  repository.write({ 'lcov.info': lcov({ [after]: [...hitsOf(0, 60), 1] }) })
  expect(rateOf(await repository.judge(...ALL_CHANGES), 'patch-line')).toBe('pass 1/1')
})

test('7: a block put between others makes no line beside it new', async () => {
  const block = (name: string) => `function ${name}() {\n  if (ready) {\n    start()\n  }\n}\n\n`
  const [base, change] = [
    ['a', 'b', 'd', 'e'],
    ['a', 'b', 'c', 'd', 'e'],
  ].map((names) => names.map(block).join(''))
  start({ 'src/a.js': base ?? '' }, { 'src/a.js': change ?? '' })
  repository.write({ 'lcov.info': lcov({ 'src/a.js': [...hitsOf(0, 12), ...hitsOf(6, 0), ...hitsOf(0, 12)] }) })
  expect(rateOf(await repository.judge(...ALL_CHANGES), 'patch-line')).toMatch(/^pass/)
})

test('16: neighbouring untested lines are one annotation, and unchanged ones are none', async () => {
  start({ 'src/a.js': linesOf(30) }, { 'src/a.js': `${linesOf(30)}${linesOf(20, 'new')}` })
  repository.write({ 'lcov.info': lcov({ 'src/a.js': hitsOf(0, 50) }) })
  const { gate } = await repository.judge()
  expect(gate.findings.map(({ location }) => [location?.startLine, location?.endLine])).toEqual([[31, 50]])
})

test('26: the number is to be had on any machine, and for scripts', async () => {
  start({ 'src/a.js': linesOf(4) })
  repository.write({ 'lcov.info': lcov({ 'src/a.js': [1, 1, 1, 0] }) })
  const { reports } = await repository.inspect('lcov.info')
  expect(reports).toMatchObject([{ totals: { lines: { covered: 3, total: 4 } } }])
  expect(rateOf(await repository.judge('--line', '80'), 'project-line')).toBe('fail 3/4')
})

test('29: what counts is what the report lists, not what the source looks like', async () => {
  start({ 'src/a.rb': linesOf(2) }, { 'src/a.rb': `${linesOf(2)}def one = 1\nitems.each { |x| puts x }\n# words\n` })
  repository.write({ 'lcov.info': lcov({ 'src/a.rb': [1, 1, 1, 0, null] }) })
  expect(rateOf(await repository.judge(...ALL_CHANGES), 'patch-line')).toBe('fail 1/2')
})

test('31: nothing of the project is run: git is the only program that is started', async () => {
  start({ 'src/a.js': linesOf(4), 'package.json': '{"scripts":{"test":"touch ran"}}' }, { 'src/a.js': linesOf(5) })
  const traps = ['npm', 'npx', 'node', 'jest', 'pytest', 'go', 'sh', 'make']
  const trap = `#!/bin/sh\necho > ${join(repository.folder, 'ran')}\n`
  repository.write(Object.fromEntries(traps.map((name) => [`programs/${name}`, trap])))
  for (const name of traps) chmodSync(join(repository.folder, 'programs', name), 0o755)
  symlinkSync(placeOfGit(), join(repository.folder, 'programs/git'))
  repository.write({ 'lcov.info': lcov({ 'src/a.js': [1, 1, 1, 1, 0] }) })
  const judged = await repository.judgeWithPath(join(repository.folder, 'programs'), ...ALL_CHANGES)
  expect(rateOf(judged, 'patch-line')).toBe('fail 0/1')
  expect(existsSync(join(repository.folder, 'ran'))).toBe(false)
})

function placeOfGit(): string {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'git'))
  const place = places.find((path) => existsSync(path))
  if (place === undefined) throw new Error('no git in PATH')
  return place
}
