import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBranchStore } from '../../../packages/platform/lib/history/branch-store.js'
import { git } from '../../../packages/testkit/lib/git-remote/git.js'
import { createGitRemote } from '../../../packages/testkit/lib/git-remote/git-remote.js'
import { createProject, reportOf } from '../flaky-project.mjs'
import { recordOfRun } from '../flaky-record.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { createMemoryBranch, fastImportStream } from '../memory-branch.mjs'
import { atMost } from '../rows.mjs'

const RUNS = 1000
const HOUR_MS = 3_600_000
const ROUNDS = 5
const REF = 'refs/heads/testwarden-history'
const MEGABYTE = 1_000_000
const MAX_MEGABYTES = 20
const MAX_TIMES_PARSING = 10
const LEARN = fileURLToPath(new URL('../learn-run.mjs', import.meta.url))
const PARSE = fileURLToPath(new URL('../parse-report.mjs', import.meta.url))

/** The history of 10,000 tests over 1,000 runs, of which 300 change the tests: its size, and a job that uses it. */
export async function rows() {
  const folder = join(BENCH_FOLDER, 'test-history')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const remote = createGitRemote(join(folder, 'remote.git'))
  remote.setRef('refs/heads/main', remote.commit({ files: { 'a.ts': 'one\n' } }))
  const startMs = Date.now() - (RUNS + ROUNDS) * HOUR_MS
  const project = createProject()
  const commits = await writeRuns(project, startMs)
  const imported = spawnSync('git', ['fast-import', '--quiet'], {
    cwd: remote.folder,
    input: [...fastImportStream(REF, commits)].join(''),
    encoding: 'utf8',
  })
  if (imported.status !== 0) throw new Error(imported.stderr)
  return [...sizeRows(remote.folder), ...timeRows({ folder, remote, project, startMs })]
}

async function writeRuns(project, startMs) {
  const { branch, commits } = createMemoryBranch(REF)
  const bodies = []
  let nowMs = startMs
  const store = createBranchStore({ name: 'memory', branch, nowMs: () => nowMs })
  for (let number = 0; number < RUNS; number++) {
    const record = recordOfRun({ number, startMs, cases: project.next() }, bodies)
    nowMs = Date.parse(record.time)
    bodies.push(record.body)
    await store.append(record)
  }
  return commits
}

function sizeRows(repository) {
  const shas = git(repository, ['rev-list', '--reverse', REF]).trim().split('\n')
  const pushed = shas.map((sha, index) =>
    packedBytes(repository, [sha, ...(index === 0 ? [] : [`^${shas[index - 1]}`])]),
  )
  const whole = packedBytes(repository, [REF])
  const objects = git(repository, ['rev-list', '--objects', '--no-walk', REF])
  const tip = packOf(repository, { args: [], input: `${objects}\n` })
  return [
    atMost('test history: megabytes that a thousand pushes send', sum(pushed) / MEGABYTE, MAX_MEGABYTES),
    atMost('test history: megabytes of the branch with all its commits', whole / MEGABYTE, MAX_MEGABYTES),
    atMost('test history: megabytes of its tip, which a job fetches', tip / MEGABYTE, MAX_MEGABYTES),
  ]
}

function packedBytes(repository, revisions) {
  return packOf(repository, { args: ['--revs', '--thin', '--delta-base-offset'], input: `${revisions.join('\n')}\n` })
}

function packOf(cwd, { args, input }) {
  const packed = spawnSync('git', ['pack-objects', '--quiet', '--stdout', ...args], {
    cwd,
    input,
    maxBuffer: 1024 * MEGABYTE,
  })
  if (packed.status !== 0) throw new Error(packed.stderr.toString())
  return packed.stdout.length
}

function timeRows({ folder, remote, project, startMs }) {
  const workspace = join(folder, 'workspace')
  git(folder, ['clone', '--quiet', remote.url, workspace])
  const cases = project.next()
  const casesPath = join(folder, 'cases.json')
  writeFileSync(casesPath, JSON.stringify(cases))
  writeFileSync(join(folder, 'junit.xml'), reportOf(cases))
  const rounds = Array.from({ length: ROUNDS }, (_, round) => ({
    learned: run(LEARN, [workspace, folder, casesPath, RUNS + round, startMs]),
    parsed: run(PARSE, [folder, 'junit.xml']),
  }))
  // The best of each: a busy machine can only make a run slower.
  const parseMs = Math.min(...rounds.map(({ parsed }) => parsed.wallMs))
  const [{ learned }] = rounds.sort((left, right) => total(left.learned) - total(right.learned))
  const steps = Object.entries(learned.steps).map(([step, ms]) => `${step} ${Math.round(ms)}`)
  const what = `test history: read, score and append (${steps.join(', ')} ms): times parsing a report`
  return [
    { what: `parsing the report of a run of ${cases.length} tests`, value: `${Math.round(parseMs)} ms` },
    atMost(what, total(learned) / parseMs, MAX_TIMES_PARSING),
  ]
}

function run(script, args) {
  const result = JSON.parse(measureScript(script, { args: args.map(String) }).stdout)
  if (result.problems?.length > 0) throw new Error(result.problems.join('\n'))
  return result
}

function total({ steps }) {
  return sum(Object.values(steps))
}

function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0)
}
