import { type Answer, type Call, NOT_FOUND, ok, refuse } from '../call.js'
import { resolveRevision } from '../history.js'
import { pageOf } from '../paging.js'
import type { Annotation, CheckRun } from '../repository.js'
import { timestamp } from '../state.js'
import { pageUrl, repositoryUrl } from './repositories.js'
import { presentUser } from './users.js'

/** A token cannot choose the suite: its check runs land in the first one of the commit. */
const ONLY_SUITE = { id: 1 }

/** `checks/create` */
export function createCheckRun(call: Call): Answer {
  const headSha = String(call.body.head_sha)
  if (!call.repository.commits.has(headSha)) return refuse(422, `No commit found for SHA: ${headSha}`)
  const run: CheckRun = {
    id: call.state.nextId(),
    headSha,
    app: call.caller.login,
    name: String(call.body.name),
    status: 'queued',
    conclusion: null,
    detailsUrl: null,
    externalId: '',
    startedAt: null,
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
  }
  apply(call, run)
  call.repository.checkRuns.set(run.id, run)
  return { status: 201, body: presentCheckRun(call, run) }
}

/** `checks/update`: annotations are added to those that are there. */
export function updateCheckRun(call: Call): Answer {
  const run = findCheckRun(call)
  if (run === null) return NOT_FOUND
  if (run.app !== call.caller.login)
    return refuse(
      403,
      `Invalid app_id \`${call.caller.login}\` - check run can only be modified by the GitHub App that created it.`,
    )
  apply(call, run)
  return ok(presentCheckRun(call, run))
}

/** `checks/get` */
export function getCheckRun(call: Call): Answer {
  const run = findCheckRun(call)
  return run === null ? NOT_FOUND : ok(presentCheckRun(call, run))
}

/** `checks/list-for-ref`: newest first; only the newest of a name unless all are asked for. */
export function listCheckRuns(call: Call): Answer {
  const commit = resolveRevision(call.repository, String(call.path.ref))
  if (commit === null) return refuse(422, `No commit found for SHA: ${call.path.ref}`)
  const { check_name, status, filter = 'latest' } = call.query
  const runs = [...call.repository.checkRuns.values()]
    .reverse()
    .filter((run) => run.headSha === commit.sha)
    .filter((run) => check_name === undefined || run.name === check_name)
    .filter((run) => status === undefined || run.status === status)
  const shown = filter === 'all' ? runs : runs.filter((run, index) => isFirstOfName(runs, run, index))
  return pageOf(call, shown, (page) => ({
    total_count: shown.length,
    check_runs: page.map((run) => presentCheckRun(call, run)),
  }))
}

/** `checks/list-annotations` */
export function listAnnotations(call: Call): Answer {
  const run = findCheckRun(call)
  if (run === null) return NOT_FOUND
  const href = `${pageUrl(call.repository)}/blob/${run.headSha}`
  return pageOf(call, run.annotations, (shown) => shown.map((annotation) => presentAnnotation(annotation, href)))
}

function findCheckRun(call: Call): CheckRun | null {
  return call.repository.checkRuns.get(Number(call.path.check_run_id)) ?? null
}

function isFirstOfName(runs: readonly CheckRun[], run: CheckRun, index: number): boolean {
  return runs.findIndex((other) => other.name === run.name && other.app === run.app) === index
}

/** A conclusion completes the run, also without a status. */
function apply(call: Call, run: CheckRun): void {
  const { body } = call
  run.name = text(body.name) ?? run.name
  run.detailsUrl = text(body.details_url) ?? run.detailsUrl
  run.externalId = text(body.external_id) ?? run.externalId
  run.conclusion = text(body.conclusion) ?? run.conclusion
  if (body.status === 'queued' || body.status === 'in_progress') run.status = body.status
  if (body.status === 'completed' || body.conclusion !== undefined) run.status = 'completed'
  run.startedAt = text(body.started_at) ?? run.startedAt ?? timestamp(call.state)
  if (run.status === 'completed') run.completedAt = text(body.completed_at) ?? run.completedAt ?? timestamp(call.state)
  applyOutput(run, body.output)
}

function applyOutput(run: CheckRun, output: unknown): void {
  if (typeof output !== 'object' || output === null) return
  const fields: Readonly<Record<string, unknown>> = { ...output }
  run.title = text(fields.title) ?? run.title
  run.summary = text(fields.summary) ?? run.summary
  run.text = text(fields.text) ?? run.text
  if (Array.isArray(fields.annotations)) run.annotations.push(...fields.annotations)
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function presentAnnotation(annotation: Annotation, href: string): Readonly<Record<string, unknown>> {
  const absent = { start_column: null, end_column: null, title: null, raw_details: null }
  return { ...absent, ...annotation, blob_href: `${href}/${String(annotation.path)}` }
}

function presentCheckRun(call: Call, run: CheckRun): Readonly<Record<string, unknown>> {
  const url = `${repositoryUrl(call.baseUrl, call.repository)}/check-runs/${run.id}`
  const page = `${pageUrl(call.repository)}/runs/${run.id}`
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    name: run.name,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: ONLY_SUITE,
    app: presentApp(call.baseUrl, run.app),
    pull_requests: [],
  }
}

function presentApp(baseUrl: string, login: string): Readonly<Record<string, unknown>> {
  const slug = login.replace(/\[bot\]$/, '')
  const madeAt = '2026-01-01T00:00:00Z'
  return {
    id: 15368,
    slug,
    node_id: 'A_15368',
    owner: presentUser(baseUrl, 'github'),
    name: slug,
    description: null,
    external_url: 'https://github.com/features/actions',
    html_url: `https://github.com/apps/${slug}`,
    created_at: madeAt,
    updated_at: madeAt,
    permissions: { checks: 'write' },
    events: [],
  }
}
