import type { ConfigSources } from '@testwarden/core/action/effective-config'
import type { PolicySource } from '@testwarden/core/action/policy'
import type { ConfigFile } from '@testwarden/core/config/layer'
import type { Base, RunContext } from '@testwarden/core/model/evidence'
import type { Inline } from '@testwarden/core/model/page'
import { DEFAULT_CONFIG_PATH } from './read-config-file.js'

const SHORT_SHA = 7

/** The last line of a page: whose limits these are, what was tested and what it was compared with. */
export function describePolicy(run: RunContext, { file, policy }: Pick<ConfigSources, 'file' | 'policy'>): Inline {
  return [
    ...(policy === undefined ? policyOf(file) : policyOfBase(policy, file)),
    ' · tested: ',
    ...testedOf(run),
    ...baseOf(run.base),
  ]
}

function policyOf(file: ConfigFile | null): Inline[] {
  return file === null ? ['No config file: limits that nobody wrote only advise'] : policyFrom(file)
}

function policyFrom({ path }: ConfigFile): Inline[] {
  return ['Policy from ', { kind: 'code', text: path }]
}

/** `Policy from main at 1f3c9ab` */
function policyOfBase(policy: PolicySource, tested: ConfigFile | null): Inline[] {
  if (policy.kind !== 'base') return policyOfChange(policy.branch, tested)
  const { file, sha, branch } = policy
  const commit: Inline[] = [branchOf(branch), ' at ', shortSha(sha)]
  if (file === null) return ['No config file in ', ...commit, ': only inputs are limits, the rest advises']
  const place: Inline[] = file.path === DEFAULT_CONFIG_PATH ? [] : [' (', { kind: 'code', text: file.path }, ')']
  return ['Policy from ', ...commit, ...place]
}

/** `Policy from .github/testwarden.yml of this change, not of main` */
function policyOfChange(branch: string | null, tested: ConfigFile | null): Inline[] {
  if (tested !== null) return [...policyFrom(tested), ' of this change, not of ', branchOf(branch)]
  return ['No config file in this change, and that of ', branchOf(branch), ' could not be used']
}

function branchOf(branch: string | null): Inline {
  return branch === null ? 'the base branch' : { kind: 'code', text: branch }
}

function testedOf({ testedSha, headSha }: RunContext): Inline[] {
  if (testedSha === null) return ['the working tree']
  if (headSha === null || headSha === testedSha) return [shortSha(testedSha)]
  return ['merge of ', shortSha(headSha)]
}

const BASE_ORIGINS = {
  'first-parent': 'its first parent',
  'merge-base': 'the merge base',
  'merge-group': "the merge group's base",
  named: 'as named',
} as const

function baseOf(base: Base): Inline[] {
  if (base.kind === 'diff-file') return [' · changed lines from ', { kind: 'code', text: base.path }]
  if (base.kind !== 'commit') return []
  return [' · compared with ', shortSha(base.sha), ` (${BASE_ORIGINS[base.origin]})`]
}

function shortSha(sha: string): Inline {
  return { kind: 'code', text: sha.slice(0, SHORT_SHA) }
}
