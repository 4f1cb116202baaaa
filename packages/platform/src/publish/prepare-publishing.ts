import { isChangeEvent } from '@testwarden/core/baseline/comparison'
import { findPull } from '@testwarden/core/evidence-fold/find-pull'
import { planPublication, type ReportedRun } from '@testwarden/core/evidence-fold/plan-publication'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { ActionHost } from '../action-host.js'
import { createRunApi, type RunApi } from '../artifacts/run-api.js'
import type { WorkspaceGit } from '../git.js'
import type { GitHubOptions } from '../github/connection.js'
import { createTraffic, type Traffic } from '../github/traffic.js'
import { readChangeFacts, readEventFacts } from '../run-context/event-facts.js'
import { checkSwitches } from '../switches.js'
import { describeOwnRun, describeReportedRun, type PublishedRun } from './known-run.js'
import { readReportedRun } from './publishing-facts.js'
import type { PolicyPlace } from './read-sources.js'

/** What is to be published, before any of it has been looked at. */
export interface Publishing extends PublishedRun {
  readonly api: RunApi
  readonly options: SharedOptions
  /** `claimed`: of somebody else's run, so nothing of it gates and no check is written. */
  readonly standing: 'own' | 'claimed'
  readonly place: PolicyPlace
}

export type Preparation =
  | { readonly kind: 'publish'; readonly publishing: Publishing }
  /** A whole sentence. */
  | { readonly kind: 'nothing'; readonly why: string }

/** @throws ConfigurationError for an event that is refused, PlatformError where GitHub cannot be asked */
export async function preparePublishing(host: ActionHost, git: WorkspaceGit): Promise<Preparation> {
  checkSwitches(host)
  const payload = await host.eventPayload()
  const plan = planPublication({
    name: host.env.GITHUB_EVENT_NAME ?? '',
    workflowRun: readReportedRun(payload),
    workspaceSha: git.absence === null ? await git.headSha() : null,
    headSha: readEventFacts(payload).pullRequest?.headSha ?? null,
  })
  if (plan.kind === 'nothing') return plan
  const options = connectionOf(host)
  const api = createRunApi(options)
  if (plan.kind === 'reported-run') return prepareReported({ host, options, api, reported: plan.reported })
  const described = describeOwnRun(host, payload)
  const place = placeOf(described, payload)
  return { kind: 'publish', publishing: { ...described, api, options, standing: 'own', place } }
}

/** One count and one budget for all that this run asks GitHub. */
type SharedOptions = GitHubOptions & { readonly traffic: Traffic }

function connectionOf(host: ActionHost): SharedOptions {
  const token = host.input('github-token')
  const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = host.env
  if (token !== '' && repository && apiUrl) return { token, repository, apiUrl, traffic: createTraffic() }
  throw new ConfigurationError('publish has no token to read artifacts with', {
    remedy: 'run it in a workflow, and leave `github-token` as it is or pass one with `actions: read`',
  })
}

function placeOf({ known }: PublishedRun, payload: unknown): PolicyPlace {
  const { branch, labels } = readChangeFacts(payload)
  const headSha = known.headSha ?? ''
  if (isChangeEvent(known.event) && branch !== null) return { kind: 'change', branch, headSha, labels }
  if (known.testedSha !== null && known.testedSha !== '') return { kind: 'commit', sha: known.testedSha }
  throw new ConfigurationError('the event does not say which commit was tested', {
    remedy: 'check that GITHUB_EVENT_PATH and GITHUB_SHA are those that GitHub set',
  })
}

interface ReportedOpening {
  readonly host: ActionHost
  readonly options: SharedOptions
  readonly api: RunApi
  readonly reported: ReportedRun
}

async function prepareReported({ host, options, api, reported }: ReportedOpening): Promise<Preparation> {
  const owner = reported.headRepository?.split('/')[0] ?? ''
  const listed = await api.listPulls(`${owner}:${reported.headBranch}`)
  const found = findPull(listed, reported, options.repository)
  if (!found.ok) return { kind: 'nothing', why: found.why }
  const { pull } = found
  const described = describeReportedRun(host, { reported, pull })
  const { baseBranch: branch, headSha, labels } = pull
  const place: PolicyPlace = { kind: 'change', branch, headSha, labels }
  return { kind: 'publish', publishing: { ...described, api, options, standing: 'claimed', place } }
}
