import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { FileChanges } from '../../packages/testkit/src/git-remote/git-remote.js'
import { nodes } from './support/bundled-action.js'
import { createScenario, type JobResult, pullRequestEvent, type Scenario } from './support/scenario.js'

const scenarios: Scenario[] = []

afterEach(async () => {
  for (const scenario of scenarios.splice(0)) {
    expect(scenario.github.violations).toEqual([])
    await scenario.close()
  }
})

/**
 * A program whose speed is a file of the tree, told as Go tells it: steady within a hundredth, so that what is tested here
 * is the gate and not the machine. That real tools are told apart is for `npm run check`.
 */
const PROGRAM = `import { readFileSync, writeFileSync } from 'node:fs'
const speeds = JSON.parse(readFileSync('speeds.json', 'utf8'))
const lines = Object.entries(speeds).map(([name, ns]) => {
  const noise = 1 + ((process.pid * 7919) % 100) / 10000
  return 'Benchmark' + name + ' 1 ' + ns * noise + ' ns/op'
})
writeFileSync(process.argv[2] + '/bench.txt', ['pkg: example.org/x', ...lines, 'PASS', 'ok example.org/x 1s', ''].join('\\n'))
`
const COMMAND = 'node bench.mjs {report}'
const SPEEDS = { Search: 1e8, Parse: 4e7 }

function tree(speeds: Readonly<Record<string, number>>, files: FileChanges = {}): FileChanges {
  return { 'bench.mjs': PROGRAM, 'speeds.json': JSON.stringify(speeds), ...files }
}

interface Change {
  readonly base?: FileChanges
  readonly head: FileChanges
  readonly with?: Readonly<Record<string, string>>
  readonly labels?: readonly string[]
  readonly nodePath?: string
}

async function change({
  base = tree(SPEEDS),
  head,
  with: inputs = {},
  labels = [],
  nodePath,
}: Change): Promise<JobResult> {
  const scenario = await createScenario({ baseFiles: base, changeFiles: head })
  scenarios.push(scenario)
  return scenario.run({
    action: 'perf-regression',
    event: pullRequestEvent(scenario, labels),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    with: { slowdown: '5%', command: COMMAND, ...inputs },
    github: { sha: scenario.merge },
    ...(nodePath === undefined ? {} : { nodePath }),
  })
}

/** Command lines of what still runs, where the system has them as files. */
function processesWith(marker: string): readonly string[] {
  if (!existsSync('/proc/self/cmdline')) return []
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.map(commandLine).filter((line) => line.includes(marker))
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

describe.each(nodes())('on $name', ({ path: nodePath }) => {
  test('a benchmark that is 20 % slower fails by fresh pairs, and the others stay unchanged', async () => {
    const result = await change({ head: tree({ ...SPEEDS, Parse: 4.8e7 }), nodePath })
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
    expect(result.summary).toContain('1 slower, 1 unchanged')
    expect(result.summary).toContain('at most 5 % slower')
    expect(result.summary).toMatch(/### `example\.org\/x\.BenchmarkParse` is (?:19|20|21) % slower/)
    expect(result.summary).toContain('20 interleaved pairs')
    expect(result.summary).toContain('testwarden accept perf slower')
  })
})

test('an unchanged benchmark passes without being confirmed', async () => {
  const result = await change({ head: tree(SPEEDS, { 'docs/OTHER.md': 'Nothing that runs.\n' }) })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'pass'])
  expect(result.summary).toContain('2 unchanged')
  expect(result.summary).toContain('nothing had to be confirmed')
})

test('a base that does not build is said, and the change is not red for it', async () => {
  const base = tree(SPEEDS, { 'build.mjs': 'process.exit(3)\n' })
  const result = await change({ base, head: { 'build.mjs': '\n' }, with: { build: 'node build.mjs' } })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'inconclusive'])
  expect(result.summary).toContain('`build` of the base failed (exit code 3)')
  expect(result.summary).toContain('So nobody knows how fast the change is.')
})

test('a benchmark that hangs is ended with all that it started, and makes nobody red', async () => {
  const head = tree(SPEEDS, { 'bench.mjs': 'setInterval(() => {}, 1000)\n' })
  const result = await change({ head, with: { 'pair-budget': '4s' } })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'inconclusive'])
})

test('a benchmark that floods its output is measured like any other', async () => {
  const flood = `${PROGRAM}for (let at = 0; at < 400; at++) process.stdout.write('x'.repeat(50000) + '\\n')\n`
  const result = await change({ head: tree(SPEEDS, { 'bench.mjs': flood }) })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'pass'])
  expect(result.summary).toContain('2 unchanged')
  // Of 160 MB: the end of what each process wrote.
  expect(result.log.join('\n').length).toBeLessThan(1_000_000)
})

test('a benchmark that leaves processes behind leaves none behind the step', async () => {
  const marker = `left-behind-${process.pid}-${scenarios.length}`
  const child = `import { spawn } from 'node:child_process'\n${PROGRAM}spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600000)', '${marker}'], { stdio: 'ignore' }).unref()\n`
  const result = await change({ head: tree(SPEEDS, { 'bench.mjs': child }) })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'pass'])
  expect(processesWith(marker)).toEqual([])
})

test('a benchmark that the change lost is missed', async () => {
  const result = await change({ head: tree({ Search: 1e8 }), with: { 'missing-benchmarks': 'fail' } })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
  expect(result.summary).toContain('missing: `example.org/x.BenchmarkParse`')
})

test('a change cannot replace the command that measures it', async () => {
  const policy = (command: string): string => `perf:\n  slowdown: 5%\n  command: ${command}\n`
  const result = await change({
    base: tree(SPEEDS, { '.github/testwarden.yml': policy(COMMAND) }),
    head: tree({ ...SPEEDS, Parse: 8e7 }, { '.github/testwarden.yml': policy('node -e 0 {report}') }),
    with: { slowdown: '', command: '' },
  })
  expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
})

test('an accepted slowdown passes while the pull request bears the label, and is told', async () => {
  const accepted = `- {rule: slower, subject: example.org/x.BenchmarkParse, limit: 30, reason: checks every line, author: Ada, expires: 2999-01-01}\n`
  const head = tree({ ...SPEEDS, Parse: 4.8e7 }, { '.github/testwarden/accepted.yml': accepted })
  const result = await change({ head })
  expect(result.outputs.get('outcome')).toBe('fail')
  const labelled = await change({ head, labels: ['testwarden-accepted'] })
  expect([labelled.exitCode, labelled.outputs.get('outcome')]).toEqual([0, 'pass'])
  expect(labelled.summary).toMatch(
    /Accepted.*speed of example\.org\/x\.BenchmarkParse at 30 instead of 5, by Ada until 2999-01-01/,
  )
  expect(labelled.summary).toMatch(/\| speed \| ✅ pass \| 1 unchanged, 1 accepted \|/)
})
