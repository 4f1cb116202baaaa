import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeZip } from '../../../packages/testkit/src/archives/write-zip.js'
import type { CheckRun } from '../../../packages/testkit/src/fake-github/repository.js'
import { addArtifact } from '../../../packages/testkit/src/fake-github/resources/artifacts.js'
import { objectsOf, walkTree } from '../../../packages/testkit/src/fake-github/resources/git-objects.js'
import { addWorkflowJob } from '../../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { checkout } from '../../../packages/testkit/src/git-remote/checkout.js'
import type { FaultStage, OpenStage } from './fault-stage.js'
import {
  FIRST_HISTORY_CALLS,
  GATES_CALLS,
  LATER_CALLS,
  LATER_HISTORY_CALLS,
  type Loss,
  PUBLISH_CALLS,
} from './github-faults.js'
import { manyUntestedLines } from './many-untested-lines.js'
import { ENTRY, writePolicy } from './publishing.js'
import { type HereRun, type HereStep, runHere } from './run-here.js'
import { createScenario, pullRequestEvent, pushEvent, type Scenario } from './scenario.js'

const HISTORY = 'refs/heads/testwarden-history'
const TOKEN = 'ghs_tokentokentokentoken'
const { changeFiles, report } = manyUntestedLines(60)

export const gatesStage: FaultStage = {
  name: 'gates on a pull request',
  calls: GATES_CALLS,
  known: [],
  open: openGates,
}

export const laterGatesStage: FaultStage = {
  name: 'gates on a pull request, again',
  calls: LATER_CALLS,
  known: GATES_CALLS,
  async open() {
    const stage = await openGates()
    stage.reset()
    await stage.run(2)
    const [made] = stage.scenario.repository.checkRuns.values()
    if (made === undefined) throw new Error('no check run was made')
    return { ...stage, reset: () => leaveWork(stage, made) }
  },
}

export const publishStage: FaultStage = {
  name: 'publish on a pull request',
  calls: PUBLISH_CALLS,
  known: [],
  open: openPublish,
}

export const historyStage: FaultStage = {
  name: 'publish on the default branch, by API',
  calls: FIRST_HISTORY_CALLS,
  known: PUBLISH_CALLS,
  open: openHistory,
}

export const laterHistoryStage: FaultStage = {
  name: 'publish on the default branch, by API, again',
  calls: LATER_HISTORY_CALLS,
  known: [...PUBLISH_CALLS, ...FIRST_HISTORY_CALLS],
  async open() {
    const stage = await openHistory()
    stage.reset()
    await stage.run(1)
    const { repository } = stage.scenario
    const first = repository.refs.get(HISTORY)
    if (first === undefined) throw new Error('no history was made')
    return {
      ...stage,
      reset() {
        stage.reset()
        repository.refs.set(HISTORY, first)
      },
    }
  },
}

async function openGates(): Promise<OpenStage> {
  const scenario = await createScenario({ changeFiles })
  const workspace = join(scenario.folder('job'), 'workspace')
  checkout(scenario.remote, { folder: workspace, ref: scenario.head, depth: 1 })
  writeFileSync(join(workspace, 'coverage.xml'), report)
  const permissions = { contents: 'read', metadata: 'read', pull_requests: 'write', checks: 'write' } as const
  scenario.github.tokens.set(TOKEN, { login: 'github-actions[bot]', permissions })
  const event = pullRequestEvent(scenario)
  return {
    scenario,
    reset: () => clear(scenario),
    run: (attempt) => runHere({ ...stepOf(scenario, attempt), action: 'gates', workspace, event }),
    whatIsWrong: () => wrongOnPull(scenario),
    isRight: isFailure,
  }
}

async function openPublish(): Promise<OpenStage> {
  const scenario = await createScenario({ changeFiles })
  writePolicy(scenario, 'coverage:\n  patch:\n    line: 90\n')
  const event = pullRequestEvent(scenario)
  await handOver(scenario, { event, report, ref: 'refs/pull/7/merge', sha: scenario.merge })
  const permissions = { actions: 'read', contents: 'read', pull_requests: 'write', checks: 'write' } as const
  scenario.github.tokens.set(TOKEN, { login: 'github-actions[bot]', permissions })
  const workspace = scenario.folder('publish')
  return {
    scenario,
    reset: () => clear(scenario),
    run: (attempt) => runHere({ ...stepOf(scenario, attempt), action: 'publish', workspace, event }),
    whatIsWrong: () => wrongOnPull(scenario),
    isRight: isFailure,
  }
}

/** Without git on the machine the history is reached by GitHub's API. */
async function openHistory(): Promise<OpenStage> {
  const scenario = await createScenario()
  writePolicy(scenario, 'history: git:testwarden-history\ncoverage:\n  project:\n    line: 50\n')
  const event = pushEvent(scenario.base)
  const push = { sha: scenario.base, ref: 'refs/heads/main' }
  await handOver(scenario, { event, report: scenario.project.reports.base, ...push })
  const permissions = { actions: 'read', contents: 'write', checks: 'write' } as const
  scenario.github.tokens.set(TOKEN, { login: 'github-actions[bot]', permissions })
  const workspace = scenario.folder('publish')
  const path = scenario.folder('no-programs')
  return {
    scenario,
    reset() {
      clear(scenario)
      scenario.repository.refs.delete(HISTORY)
    },
    run: (attempt) => runHere({ ...stepOf(scenario, attempt), action: 'publish', workspace, event, ...push, path }),
    whatIsWrong: (attempt) => wrongOnPush(scenario, attempt),
    isRight: ({ exitCode }) => exitCode === 0,
  }
}

interface LegRun {
  readonly event: HereStep['event']
  readonly report: string
  readonly ref: string
  readonly sha: string
}

/** One leg of a matrix, from its tests to its artifact. */
async function handOver(scenario: Scenario, { report: text, ...run }: LegRun): Promise<void> {
  const workspace = join(scenario.folder('leg'), 'workspace')
  checkout(scenario.remote, { folder: workspace, ref: run.ref, depth: 2 })
  writeFileSync(join(workspace, 'coverage.xml'), text)
  const inputs = { mode: 'collect', matrix: '{"node":"20"}' }
  const step: HereStep = { ...stepOf(scenario, 1), action: 'gates', workspace, inputs, ...run }
  const { evidencePath } = await runHere({ ...step, token: '' })
  const zip = writeZip([{ name: ENTRY, content: readFileSync(evidencePath) }])
  const { github, repository } = scenario
  addArtifact(github.state, repository, { run: 1, name: 'testwarden-evidence-20', zip })
  addWorkflowJob(github.state, repository, { run: 1, name: 'gates (20)', conclusion: 'success' })
}

function stepOf(scenario: Scenario, attempt: number): Omit<HereStep, 'action' | 'event' | 'workspace'> {
  return {
    temporary: scenario.folder('temp'),
    apiUrl: scenario.github.url,
    token: TOKEN,
    sha: scenario.merge,
    ref: 'refs/pull/7/merge',
    attempt,
    path: process.env.PATH ?? '',
  }
}

function clear({ repository }: Scenario): void {
  repository.comments.clear()
  repository.checkRuns.clear()
}

/** The state in which a run finds something to update, to tidy up and to complete. */
function leaveWork({ scenario }: OpenStage, made: CheckRun): void {
  clear(scenario)
  const { github, repository } = scenario
  for (let number = 0; number < 2; number++) {
    const id = github.state.nextId()
    const at = '2026-01-01T00:00:00Z'
    const body = '<!-- testwarden:gates -->\nolder'
    repository.comments.set(id, { id, issue: 7, body, author: 'github-actions[bot]', createdAt: at, updatedAt: at })
  }
  repository.checkRuns.set(made.id, { ...made, annotations: made.annotations.slice(0, 50) })
}

function wrongOnPull({ repository }: Scenario): string | null {
  const comments = [...repository.comments.values()]
  const checks = [...repository.checkRuns.values()]
  const newest = checks.at(-1)
  if (comments.length !== 1) return `${comments.length} comments`
  if (!comments[0]?.body.includes('60 of 120 lines')) return 'another comment'
  if (new Set(checks.map(({ externalId }) => externalId)).size !== checks.length) return 'two check runs of one run'
  if (newest === undefined) return 'no check run'
  if (newest.annotations.length !== 60) return `${newest.annotations.length} annotations`
  return newest.conclusion === 'failure' ? null : `a check run that says ${newest.conclusion}`
}

/** The records of the legs and of the whole, the latter with the attempt that published it. */
function wrongOnPush({ repository }: Scenario, attempt: number): string | null {
  const objects = objectsOf(repository)
  const head = repository.refs.get(HISTORY)
  const files = head === undefined ? null : walkTree(objects, objects.treeOfCommit.get(head) ?? '')
  const texts = [...(files?.values() ?? [])].map(({ sha }) => Buffer.from(objects.blobs.get(sha) ?? []).toString())
  if (!texts.some((text) => text.includes(`"attempt":${attempt},`) && text.includes('"job":"publish"')))
    return head === undefined ? 'no history' : 'no record of the run'
  return repository.checkRuns.size > 0 ? null : 'no check run'
}

/** New code is judged wherever the changed lines and the evidence are known; what is missing never passes. */
function isFailure({ exitCode, summary }: HereRun, lost: Loss | null): boolean {
  if (lost === 'policy')
    return !/✅|❌/.test(summary) && summary.includes('| policy of the base branch | ❔ inconclusive |')
  if (lost === 'evidence') return exitCode === 2 && !summary.includes('❌ fail')
  if (lost === 'changed lines') return exitCode === 1 && summary.includes('| new code tested | ❔ inconclusive |')
  return exitCode !== 0 && summary.includes('| new code tested | ❌ fail |')
}
