import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FileChanges } from '../../packages/testkit/src/git-remote/git-remote.js'
import { goBenchReport, type Times } from './support/bench-report.js'
import { type DefaultBranch, openDefaultBranch } from './support/default-branch.js'
import { createNoise, type PastPush, recordPushes } from './support/measured-past.js'
import { processorEnv } from './support/other-processor.js'
import { runCli } from './support/run-cli.js'
import { createScenario, type JobResult, pushEvent, type Scenario } from './support/scenario.js'

const MS = 1_000_000
const USUAL: Times = {
  ...{ Search: 120 * MS, Parse: 41 * MS, Export: 7 * MS, Import: 9 * MS, Sort: 2 * MS, Merge: 3 * MS },
  ...{ Render: 18 * MS, Encode: 0.6 * MS, Decode: 0.8 * MS, Hash: 0.2 * MS },
}
/** A quarter slower. */
const SLOW: Times = { ...USUAL, Parse: 51.25 * MS }
/** With the first one, which the gate itself records. */
const PAST = 31
const [OURS, ANOTHER] = ['AMD EPYC 7763 64-Core Processor', 'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz']
const ACCEPTS = '.github/testwarden/accepted.yml'

let scenario: Scenario
/** Of the default branch. */
let main: DefaultBranch
let noisy: (times: Times) => Times

beforeEach(async () => {
  scenario = await createScenario()
  main = openDefaultBranch(scenario)
  noisy = createNoise(8)
  expect((await push(USUAL)).exitCode).toBe(0)
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

interface Job {
  readonly files?: FileChanges
  readonly processor?: string
}

/** One more push to the default branch, judged and recorded by the bundle. */
function push(times: Times, { files, processor = OURS }: Job = {}): Promise<JobResult> {
  const sha = main.commit(files)
  return scenario.run({
    action: 'perf-regression',
    event: pushEvent(sha),
    checkout: { ref: 'refs/heads/main', depth: 1 },
    written: { 'bench.txt': goBenchReport(noisy(times)) },
    with: { history: 'git:testwarden-history', slowdown: '5%', reports: 'bench.txt' },
    permissions: { contents: 'write' },
    github: { sha, run_id: String(100 + scenario.repository.commits.size) },
    env: processorEnv(scenario.folder('processor'), processor),
  })
}

/** So many pushes that were recorded in the past. */
function pushed(count: number, times: Times): void {
  const pushes = Array.from({ length: count }, (): PastPush => {
    const [parent, measured] = [main.tip, noisy(times)]
    return { parent, sha: main.commit(), timesIn: () => measured }
  })
  recordPushes(scenario.remote, pushes)
}

function verdictOf({ exitCode, outputs }: JobResult) {
  return [exitCode, outputs.get('outcome')]
}

/** The row of a benchmark in the table of all of them. */
function rowOf({ summary }: JobResult, name: string): string {
  const row = summary?.split('\n').find((line) => line.startsWith(`| \`example.org/search.Benchmark${name}\``))
  return row ?? `no row of ${name} in:\n${summary}`
}

describe('a benchmark that is a quarter slower', () => {
  beforeEach(() => pushed(PAST - 1, USUAL))

  test('is red at the third push in a row and not before, alone and by its name', async () => {
    expect(verdictOf(await push(USUAL))).toEqual([0, 'pass'])
    const slowFrom: string[] = []
    for (const _ of [1, 2]) {
      const suspected = await push(SLOW)
      slowFrom.push(main.tip)
      expect(verdictOf(suspected)).toEqual([0, 'pass'])
      expect(rowOf(suspected, 'Parse')).toMatch(/\+2\d(\.\d)? %, not confirmed yet/)
    }
    const third = await push(SLOW)
    expect(verdictOf(third)).toEqual([1, 'fail'])
    expect(third.summary).toMatch(/### `example\.org\/search\.BenchmarkParse` is 2\d(\.\d)? % slower/)
    expect(third.summary?.match(/^### `/gm)).toHaveLength(1)
    expect(third.summary).toContain('| speed | ❌ fail | 1 slower')
    for (const name of Object.keys(USUAL).filter((each) => each !== 'Parse'))
      expect(rowOf(third, name)).toContain('unchanged')
    const since = `since \`${slowFrom[0]?.slice(0, 10)}\`, not confirmed yet: 3 commits`
    expect(third.summary).toMatch(new RegExp(`BenchmarkParse\` is at another level, \\+2\\d.* %, ${since}`))
  })

  test('that was a spike of one push is none', async () => {
    expect(verdictOf(await push({ ...USUAL, Parse: 80 * MS }))).toEqual([0, 'pass'])
    for (const _ of [1, 2]) expect(rowOf(await push(USUAL), 'Parse')).toContain('unchanged')
  })

  test('and was accepted is red no more, and what others are compared with from then on', async () => {
    pushed(2, SLOW)
    const red = await push(SLOW)
    expect(verdictOf(red)).toEqual([1, 'fail'])
    const name = 'example.org/search.BenchmarkParse'
    expect(red.summary).toContain(`npx testwarden accept perf slower "${name}" --limit`)
    const words = ['--limit', '35', '--reason', 'checks every line now', '--expires', '2999-12-31', '--author', 'Ada']
    const accepted = runCli(red.workspace, ['accept', 'perf', 'slower', name, ...words])
    expect([accepted.exitCode, accepted.stderr]).toEqual([0, ''])
    const entry = readFileSync(join(red.workspace, ACCEPTS), 'utf8')
    const allowed = await push(SLOW, { files: { [ACCEPTS]: entry } })
    expect(verdictOf(allowed)).toEqual([0, 'pass'])
    expect(allowed.summary).toContain(`speed of ${name} at 35 instead of 5, by Ada until 2999-12-31`)
    pushed(3, SLOW)
    // The entry did its work: without it the new level stays what it is.
    const later = await push(SLOW, { files: { [ACCEPTS]: null } })
    expect(verdictOf(later)).toEqual([0, 'pass'])
    expect(rowOf(later, 'Parse')).toMatch(/unchanged \| (49|5\d)(\.\d+)? ms → /)
  })
})

test('another processor has no past: what is slower there is not red, and the page says why', async () => {
  pushed(PAST - 1, USUAL)
  const slower = Object.fromEntries(Object.entries(USUAL).map(([name, ns]) => [name, ns * 1.4]))
  for (const _ of [1, 2, 3]) {
    const result = await push(slower, { processor: ANOTHER })
    expect(verdictOf(result)).toEqual([0, 'inconclusive'])
    expect(result.summary).toContain(`Not compared with ${PAST} commits on ${OURS}`)
    expect(result.summary).toContain('another processor is another speed')
  }
  // What the other one measured is in nobody's way.
  const back = await push(USUAL)
  expect(verdictOf(back)).toEqual([0, 'pass'])
})
