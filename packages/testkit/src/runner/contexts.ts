import { arch, platform } from 'node:os'
import { join } from 'node:path'
import type { StepRun } from './action-run.js'
import type { Contexts } from './expressions.js'

/** Everything that expressions may read in this step. */
export function contextsOf(run: StepRun, eventPath: string): Contexts {
  return {
    job: { status: 'success' },
    matrix: null,
    strategy: { 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 },
    ...run.contexts,
    github: githubContext(run, eventPath),
    runner: runnerContext(run),
  }
}

/** `github.*` with an example repository, and refs and shas as GitHub derives them from the event. */
function githubContext(run: StepRun, eventPath: string): Readonly<Record<string, unknown>> {
  return {
    action: '__self',
    action_ref: '',
    action_repository: '',
    actor: 'octocat',
    actor_id: '1',
    api_url: 'https://api.github.com',
    base_ref: '',
    graphql_url: 'https://api.github.com/graphql',
    head_ref: '',
    job: 'test',
    ref_protected: false,
    repository: 'octo-org/example',
    repository_id: '1',
    repository_owner: 'octo-org',
    repository_owner_id: '2',
    retention_days: '90',
    run_attempt: '1',
    run_id: '1',
    run_number: '1',
    server_url: 'https://github.com',
    sha: '0'.repeat(40),
    triggering_actor: 'octocat',
    workflow: 'CI',
    workflow_ref: 'octo-org/example/.github/workflows/ci.yml@refs/heads/main',
    workflow_sha: '0'.repeat(40),
    ...refs(run),
    ...run.github,
    event: run.event.payload,
    event_name: run.event.name,
    event_path: eventPath,
    token: run.token,
    workspace: run.workspace,
  }
}

function refs(run: StepRun): Readonly<Record<string, unknown>> {
  const { name, payload } = run.event
  if (name === 'pull_request') {
    const number = read(payload, 'pull_request', 'number') ?? read(payload, 'number')
    const head_ref = read(payload, 'pull_request', 'head', 'ref') ?? ''
    const base_ref = read(payload, 'pull_request', 'base', 'ref') ?? ''
    return { ...branch(`refs/pull/${number}/merge`), head_ref, base_ref }
  }
  if (name === 'merge_group') {
    const ref = String(read(payload, 'merge_group', 'head_ref') ?? '')
    return { ...branch(ref), ...sha(read(payload, 'merge_group', 'head_sha')) }
  }
  if (name === 'push') return { ...branch(String(payload.ref ?? '')), ...sha(payload.after) }
  return branch(`refs/heads/${read(payload, 'repository', 'default_branch') ?? 'main'}`)
}

function branch(ref: string): Readonly<Record<string, unknown>> {
  const ref_name = ref.replace(/^refs\/(heads|tags|pull)\//, '')
  return { ref, ref_name, ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch' }
}

function sha(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'string' ? { sha: value } : {}
}

function read(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const name of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = Object.getOwnPropertyDescriptor(current, name)?.value
  }
  return current
}

const OS_NAMES: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

function runnerContext(run: StepRun): Readonly<Record<string, string>> {
  return {
    arch: arch() === 'x64' ? 'X64' : arch().toUpperCase(),
    environment: 'github-hosted',
    name: 'GitHub Actions 1',
    os: OS_NAMES[platform()] ?? 'Linux',
    tool_cache: join(run.temporaryFolder, '_tool'),
    workspace: join(run.workspace, '..'),
    ...run.runner,
    temp: run.temporaryFolder,
  }
}
