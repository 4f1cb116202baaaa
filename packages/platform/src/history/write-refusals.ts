/** Why the server will not take a write, however often it is asked. */
export interface Refusal {
  readonly reason: string
  readonly remedy: string
  /** The missing line under `permissions:`, where that is the cause. */
  readonly permission: string | null
}

interface RefusalMeaning extends Refusal {
  readonly pattern: RegExp
}

/** GitHub's own words, by git and by API alike. The first that fits is taken. */
const MEANINGS: readonly RefusalMeaning[] = [
  {
    pattern: /archived so it is read-only|was archived/i,
    reason: 'the repository is archived',
    remedy: 'unarchive the repository, or remove `history` from the configuration',
    permission: null,
  },
  {
    pattern: /GH013|repository rule violations|push declined due to repository rule/i,
    reason: 'a ruleset forbids it',
    remedy:
      'exclude this branch from the ruleset (the token of a job cannot bypass one), or keep the history at git:refs/testwarden/history, which branch rules do not cover',
    permission: null,
  },
  {
    pattern: /GH006|protected branch/i,
    reason: 'the branch is protected',
    remedy: 'remove the protection from this branch, or name a branch that no protection pattern matches',
    permission: null,
  },
  {
    pattern: /GH001|exceeds GitHub's file size limit|pack exceeds maximum/i,
    reason: 'the record is too large for the server',
    remedy: 'split the job, so that each of its parts leaves a smaller record',
    permission: null,
  },
  {
    pattern:
      /permission to \S{1,200} denied|write access to repository not granted|resource not accessible by integration|returned error: 403|read-only (?:access|deploy key)|marked as read only/i,
    reason: 'the token may not write',
    remedy: 'add `permissions: contents: write` to the job, or let the `publish` action write the history',
    permission: 'contents: write',
  },
  {
    pattern: /pre-receive hook declined|hook declined|deny updating a hidden ref|funny refname|denyCurrentBranch/i,
    reason: 'the server refuses writes to this ref',
    remedy: 'name another branch for the history, or ask who runs the server to allow it',
    permission: null,
  },
]

/** null: nothing that waiting could not mend, or nothing known. */
export function refusalOf(said: string): Refusal | null {
  return MEANINGS.find(({ pattern }) => pattern.test(said)) ?? null
}
