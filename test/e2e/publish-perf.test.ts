import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { writeZip } from '../../packages/testkit/src/archives/write-zip.js'
import { addArtifact } from '../../packages/testkit/src/fake-github/resources/artifacts.js'
import { addWorkflowJob } from '../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { checkout } from '../../packages/testkit/src/git-remote/checkout.js'
import type { FileChanges } from '../../packages/testkit/src/git-remote/git-remote.js'
import { goBenchReport, type Times } from './support/bench-report.js'
import { type DefaultBranch, openDefaultBranch } from './support/default-branch.js'
import { createNoise, type PastPush, recordPushes, recordsOn } from './support/measured-past.js'
import { PUBLISHING, publish, writePolicy } from './support/publishing.js'
import {
  createScenario,
  type Job,
  type JobResult,
  pullRequestEvent,
  pushEvent,
  type Scenario,
} from './support/scenario.js'

type System = 'linux' | 'windows'

const SYSTEMS: readonly System[] = ['linux', 'windows']
const ENTRY = 'perf.evidence.v1.json.gz'
const KEEPING = { ...PUBLISHING, contents: 'write' } as const
const POLICY = 'history: git:testwarden-history\nperf:\n  slowdown: 5%\n'

let scenario: Scenario

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

interface LegJob extends Partial<Job> {
  readonly system: System
  readonly run: number
}

/** One leg of a matrix measures, and hands over what it collected. */
async function leg({ system, run, ...job }: LegJob): Promise<void> {
  const collected = await scenario.run({
    action: 'perf-regression',
    event: pullRequestEvent(scenario),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    matrix: { os: system },
    ...job,
    with: { mode: 'collect', history: 'git:testwarden-history', ...job.with },
    github: { sha: scenario.merge, run_id: String(run), ...job.github },
  })
  const content = readFileSync(collected.outputs.get('evidence-path') ?? '')
  addWorkflowJob(scenario.github.state, scenario.repository, { run, name: `test (${system})`, conclusion: 'success' })
  const zip = writeZip([{ name: ENTRY, content }])
  addArtifact(scenario.github.state, scenario.repository, { run, name: `testwarden-evidence-${system}`, zip })
}

/** A history on a branch is known by a checkout: elsewhere the server's address tells, which is no path on disk. */
function publishAll(more: Partial<Job>): Promise<JobResult> {
  const workspace = join(scenario.folder('publish'), 'workspace')
  checkout(scenario.remote, { folder: workspace, ref: 'refs/heads/main' })
  return publish(scenario, { permissions: KEEPING, workspace, ...more })
}

/** How often a page says that something became slower. */
function slowerIn(page: string | null | undefined): readonly string[] {
  return [...(page ?? '').matchAll(/`\S+` is \d+ % slower[^\n]*/g)].map(([line]) => line)
}

describe('pairs of a pull request', () => {
  // Steady within a hundredth: what is tested here is the gate and not the machine.
  const PROGRAM = `import { readFileSync, writeFileSync } from 'node:fs'
const speeds = JSON.parse(readFileSync('speeds.json', 'utf8'))[process.env.SYSTEM]
const noise = 1 + ((process.pid * 7919) % 100) / 10000
const lines = Object.entries(speeds).map(([name, ns]) => 'Benchmark' + name + ' 1 ' + ns * noise + ' ns/op')
writeFileSync(process.argv[2] + '/bench.txt', ['pkg: example.org/x', ...lines, 'PASS', 'ok example.org/x 1s', ''].join('\\n'))
`
  const SPEEDS = { Search: 1e8, Parse: 4e7 }

  function tree(speeds: Readonly<Record<System, Times>>): FileChanges {
    return { 'bench.mjs': PROGRAM, 'speeds.json': JSON.stringify(speeds) }
  }

  test('a benchmark that is slower in one leg is named once, with its leg', async () => {
    scenario = await createScenario({
      baseFiles: tree({ linux: SPEEDS, windows: SPEEDS }),
      changeFiles: tree({ linux: SPEEDS, windows: { ...SPEEDS, Parse: 4.8e7 } }),
    })
    writePolicy(scenario, POLICY)
    const few = { 'screen-pairs': '6', 'confirm-pairs': '12' }
    const inputs = { slowdown: '5%', command: 'node bench.mjs {report}', ...few }
    for (const system of SYSTEMS) await leg({ system, run: 1, with: inputs, env: { SYSTEM: system } })
    const result = await publishAll({})
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
    const [comment, ...more] = [...scenario.repository.comments.values()]
    expect(more).toEqual([])
    expect(slowerIn(comment?.body)).toEqual([
      expect.stringMatching(/^`example\.org\/x\.BenchmarkParse` is (19|20|21) % slower in test \(windows\)$/),
    ])
    expect(comment?.body).toContain('| speed | ❌ fail | 1 slower, 3 unchanged')
    expect(comment?.body).toMatch(/\| `example\.org\/x\.BenchmarkParse` in test \(linux\) \|[^|]*unchanged/)
  })
})

describe('pushes to the default branch', () => {
  const MS = 1_000_000
  const USUAL: Times = { Search: 120 * MS, Parse: 41 * MS, Export: 7 * MS, Sort: 2 * MS }
  const SLOW: Times = { ...USUAL, Parse: 53 * MS }
  let main: DefaultBranch
  let noisy: (times: Times) => Times

  function commit(): string {
    const sha = main.commit()
    writePolicy(scenario, POLICY, sha)
    return sha
  }

  async function push(times: Readonly<Record<System, Times>>): Promise<JobResult> {
    const sha = commit()
    const run = 100 + scenario.repository.commits.size
    const job = { event: pushEvent(sha), checkout: { ref: 'refs/heads/main', depth: 1 }, github: { sha } }
    for (const system of SYSTEMS) {
      const written = { 'bench.txt': goBenchReport(noisy(times[system])) }
      await leg({ system, run, ...job, written, with: { slowdown: '5%' } })
    }
    return publishAll({ event: job.event, github: { sha, run_id: String(run) } })
  }

  /** So many pushes that were recorded in the past. */
  function pushed(count: number, times: Readonly<Record<System, Times>>): void {
    const pushes = Array.from({ length: count }, (): PastPush => {
      const [parent, linux, windows] = [main.tip, noisy(times.linux), noisy(times.windows)]
      return { parent, sha: commit(), timesIn: (matrix) => (matrix.includes('windows') ? windows : linux) }
    })
    recordPushes(scenario.remote, pushes)
  }

  test('a benchmark that is slower in one leg is named once with its leg, each leg by its own past', async () => {
    scenario = await createScenario()
    main = openDefaultBranch(scenario)
    noisy = createNoise(8)
    await push({ linux: USUAL, windows: USUAL })
    expect(recordsOn(scenario.remote).map(({ key }) => key.matrix)).toEqual(['{"os":"linux"}', '{"os":"windows"}'])
    pushed(31, { linux: USUAL, windows: USUAL })
    pushed(2, { linux: USUAL, windows: SLOW })
    const result = await push({ linux: USUAL, windows: SLOW })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
    expect(slowerIn(result.summary)).toEqual([
      expect.stringMatching(/^`example\.org\/search\.BenchmarkParse` is \d+ % slower in test \(windows\)$/),
    ])
    expect(result.summary).toMatch(/\| `example\.org\/search\.BenchmarkParse` in test \(linux\) \|[^|]*unchanged/)
  })
})
