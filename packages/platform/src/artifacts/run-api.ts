import type { ListedPull } from '@testwarden/core/evidence-fold/find-pull'
import type { ListedJob } from '@testwarden/core/evidence-fold/missing-legs'
import { createConnector, type GitHubClient, type GitHubOptions } from '../github/connection.js'
import { downloadArtifact } from './download.js'
import { type CommitTexts, readTexts, type TextsQuestion } from './read-texts.js'

/** What publish asks GitHub for. Every question throws PlatformError. */
export interface RunApi {
  listArtifacts(run: string): Promise<ArtifactList>
  /** The bytes of a zip file, which must not be more than `maxBytes`. */
  download(artifact: ListedArtifact, maxBytes: number): Promise<Buffer>
  /** As their newest attempt went. */
  listJobs(run: string): Promise<readonly ListedJob[]>
  /** Open ones. @param head `owner:branch` */
  listPulls(head: string): Promise<readonly ListedPull[]>
  readTexts(question: TextsQuestion): Promise<CommitTexts>
}

export interface ListedArtifact {
  readonly id: number
  readonly name: string
  readonly bytes: number
  readonly isExpired: boolean
  /** ISO 8601; null: GitHub does not say. */
  readonly madeAt: string | null
}

export interface ArtifactList {
  readonly artifacts: readonly ListedArtifact[]
  /** false: there are more than anybody reads. */
  readonly isWhole: boolean
}

const PAGE = 100
/** A matrix has at most 256 jobs, and other jobs upload things too. */
const PAGES_MAX = 5

export function createRunApi(options: GitHubOptions): RunApi {
  const client = createConnector(options)
  return {
    listArtifacts: async (run) => listArtifacts(await client(), run),
    download: async (artifact, maxBytes) => downloadArtifact(await client(), { ...artifact, maxBytes }),
    listJobs: async (run) => listJobs(await client(), run),
    listPulls: async (head) => listPulls(await client(), head),
    readTexts: async (question) => readTexts(await client(), question),
  }
}

/** @see https://docs.github.com/rest/actions/artifacts#list-workflow-run-artifacts */
async function listArtifacts(client: GitHubClient, run: string): Promise<ArtifactList> {
  const { octokit, owner, repo, requestOptions } = client
  const artifacts: ListedArtifact[] = []
  for (let page = 1; page <= PAGES_MAX; page++) {
    const { data } = await client.ask({ kind: 'read', what: `list the artifacts of run ${run}` }, () =>
      octokit.rest.actions.listWorkflowRunArtifacts({
        owner,
        repo,
        run_id: Number(run),
        per_page: PAGE,
        page,
        request: requestOptions(),
      }),
    )
    for (const { id, name, size_in_bytes: bytes, expired: isExpired, created_at: madeAt } of data.artifacts)
      artifacts.push({ id, name, bytes, isExpired, madeAt })
    if (data.artifacts.length < PAGE || artifacts.length >= data.total_count) return { artifacts, isWhole: true }
  }
  return { artifacts, isWhole: false }
}

/** @see https://docs.github.com/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run */
async function listJobs(client: GitHubClient, run: string): Promise<readonly ListedJob[]> {
  const { octokit, owner, repo, requestOptions } = client
  const jobs: ListedJob[] = []
  for (let page = 1; page <= PAGES_MAX; page++) {
    const { data } = await client.ask({ kind: 'read', what: `list the jobs of run ${run}` }, () =>
      octokit.rest.actions.listJobsForWorkflowRun({
        owner,
        repo,
        run_id: Number(run),
        filter: 'latest',
        per_page: PAGE,
        page,
        request: requestOptions(),
      }),
    )
    for (const { name, conclusion } of data.jobs) jobs.push({ name, conclusion })
    if (data.jobs.length < PAGE || jobs.length >= data.total_count) break
  }
  return jobs
}

/** @see https://docs.github.com/rest/pulls/pulls#list-pull-requests */
async function listPulls(client: GitHubClient, head: string): Promise<readonly ListedPull[]> {
  const { octokit, owner, repo, requestOptions } = client
  const { data } = await client.ask({ kind: 'read', what: `find the pull request of ${head}` }, () =>
    octokit.rest.pulls.list({ owner, repo, head, state: 'open', per_page: PAGE, request: requestOptions() }),
  )
  return data.map((pull) => ({
    number: pull.number,
    headSha: pull.head.sha,
    headRepository: pull.head.repo?.full_name ?? null,
    baseRepository: pull.base.repo.full_name,
    baseBranch: pull.base.ref,
    labels: pull.labels.map(({ name }) => name),
  }))
}
