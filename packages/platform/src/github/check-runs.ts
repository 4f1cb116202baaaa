import type {
  CheckAnnotation,
  CheckOutput,
  CheckRunState,
  CheckRunUpdate,
  NewCheckRun,
} from '@testwarden/core/ports/github'
import type { GitHubClient } from './connection.js'
import { createWhenMissing } from './create-when-missing.js'
import type { WantedPermission } from './errors.js'

/** Runs of one name on one commit: one for each attempt. */
const PER_PAGE = 100
const permission: WantedPermission = { name: 'checks', level: 'write' }

/** Newest first. @see https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference @throws PlatformError */
export async function listCheckRuns(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { headSha, name }: { readonly headSha: string; readonly name: string },
): Promise<readonly CheckRunState[]> {
  const { data } = await ask({ kind: 'read', what: 'read the check runs of the commit', permission }, () =>
    octokit.rest.checks.listForRef({
      owner,
      repo,
      ref: headSha,
      check_name: name,
      filter: 'all',
      per_page: PER_PAGE,
      request: requestOptions(),
    }),
  )
  return data.check_runs.map(({ id, external_id, output }) => ({
    id,
    externalId: external_id ?? '',
    annotationCount: output.annotations_count,
  }))
}

/** @see https://docs.github.com/rest/checks/runs#create-a-check-run @throws PlatformError */
export function createCheckRun(client: GitHubClient, { find, ...run }: NewCheckRun): Promise<number> {
  const { octokit, owner, repo, requestOptions } = client
  return createWhenMissing(client, {
    description: { what: 'make a check run', permission },
    find,
    async send() {
      const { data } = await octokit.rest.checks.create({
        owner,
        repo,
        name: run.name,
        head_sha: run.headSha,
        external_id: run.externalId,
        ...(run.detailsUrl === null ? {} : { details_url: run.detailsUrl }),
        status: 'completed',
        conclusion: run.conclusion,
        output: outputOf(run.output),
        request: requestOptions(),
      })
      return data.id
    },
  })
}

/** GitHub adds the annotations to those that are there. @see https://docs.github.com/rest/checks/runs#update-a-check-run @throws PlatformError */
export async function updateCheckRun(client: GitHubClient, update: CheckRunUpdate): Promise<void> {
  const { octokit, owner, repo, requestOptions } = client
  const { id, conclusion, output, hasArrived } = update
  await createWhenMissing(client, {
    description: { what: 'update the check run', permission },
    find: async () => ((await hasArrived()) ? id : null),
    async send() {
      await octokit.rest.checks.update({
        owner,
        repo,
        check_run_id: id,
        status: 'completed',
        conclusion,
        output: outputOf(output),
        request: requestOptions(),
      })
      return id
    },
  })
}

function outputOf({ title, summary, text, annotations }: CheckOutput) {
  return { title, summary, text, annotations: annotations.flatMap(placed) }
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const

function placed({ path, startLine, endLine, level, title, message }: CheckAnnotation) {
  if (path === null || startLine === null) return []
  const place = { path, start_line: startLine, end_line: endLine ?? startLine }
  return [{ ...place, annotation_level: LEVELS[level], title, message }]
}
