import type { Finding, FindingLevel } from '@testwarden/core/model/finding'
import { levelOf, linesText } from '../findings.js'
import type { RuleName } from '../floor.js'
import { limitOf } from '../limit.js'
import type { PatchFile } from '../patch.js'
import { judgePatchRate } from '../patch-rate.js'
import type { Judgement, Subject } from '../subject.js'

const NAME: RuleName = { ruleId: 'patch-line', title: 'new code tested', counted: 'lines' }

/** Share of the changed coverable lines that ran; each range that did not is a finding. */
export function patchLine({ config, evidence, patch }: Subject): Judgement {
  const { line, 'min-lines': minLines } = config.own.patch
  const limit = limitOf(line, { ruleId: NAME.ruleId, stricter: 'higher', config })
  const reasons =
    limit === null
      ? []
      : [
          judgePatchRate({
            name: NAME,
            limit,
            facts: evidence.facts,
            patch,
            minLines: minLines.value,
            count: patch?.lines ?? null,
          }),
        ]
  const level = levelOf(reasons[0], config)
  return { reasons, findings: (patch?.files ?? []).flatMap((file) => findingsOf(file, level)) }
}

function findingsOf({ path, gaps }: PatchFile, level: FindingLevel): Finding[] {
  return gaps.map(({ first, last }) => ({
    ruleId: NAME.ruleId,
    level,
    title: first === last ? 'Untested line' : 'Untested lines',
    message: `No test runs ${linesText({ first, last })} of this change.`,
    location: { path, startLine: first, endLine: last },
    dedupKey: `${NAME.ruleId}:${path}:${first}-${last}`,
  }))
}
