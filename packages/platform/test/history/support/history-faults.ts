import { execFile } from 'node:child_process'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { segmentPath } from '@testwarden/history/segment'
import { git } from '@testwarden/testkit/git-remote/git'
import { installFaultyGit } from './faulty-git.js'
import { CLEAN_ENVIRONMENT, type GitHistory, makeGitHistory, REF } from './git-history.js'

export interface FaultRow {
  readonly fault: string
  readonly expected: string
  readonly observed: string
}

export interface FaultScale {
  /** Empty, and nobody else's. */
  readonly folder: string
  /** `history-writer.ts` as JavaScript. */
  readonly writer: string
  readonly writers: number
  readonly recordsEach: number
}

/** Every fault of a history, tried on real git and real processes. A row is clean when it observed what it expected. */
export async function runHistoryFaults(scale: FaultScale): Promise<readonly FaultRow[]> {
  return [await concurrentWriters(scale), ...(await killedWriters(scale)), ...(await foreignStates(scale))]
}

/** Young, so that no retention lets it go; the same each time, so that a second try is the same record. */
const NOW = new Date().toISOString()

/** As the conformance suite has it, without a test runner. */
export function faultRecord(run: string): HistoryRecord {
  return {
    schema: 'testwarden.record/1',
    key: {
      action: 'coverage-gate',
      workflow: 'ci.yml',
      job: 'test',
      matrix: '{}',
      step: '__run',
      checkRun: '',
      run,
      attempt: 1,
    },
    testedSha: '1'.repeat(40),
    tree: null,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: NOW,
    machine: { cpu: 'x', cores: 2, memoryMiB: 7168, image: 'ubuntu-24.04' },
    body: { lines: { covered: 8, total: 10 } },
  }
}

async function concurrentWriters(scale: FaultScale): Promise<FaultRow> {
  const history = newHistory(scale, 'writers')
  const runs = Array.from({ length: scale.writers }, (_, writer) =>
    Array.from({ length: scale.recordsEach }, (__, record) => `${writer}-${record}`),
  )
  const all = runs.flat().length
  const ended = await Promise.all(
    runs.map((some) => write(scale, { history, runs: some, faults: { FAULT_PUSH: 'some' } })),
  )
  const { records, warnings } = await history.open().read({ action: 'coverage-gate' })
  const failures = ended.flatMap(({ error }) => (error === null ? [] : [error.message]))
  return {
    fault: `${scale.writers} writers at once, two of five pushes fail before or after their effect`,
    expected: `${all} of ${all} records, 0 writers failed, 0 warnings`,
    observed: `${records.length} of ${all} records, ${failures.length} writers failed, ${warnings.length} warnings${failures.map((failure) => `; ${reasonOf(failure)}`).join('')}`,
  }
}

/** The line of an uncaught error that says why. */
function reasonOf(failure: string): string {
  return failure.split('\n').find((line) => line.includes('PlatformError: ')) ?? failure.slice(-300)
}

/** Kills at one step after the other until a writer comes through. */
async function killedWriters(scale: FaultScale): Promise<FaultRow[]> {
  const outcomes = { steps: 0, unharmed: 0, repaired: 0 }
  for (const moment of ['before', 'after'])
    for (let step = 1; ; step++) {
      const history = newHistory(scale, `killed-${moment}-${step}`)
      const faults = {
        FAULT_KILL: `${moment} ${step}`,
        FAULT_CALLS: path.join(scale.folder, `calls-${moment}-${step}`),
      }
      const { error } = await write(scale, { history, runs: ['killed'], faults })
      const left = await history.open().read({ action: 'coverage-gate' })
      await write(scale, { history, runs: ['killed', 'next'], faults: {} })
      const after = await history.open().read({ action: 'coverage-gate' })
      if (left.warnings.length === 0 && left.records.length <= 1 && (error !== null || left.records.length === 1))
        outcomes.unharmed++
      if (after.warnings.length === 0 && after.records.length === 2) outcomes.repaired++
      outcomes.steps++
      if (error === null) break
    }
  const { steps, unharmed, repaired } = outcomes
  return [
    {
      fault: `killed before and after each step of a write (${steps} kinds of end)`,
      expected: `${steps} times nothing half-written, ${steps} times mended by the next run`,
      observed: `${unharmed} times nothing half-written, ${repaired} times mended by the next run`,
    },
  ]
}

async function foreignStates(scale: FaultScale): Promise<FaultRow[]> {
  return [
    await damaged(scale, { name: 'a corrupted segment', text: '{"schema":"testwarden.rec', said: /not JSON/ }),
    await damaged(scale, { name: 'a newer version', text: '{"schema":"testwarden.record/2"}\n', said: /newer/ }),
    await moved(scale, { name: 'deleted between read and append', to: null, said: /was deleted/ }),
    await moved(scale, { name: 'force-pushed between read and append', to: 'main', said: /was replaced/ }),
    await unreachable(scale),
  ]
}

async function damaged(
  scale: FaultScale,
  { name, text, said }: { readonly name: string; readonly text: string; readonly said: RegExp },
): Promise<FaultRow> {
  const history = newHistory(scale, name)
  await history.open().append(faultRecord('1'))
  const foreign = segmentPath(faultRecord('foreign'))
  history.plantFile(foreign, text)
  const { records, warnings } = await history.open().read({ action: 'coverage-gate' })
  await history.open().append(faultRecord('2'))
  const isKept = git(history.remote.folder, ['show', `${REF}:${foreign}`]) === text.trimEnd()
  return {
    fault: name,
    expected: 'named, 1 record read, left as it was',
    observed: `${said.test(warnings.join()) ? 'named' : 'silent'}, ${records.length} record read, ${isKept ? 'left as it was' : 'changed'}`,
  }
}

async function moved(
  scale: FaultScale,
  { name, to, said }: { readonly name: string; readonly to: string | null; readonly said: RegExp },
): Promise<FaultRow> {
  const history = newHistory(scale, name)
  await history.open().append(faultRecord('1'))
  const store = history.open()
  await store.read({ action: 'coverage-gate' })
  if (to === null) git(history.remote.folder, ['update-ref', '-d', REF])
  else history.remote.setRef(REF, history.remote.commit({ files: { x: 'y' }, message: 'another' }))
  const state = history.remote.refSha(REF)
  const failure = await store.append(faultRecord('2')).then(() => '', String)
  return {
    fault: `the branch is ${name}`,
    expected: 'said, nothing written',
    observed: `${said.test(failure) ? 'said' : `not said (${failure})`}, ${history.remote.refSha(REF) === state ? 'nothing written' : 'written'}`,
  }
}

async function unreachable(scale: FaultScale): Promise<FaultRow> {
  const history = newHistory(scale, 'unreachable')
  await history.open().append(faultRecord('1'))
  renameSync(history.remote.folder, `${history.remote.folder}-away`)
  const answer = await history
    .open()
    .read({ action: 'coverage-gate' })
    .then(
      ({ records }) => `${records.length} records`,
      () => 'an error',
    )
  return { fault: 'the remote cannot be read', expected: 'an error', observed: answer }
}

function newHistory({ folder }: FaultScale, name: string): GitHistory {
  const place = path.join(folder, name.replaceAll(' ', '-'))
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  return makeGitHistory(place)
}

interface Writing {
  readonly history: GitHistory
  readonly runs: readonly string[]
  readonly faults: Readonly<Record<string, string>>
}

function write(scale: FaultScale, { history, runs, faults }: Writing): Promise<{ readonly error: Error | null }> {
  const PATH = installFaultyGit(path.join(scale.folder, 'bin'))
  const env = { ...CLEAN_ENVIRONMENT, PATH, RUNNER_TEMP: history.temporary, ...faults }
  const args = [scale.writer, history.workspace, JSON.stringify(runs.map(faultRecord))]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, (error) => resolve({ error }))
  })
}
