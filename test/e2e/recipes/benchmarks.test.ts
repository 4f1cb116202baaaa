import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { pullRequest, push } from './support/events.js'
import { measuredBenchmarks, SLOWER } from './support/measured-benchmarks.js'
import { recipeConfig } from './support/recipe.js'
import { checksOf, commentsOf, historyOf, jobsOf, stepOf } from './support/what-users-see.js'
import { createWorld, type World } from './support/world.js'

let world: World

beforeEach(async () => {
  world = await createWorld({ recipe: 'benchmarks', config: recipeConfig('benchmarks') })
})

afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

test('a change that makes a benchmark slower is red by pairs, on the first day, told in one comment', async () => {
  world.setTests(() => measuredBenchmarks({ slowerBy: 1.25 }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ speed: 'failure' })
  expect(commentsOf(world)).toEqual([expect.stringContaining(`### \`${SLOWER}\` is 25 % slower`)])
  expect(commentsOf(world)[0]).toContain('20 interleaved pairs')
  expect(checksOf(world)).toEqual({ 'Benchmarks / speed / perf-regression': 'failure' })
  expect(historyOf(world)).toEqual([])
})

test('a change that makes none slower is green, and nothing had to be confirmed', async () => {
  world.setTests(() => measuredBenchmarks({ slowerBy: 1 }))
  const runs = await world.raise(pullRequest(world))
  expect(jobsOf(runs)).toEqual({ speed: 'success' })
  expect(stepOf(runs, 'speed', 'testwarden').summary).toContain('nothing had to be confirmed')
  expect(commentsOf(world)).toEqual([])
})

test('each push to the default branch leaves a record for later ones, and is green while there are few', async () => {
  world.setTests(() => measuredBenchmarks({ slowerBy: 1 }))
  expect(jobsOf(await world.raise(push(world.base)))).toEqual({ speed: 'success' })
  const next = world.remote.commit({ parents: [world.base], files: { 'NEWS.md': 'More.\n' }, message: 'Next' })
  world.remote.setRef('refs/heads/main', next)
  const runs = await world.raise(push(next))
  expect(jobsOf(runs)).toEqual({ speed: 'success' })
  expect(stepOf(runs, 'speed', 'testwarden').summary).toContain('2 too young to judge')
  expect(historyOf(world)).toEqual(['speed {} default-branch', 'speed {} default-branch'])
})

test('a base that cannot be measured is said, and the change is not red for it', async () => {
  world.setTests(() => measuredBenchmarks({ slowerBy: 1 }))
  await world.raise(push(world.base))
  const { programs, ...rest } = measuredBenchmarks({ slowerBy: 1 })
  const onlyInTheChange = `[ -e tests/test_credit_note.py ] || exit 3\n${programs?.pytest}`
  world.setTests(() => ({ ...rest, programs: { ...programs, pytest: onlyInTheChange } }))
  const runs = await world.raise(pullRequest(world))
  const { summary } = stepOf(runs, 'speed', 'testwarden')
  expect(jobsOf(runs)).toEqual({ speed: 'success' })
  expect(summary).toContain('`command` of the base measured nothing (exit code 3)')
  expect(summary).not.toContain('of the last whole run')
})
