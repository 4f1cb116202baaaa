import { type Answer, type Call, NOT_FOUND, ok } from '../call.js'
import type { Repository } from '../repository.js'
import { presentUser } from './users.js'

const CREATED_AT = '2026-01-01T00:00:00Z'

/** Fields of `full-repository` that are links below the repository's own, with the end of each. */
const LINKS: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

/** `repos/get` */
export function getRepository(call: Call): Answer {
  return ok(presentRepository(call.baseUrl, call.repository))
}

/** The older of two fields knows fewer words. */
const LEGACY: Readonly<Record<string, string>> = { maintain: 'write', triage: 'read' }

/** `repos/get-collaborator-permission-level` */
export function getPermission(call: Call): Answer {
  const login = String(call.path.username)
  const access = call.repository.collaborators.get(login)
  if (access === undefined && call.repository.isPrivate) return NOT_FOUND
  const role = access ?? 'read'
  const user = { ...presentUser(call.baseUrl, login), role_name: role }
  return ok({ permission: LEGACY[role] ?? role, role_name: role, user })
}

export function repositoryUrl(baseUrl: string, { owner, name }: Repository): string {
  return `${baseUrl}/repos/${owner}/${name}`
}

/** GitHub's web address of a repository; only ever a link. */
export function pageUrl({ owner, name }: Repository): string {
  return `https://github.com/${owner}/${name}`
}

export function presentRepository(baseUrl: string, repository: Repository): Readonly<Record<string, unknown>> {
  const url = repositoryUrl(baseUrl, repository)
  const page = pageUrl(repository)
  return {
    ...Object.fromEntries(Object.entries(LINKS).map(([name, end]) => [name, `${url}${end}`])),
    id: repository.id,
    node_id: `R_${repository.id}`,
    name: repository.name,
    full_name: `${repository.owner}/${repository.name}`,
    owner: presentUser(baseUrl, repository.owner),
    private: repository.isPrivate,
    visibility: repository.isPrivate ? 'private' : 'public',
    default_branch: repository.defaultBranch,
    url,
    html_url: page,
    clone_url: `${page}.git`,
    svn_url: page,
    git_url: page.replace('https:', 'git:'),
    ssh_url: `git@github.com:${repository.owner}/${repository.name}.git`,
    mirror_url: null,
    homepage: null,
    description: null,
    language: null,
    license: null,
    fork: false,
    archived: false,
    disabled: false,
    is_template: false,
    web_commit_signoff_required: false,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    ...counts(repository),
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
    pushed_at: CREATED_AT,
  }
}

function counts(repository: Repository): Readonly<Record<string, number>> {
  const open = [...repository.issues.values()].filter((issue) => issue.state === 'open').length
  return {
    size: 1,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    network_count: 0,
    subscribers_count: 0,
    open_issues: open,
    open_issues_count: open,
  }
}
