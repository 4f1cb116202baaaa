import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../../packages/platform/lib/history/open-store.js'
import { git } from '../../../packages/testkit/lib/git-remote/git.js'
import { createGitRemote } from '../../../packages/testkit/lib/git-remote/git-remote.js'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atMost } from '../rows.mjs'

const RUNS = 1000
/** As many as a job appends at once when a matrix is published. */
const RUNS_AT_ONCE = 10
const FILES_PER_RUN = 50
const ROUNDS = 9
const BOUND = 2
const REF = 'refs/heads/testwarden-history'
const READ = fileURLToPath(new URL('../read-history.mjs', import.meta.url))

/** Reading a history of a thousand runs against fetching the same branch. */
export async function rows() {
  const folder = join(BENCH_FOLDER, 'history')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const remote = createGitRemote(join(folder, 'remote.git'))
  remote.setRef('refs/heads/main', remote.commit({ files: { 'a.ts': 'one\n' } }))
  const workspace = join(folder, 'workspace')
  git(folder, ['clone', '--quiet', remote.url, workspace])
  await writeRuns(workspace, folder)
  const times = { fetch: [], read: [] }
  for (let round = 0; round < ROUNDS; round++) {
    times.fetch.push(fetchBare(remote.url, folder))
    times.read.push(readAll(workspace, folder))
  }
  // The best of each: a busy machine can only make a run slower.
  const [fetchMs, readMs] = [Math.min(...times.fetch), Math.min(...times.read)]
  return [
    { what: `git fetch of a history of ${RUNS} runs`, value: `${Math.round(fetchMs)} ms` },
    atMost(`reading it: times the fetch (${Math.round(readMs)} ms)`, readMs / fetchMs, BOUND),
  ]
}

async function writeRuns(workspace, temporary) {
  const env = { ...process.env, RUNNER_TEMP: temporary }
  const store = openStore('git:testwarden-history', { workspace, env, token: null })
  for (let first = 0; first < RUNS; first += RUNS_AT_ONCE)
    await store.appendAll(Array.from({ length: RUNS_AT_ONCE }, (_, index) => recordOf(first + index)))
}

/** Young enough that nothing lets it go. */
function recordOf(number) {
  const hour = 3_600_000
  const files = Array.from({ length: FILES_PER_RUN }, (_, file) => [
    `src/module-${file}/index.ts`,
    (number + file) % 90,
    90,
  ])
  return {
    schema: 'testwarden.record/1',
    key: {
      action: 'coverage-gate',
      workflow: 'ci.yml',
      job: 'test',
      matrix: '{}',
      step: '__run',
      checkRun: '',
      run: String(number),
      attempt: 1,
    },
    testedSha: number.toString(16).padStart(40, '0'),
    tree: null,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: new Date(Date.now() - (RUNS - number) * hour).toISOString(),
    machine: { cpu: 'x', cores: 2, memoryMiB: 7168, image: 'ubuntu-24.04' },
    body: { schema: 'testwarden.coverage-record/1', files },
  }
}

/** The least that anybody must do to have it: an empty repository and one shallow fetch. */
function fetchBare(url, folder) {
  const own = mkdtempSync(join(folder, 'bare-'))
  git(own, ['init', '--quiet', '--bare'])
  const startedMs = performance.now()
  const { status, stderr } = spawnSync('git', ['fetch', '--quiet', '--depth=1', url, `+${REF}:${REF}`], { cwd: own })
  const wallMs = performance.now() - startedMs
  if (status !== 0) throw new Error(`the fetch failed: ${stderr}`)
  rmSync(own, { recursive: true })
  return wallMs
}

function readAll(workspace, folder) {
  const { wallMs, records } = JSON.parse(measureScript(READ, { args: [workspace, folder] }).stdout)
  if (records !== RUNS) throw new Error(`${records} of ${RUNS} runs were read`)
  return wallMs
}
