import path from 'node:path'
import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { isInside } from '@testwarden/platform/files/confine'
import { type PolicyAnswer, type PolicyQuestion, readPolicy } from '@testwarden/platform/read-policy'

/** Whose limits a command goes by: those of the base, as a pull request into it would, or those of the working tree. */
export type PolicyOwner = 'base' | 'tree'

export interface LocalPolicyQuestion extends Omit<PolicyQuestion, 'event'> {
  readonly inputs: ConfigSources['inputs']
  readonly owner: PolicyOwner
}

/**
 * The policy that a run on a developer's machine is judged by. Where there is no commit to compare with, or the config
 * that was named is part of no commit, it is that of the working tree.
 */
export async function readLocalPolicy({ inputs, owner, ...question }: LocalPolicyQuestion): Promise<PolicyAnswer> {
  const { base } = question.run
  if (owner === 'tree' || base.kind !== 'commit' || !isInTree(question))
    return readPolicy({ ...question, event: NO_CHANGE })
  const branch = branchName(inputs.get('base'), base.sha)
  // No label is known here, so accepts that only the working tree has wait for theirs.
  const event = { baseSha: base.sha, branch, labels: [] }
  return readPolicy({ ...question, event, run: { ...question.run, event: 'pull_request' } })
}

const NO_CHANGE = { baseSha: null, branch: null, labels: [] }

function isInTree({ config, workspace }: Pick<PolicyQuestion, 'config' | 'workspace'>): boolean {
  return config === null || isInside(workspace, path.resolve(workspace, config))
}

/** What the page calls the base; null where a commit was named by its id, which the page tells anyhow. */
function branchName(named: string | undefined, sha: string): string | null {
  return named === undefined || sha.startsWith(named.toLowerCase()) ? null : named
}
