import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { decodeBenchmarks } from '@testwarden/history/benchmarks/decode-benchmarks'
import { type PastProject, pastProject } from './past-project.js'

let project: PastProject

const JOB = ['--workflow', 'CI', '--job', 'bench', '--step', 'gate']
const CPU = 'AMD EPYC 7763 64-Core Processor'
const DAY = 86_400_000

beforeEach(() => {
  project = pastProject()
})

afterEach(() => project.dispose())

interface Kept {
  readonly sha?: string
  readonly date?: number
  readonly value?: number
  readonly suite?: string
}

function kept({ sha = '', date = Date.UTC(2026, 0, 1, 11), value = 100 }: Kept): object {
  const commit = { id: sha, message: 'a commit', url: `https://example.com/commit/${sha}` }
  const bench = { name: 'BenchmarkFib', value, unit: 'ns/op', extra: '1000 times\\n4 procs' }
  return { commit, date, tool: 'go', benches: [bench] }
}

function writeDataJs(runs: readonly Kept[]): void {
  const entries: Record<string, object[]> = {}
  for (const run of runs) {
    const suite = run.suite ?? 'Go'
    entries[suite] = [...(entries[suite] ?? []), kept(run)]
  }
  const json = JSON.stringify({ lastUpdate: 1, repoUrl: '', entries }, null, 2)
  project.write('data.js', `window.BENCHMARK_DATA = ${json}`)
}

const dayOf = (at: number): number => Date.UTC(2026, 0, 1, 11) + at * DAY
const run = (...args: readonly string[]) => project.run('--data-js', 'data.js', ...JOB, ...args)
const recorded = () => project.recorded('perf-regression')

describe('what github-action-benchmark kept', () => {
  test('becomes records of the job and its processor, with the values in the units of a live run', async () => {
    writeDataJs(project.commits.map((sha, at) => ({ sha, date: dayOf(at), value: 100 + at })))
    const { code, out, err } = await run('--cpu', CPU, '--cores', '4')
    expect([code, err]).toEqual([0, 'Added 3 records; 0 runs already there; 0 things left out\n'])
    expect(out).toContain(`${project.commits[1]?.slice(0, 10)}, 2026-01-02T11:00:00.000Z: 1 metric (default branch)\n`)
    const records = await recorded()
    expect(records.map(({ testedSha, trust, event, time }) => [testedSha, trust, event, time])).toEqual(
      project.commits.map((sha, at) => [sha, 'default-branch', 'import', new Date(dayOf(at)).toISOString()]),
    )
    expect(records[0]).toMatchObject({
      key: { action: 'perf-regression', workflow: 'CI', job: 'bench', step: 'gate' },
      machine: { cpu: CPU, cores: 4 },
    })
    const { runs, problems } = decodeBenchmarks(records.map(({ body }) => body))
    expect(problems).toEqual([])
    expect(
      runs.map((each) =>
        each?.values.map(({ key, unit, processes }) => [key.split('\u001f'), unit, processes[0]?.median]),
      ),
    ).toEqual([100, 101, 102].map((value) => [[['benchmark', 'BenchmarkFib', 'time'], 'ns', value]]))
  })

  test('of no known processor is a past of its own, and that is said', async () => {
    writeDataJs([{ sha: project.commits[0] ?? '' }])
    const { code, err } = await run()
    expect(code).toBe(0)
    expect(err).toContain('does not say which processor it is of')
    expect((await recorded())[0]?.machine).toMatchObject({ cpu: '', cores: 0 })
  })

  test('is one record however often it is imported; a second run of a commit is another', async () => {
    const [sha = ''] = project.commits
    writeDataJs([{ sha }, { sha, date: dayOf(1) }])
    await run()
    expect((await run()).err).toContain('Added 0 records; 2 runs already there; 0 things left out\n')
    expect(await recorded()).toHaveLength(2)
  })

  test('of commits that git does not know is listed, and the rest is imported', async () => {
    writeDataJs([{ sha: project.commits[0] ?? '' }, { sha: 'd'.repeat(40) }])
    const { code, err } = await run()
    expect(code).toBe(2)
    expect(err).toContain(`the run of ${'d'.repeat(40)} is left out: git knows no commit`)
    expect(err).toContain('Added 1 record; 0 runs already there; 1 thing left out\n')
  })

  test('is only planned on a dry run', async () => {
    writeDataJs([{ sha: project.commits[0] ?? '' }])
    expect((await run('--dry-run')).err).toContain('Would have added 1 record')
    expect(await recorded()).toEqual([])
  })

  test('that is cut off gives the runs before its end, and the end is told', async () => {
    writeDataJs(project.commits.map((sha, at) => ({ sha, date: dayOf(at) })))
    const text = `window.BENCHMARK_DATA = ${JSON.stringify({ entries: { Go: project.commits.map((sha) => kept({ sha })) } })}`
    project.write('data.js', text.slice(0, -40))
    const { code, err } = await run()
    expect(code).toBe(2)
    expect(err).toContain('data.js ends early')
    expect(await recorded()).toHaveLength(2)
  })
})

describe('what cannot be used ends with 2 and says what to write', () => {
  test.each([
    [['--cpu', CPU], '--cpu and --cores belong together'],
    [['--suite', 'Rust'], 'The file has no suite "Rust".'],
    [['--reports', 'reports'], 'not reports too'],
    [['--cores', 'many'], '--cores must be a whole number'],
  ])('%j', async (args, message) => {
    writeDataJs([{ sha: project.commits[0] ?? '' }])
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(await recorded()).toEqual([])
  })

  test('several suites of which none is named', async () => {
    const [sha = ''] = project.commits
    writeDataJs([{ sha }, { sha, suite: 'Rust' }])
    const { code, err } = await run()
    expect(code).toBe(2)
    expect(err).toContain('Name one with --suite: "Go", "Rust".')
    expect((await run('--suite', 'Rust')).code).toBe(0)
  })

  test.each(['', 'window.BENCHMARK_DATA = ', '<html></html>'])('a file with %j', async (text) => {
    project.write('data.js', text)
    const { code, err } = await run()
    expect(code).toBe(2)
    expect(err).toMatch(/^testwarden: data\.js/)
  })
})
