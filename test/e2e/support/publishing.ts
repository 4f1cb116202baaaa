import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { writeZip, type ZipInput } from '../../../packages/testkit/src/archives/write-zip.js'
import { addArtifact } from '../../../packages/testkit/src/fake-github/resources/artifacts.js'
import { addWorkflowJob } from '../../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { addPull } from '../../../packages/testkit/src/fake-github/state.js'
import { type Job, type JobResult, pullRequestEvent, type Scenario } from './scenario.js'

export const ENTRY = 'coverage.evidence.v1.json.gz'
export const FLAKY_ENTRY = 'flaky.evidence.v1.json.gz'
/** What docs/publish.md has a publishing job ask for. */
export const PUBLISHING = { actions: 'read', contents: 'read', pull_requests: 'write', checks: 'write' } as const

export interface LegJob extends Partial<Job> {
  readonly node: string
  /** Of the run; 1 when absent. */
  readonly attempt?: string
  /** Whether the simulated run lists the job, and how it ended; `success` when absent. */
  readonly conclusion?: string | null
}

/** One leg of a matrix on the pull request: collects, and gives what it would hand over. */
export async function collectLeg(scenario: Scenario, { node, attempt = '1', ...more }: LegJob): Promise<Buffer> {
  const result = await scenario.run({
    event: pullRequestEvent(scenario),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'coverage.xml': scenario.project.reports.change },
    matrix: { node },
    ...more,
    with: { mode: 'collect', ...more.with },
    github: { sha: scenario.merge, run_attempt: attempt, ...more.github },
  })
  if (result.exitCode !== 0) throw new Error(`the leg failed:\n${result.log.join('\n')}`)
  return readFileSync(result.outputs.get('evidence-path') ?? '')
}

/** Collects and hands over, as a job of the simulated run. */
export async function runLeg(scenario: Scenario, leg: LegJob): Promise<Buffer> {
  const evidence = await collectLeg(scenario, leg)
  listJob(scenario, leg.node, leg.conclusion)
  upload(scenario, `${leg.node}-${leg.attempt ?? '1'}`, [
    { name: leg.action === 'flaky-detector' ? FLAKY_ENTRY : ENTRY, content: evidence },
  ])
  return evidence
}

export function listJob(scenario: Scenario, node: string, conclusion: string | null = 'success'): void {
  addWorkflowJob(scenario.github.state, scenario.repository, { run: 1, name: `test (${node})`, conclusion })
}

/** An artifact of the simulated run, with the usual beginning of its name. */
export function upload(scenario: Scenario, name: string, entries: readonly ZipInput[] | Buffer): void {
  const zip = Buffer.isBuffer(entries) ? entries : writeZip(entries)
  addArtifact(scenario.github.state, scenario.repository, { run: 1, name: `testwarden-evidence-${name}`, zip })
}

/** Evidence with something changed, as a hostile or a newer job might write it. */
export function forge(evidence: Buffer, change: (file: Record<string, unknown>) => object): Buffer {
  return gzipSync(JSON.stringify(change(JSON.parse(gunzipSync(evidence).toString('utf8')))))
}

/** The job that publishes: no checkout, nothing in its workspace. */
export function publish(scenario: Scenario, more: Partial<Job> = {}): Promise<JobResult> {
  return scenario.run({
    action: 'publish',
    event: pullRequestEvent(scenario),
    checkout: { ref: 'refs/heads/main' },
    workspace: more.workspace ?? scenario.folder('publish'),
    permissions: PUBLISHING,
    ...more,
    github: { job: 'publish', sha: scenario.merge, ...more.github },
  })
}

/** The config that the base branch has now. */
export function writePolicy(scenario: Scenario, text: string, sha = scenario.base): void {
  scenario.repository.texts.set(`${sha}:.github/testwarden.yml`, text)
}

/** A pull request of the change from a fork, beside the scenario's own. */
export function addForkPull(scenario: Scenario, base = 'main'): number {
  const { number } = addPull(scenario.github.state, scenario.repository, {
    number: base === 'main' ? 8 : 9,
    base: { ref: base, sha: scenario.base },
    head: { ref: 'patch-1', sha: scenario.head, repository: 'stranger/example' },
  })
  return number
}

/** What GitHub sends when the run of a fork's pull request has ended. */
export function workflowRunEvent(scenario: Scenario, run: Readonly<Record<string, unknown>> = {}): Job['event'] {
  return {
    name: 'workflow_run',
    payload: {
      action: 'completed',
      workflow_run: {
        id: 1,
        run_attempt: 1,
        name: 'CI',
        event: 'pull_request',
        conclusion: 'success',
        head_sha: scenario.head,
        head_branch: 'patch-1',
        head_repository: { full_name: 'stranger/example' },
        pull_requests: [],
        ...run,
      },
      repository: { full_name: 'octo-org/example', default_branch: 'main' },
    },
  }
}
