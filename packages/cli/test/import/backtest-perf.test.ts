import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from '../commands/recording-terminal.js'
import { type PastProject, pastProject } from './past-project.js'

const RUNS = 70
const SLOW_FROM = 50
const SPIKE_AT = 20
const DAY_MS = 86_400_000

let project: PastProject
let commits: readonly string[]

beforeEach(async () => {
  project = pastProject()
  const start = Date.parse('2026-01-04T10:00:00Z')
  const more = Array.from({ length: RUNS - 3 }, (_, at) =>
    project.commitAt(new Date(start + at * (DAY_MS / 4)).toISOString()),
  )
  commits = [...project.commits, ...more]
  const runs = commits.map((id, run) => ({
    commit: { id, message: 'a commit', url: '' },
    date: start + (RUNS + run) * 1000,
    tool: 'go',
    benches: ['Search', 'Parse', 'Export'].map((name, at) => ({ name, unit: 'ns/op', value: measured(run, at) })),
  }))
  project.write('data.js', `window.BENCHMARK_DATA = ${JSON.stringify({ entries: { Go: runs } })}`)
  const job = ['--workflow', 'CI', '--job', 'bench', '--step', 'gate', '--cpu', 'Some CPU 1234', '--cores', '4']
  expect((await project.run('--data-js', 'data.js', ...job)).code).toBe(0)
})

afterEach(() => project.dispose())

/** Steady to one percent; the first becomes 40 % slower and stays so, the second has a spike. */
function measured(run: number, at: number): number {
  const noise = 1 + 0.02 * ((((run + 1) * 0.6180339887 + at * 0.37) % 1) - 0.5)
  const factor = at === 0 && run >= SLOW_FROM ? 1.4 : at === 1 && run === SPIKE_AT ? 1.5 : 1
  return 1000 * noise * factor
}

async function backtest(...args: readonly string[]) {
  const terminal = recordingTerminal(project.folder)
  const code = await runCli(['backtest', 'perf', ...args], terminal)
  return { code, out: terminal.printed.join(''), err: terminal.complaints.join('') }
}

describe('a backtest of speed', () => {
  test('names what the policy would have made red, and what the usual limit would', async () => {
    const { code, out } = await backtest('--json')
    expect(code).toBe(0)
    const facts = JSON.parse(out)
    expect(facts).toMatchObject({ schema: 'testwarden.backtest-perf/1', runs: RUNS, benchmarks: 3 })
    const [own, usual] = facts.policies
    expect(own).toMatchObject({ redRuns: 1, falseRuns: 0 })
    expect(own.reds).toMatchObject([
      { benchmark: 'Search time', since: commits[SLOW_FROM], commit: commits[SLOW_FROM + 2], outcome: 'confirmed' },
    ])
    // The spike and its slowdown; the spike is gone with the next run.
    expect(usual).toMatchObject({ config: '10 % worse than the previous run', redRuns: 2, falseRuns: 1 })
  })

  test('is a table for people', async () => {
    const { out } = await backtest()
    expect(out).toContain('70 runs of 3 benchmarks replayed.')
    expect(out).toMatch(/10 % worse than the previous run +2 +1/)
    expect(out).toMatch(/Search time \+40 % worse since .*: confirmed/)
  })

  test('tries another policy beside the one in force', async () => {
    project.write('lax.yml', 'history: dir:history\nperf:\n  slowdown: 60%\n')
    const { policies } = JSON.parse((await backtest('--json', '--policy', 'lax.yml')).out)
    expect(policies.map(({ redRuns }: { readonly redRuns: number }) => redRuns)).toEqual([0, 1, 2])
  })
})
