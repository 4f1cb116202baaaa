import { countBy } from '@testwarden/core/model/coverage-formula'
import type { Finding, FindingLevel } from '@testwarden/core/model/finding'
import { levelOf, linesText } from '../findings.js'
import { patchCounting } from '../formula.js'
import { limitOf } from '../limit.js'
import { type PatchFile, patchCounts } from '../patch.js'
import { judgePatchRate } from '../patch-rate.js'
import { nameBy } from '../rule-name.js'
import type { Judgement, Subject } from '../subject.js'
import { branchFindings } from './patch-branch.js'

const RULE_ID = 'patch-line'

/** Share of what the formula counts on changed lines; each range of lines that did not run is a finding. */
export function patchLine({ config, evidence, patch, headline }: Subject): Judgement {
  const { line, 'min-lines': minLines } = config.own.patch
  const limit = limitOf(line, { ruleId: RULE_ID, stricter: 'higher', config })
  const counted = patchCounting(headline)
  const reasons =
    limit === null
      ? []
      : [
          judgePatchRate({
            name: nameBy(counted, { ruleId: RULE_ID, title: 'new code tested' }),
            limit,
            facts: evidence.facts,
            patch,
            minLines: minLines.value,
            count: patch === null ? null : countBy(counted.counting, patchCounts(patch)),
          }),
        ]
  const level = levelOf(reasons[0], config)
  const files = patch?.files ?? []
  // What a formula counts beyond lines is as loud as they are; the rule on branches has the same findings.
  const branches = counted.counting === 'lines' ? [] : files.flatMap((file) => branchFindings(file, level))
  return { reasons, findings: [...files.flatMap((file) => findingsOf(file, level)), ...branches] }
}

function findingsOf({ path, gaps }: PatchFile, level: FindingLevel): Finding[] {
  return gaps.map(({ first, last }) => ({
    ruleId: RULE_ID,
    level,
    title: first === last ? 'Untested line' : 'Untested lines',
    message: `No test runs ${linesText({ first, last })} of this change.`,
    location: { path, startLine: first, endLine: last },
    dedupKey: `${RULE_ID}:${path}:${first}-${last}`,
  }))
}
