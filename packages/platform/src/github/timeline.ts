import { COMMENT_CHARACTERS_MAX, type TimelineEntry } from '@testwarden/core/model/github-observation'
import type { Listing } from '@testwarden/core/ports/github'
import { clip } from '@testwarden/core/render/clip'
import type { GitHubClient } from './connection.js'
import type { WantedPermission } from './errors.js'
import { PER_PAGE, readLinks } from './pages.js'

/** Whoever reads what happened to an issue goes on to write it. */
const permission: WantedPermission = { name: 'issues', level: 'write' }
/** A thousand events. */
const PAGES_MAX = 10

/**
 * The first page and the newest ones: how an issue began, and where it stands now.
 * @see https://docs.github.com/rest/issues/timeline#list-timeline-events-for-an-issue
 * @throws PlatformError
 */
export async function readTimeline(client: GitHubClient, issue: number): Promise<Listing<TimelineEntry>> {
  const first = await readPage(client, { issue, page: 1 })
  const entries = [...first.entries]
  const last = first.links.last ?? Number.POSITIVE_INFINITY
  const from = Number.isFinite(last) ? Math.max(2, last - PAGES_MAX + 2) : 2
  let hasNext = first.links.hasNext
  for (let page = from; hasNext && page < from + PAGES_MAX - 1; page++) {
    const read = await readPage(client, { issue, page })
    entries.push(...read.entries)
    hasNext = read.links.hasNext
  }
  return { items: entries, isWhole: from === 2 && !hasNext }
}

async function readPage(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { issue, page }: { readonly issue: number; readonly page: number },
) {
  const what = `read the timeline of #${issue}`
  const { data, headers } = await ask({ kind: 'read', what, permission }, () =>
    octokit.rest.issues.listEventsForTimeline({
      owner,
      repo,
      issue_number: issue,
      per_page: PER_PAGE,
      page,
      request: requestOptions(),
    }),
  )
  return { entries: data.flatMap((event) => toEntry(event)), links: readLinks(headers.link) }
}

/** An event of GitHub's thirty kinds: each has other fields, and any may be missing of an account that is gone. */
interface TimelineEvent {
  readonly event?: string
  readonly id?: number | string
  readonly actor?: Account | null
  readonly user?: Account | null
  readonly assignee?: Account | null
  readonly label?: { readonly name?: string }
  readonly created_at?: string
  readonly updated_at?: string | null
  readonly body?: string | null
  readonly author_association?: string
  readonly commit_id?: string | null
}

interface Account {
  readonly login?: string
}

function toEntry(event: TimelineEvent): readonly TimelineEntry[] {
  const { created_at: at, event: kind } = event
  if (at === undefined) return []
  const base = { by: loginOf(event.user ?? event.actor), at }
  switch (kind) {
    case 'commented':
      return [{ ...base, ...commentOf(event, at) }]
    case 'labeled':
    case 'unlabeled':
      return [{ ...base, kind, label: event.label?.name ?? '' }]
    case 'assigned':
    case 'unassigned':
      return [{ ...base, kind, assignee: loginOf(event.assignee) }]
    case 'closed':
    case 'reopened':
      return [{ ...base, kind, commit: event.commit_id ?? null }]
    default:
      return []
  }
}

function commentOf(event: TimelineEvent, at: string) {
  return {
    kind: 'comment' as const,
    id: Number(event.id),
    association: event.author_association ?? 'NONE',
    changedAt: event.updated_at ?? at,
    body: clip(event.body ?? '', COMMENT_CHARACTERS_MAX),
  }
}

function loginOf(account: Account | null | undefined): string | null {
  return account?.login ?? null
}
