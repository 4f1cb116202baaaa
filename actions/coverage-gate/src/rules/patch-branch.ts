import type { Finding, FindingLevel } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'
import { type BranchFacts, countBranch } from '../file-facts.js'
import { levelOf } from '../findings.js'
import { unjudged } from '../floor.js'
import { absentUnder, limitOf } from '../limit.js'
import type { PatchFile } from '../patch.js'
import { judgePatchRate } from '../patch-rate.js'
import { intersect } from '../ranges.js'
import type { RuleName } from '../rule-name.js'
import type { Judgement, Subject } from '../subject.js'

const NAME: RuleName = { ruleId: 'patch-branch', title: 'new branches tested', counted: 'branches' }

/** Share of the branches on changed lines that were taken; each line that ran but left a branch out is a finding. */
export function patchBranch(subject: Subject): Judgement {
  const reasons = judge(subject)
  const level = levelOf(reasons[0], subject.config)
  return { reasons, findings: (subject.patch?.files ?? []).flatMap((file) => branchFindings(file, level)) }
}

function judge({ config, evidence, patch }: Subject): readonly Reason[] {
  const limit = limitOf(config.own.patch.branch, { ruleId: NAME.ruleId, stricter: 'higher', config })
  if (limit === null) return []
  if (patch !== null && patch.lines.total > 0 && patch.branches === null)
    return [unjudged(NAME, limit, { outcome: absentUnder(limit), message: 'No report lists branches.' })]
  const minLines = config.own.patch['min-lines'].value
  return [judgePatchRate({ name: NAME, limit, facts: evidence.facts, patch, minLines, count: patch?.branches ?? null })]
}

/** Of lines that ran: one that never did is a finding of its own. */
export function branchFindings({ path, covered, branches }: PatchFile, level: FindingLevel): Finding[] {
  return branches
    .filter(({ line }) => intersect(covered, [{ first: line, last: line }]).length > 0)
    .flatMap((branch) => findingOf(path, branch, level))
}

function findingOf(path: string, branch: BranchFacts, level: FindingLevel): Finding[] {
  const { covered, total } = countBranch(branch)
  if (covered >= total) return []
  const { line } = branch
  return [
    {
      ruleId: NAME.ruleId,
      level,
      title: 'Untested branch',
      message: `Tests take ${covered} of the ${total} branches of line ${line}.`,
      location: { path, startLine: line, endLine: line },
      dedupKey: `${NAME.ruleId}:${path}:${line}`,
    },
  ]
}
