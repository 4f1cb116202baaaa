import { ACCEPT_LABEL } from '@testwarden/core/limits/accept'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Inline } from '@testwarden/core/model/page'
import type { Reason } from '@testwarden/core/model/verdict'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import { ACCEPTABLE_RULES } from '../acceptable-rules.js'
import { comparedOf, keptLimit } from './tests-to-limit.js'

/** How to let a limit be broken on purpose, so that reviewers see it; null where nothing is in anybody's way. */
export function wayOut(reason: Reason, { base }: Pick<RunContext, 'base'>): Inline | null {
  const compared = comparedOf(reason)
  const isAcceptable = ACCEPTABLE_RULES.some(({ ruleId }) => ruleId === reason.ruleId)
  if (compared === null || !isAcceptable || reason.limitOrigin !== 'written') return null
  const command = acceptCommand(reason, keptLimit(compared))
  // Where nothing is to be merged there is nothing to label: an entry on the branch counts as it is.
  const next: Inline[] =
    base.kind === 'history'
      ? [', then commit the file that it writes.']
      : [', then ask a maintainer for the label ', { kind: 'code', text: ACCEPT_LABEL }, '.']
  return ['Intended? ', { kind: 'code', text: command }, ...next]
}

/** Why and until when is for people to say: as it stands, the command asks for the day. */
function acceptCommand({ ruleId, subject }: Reason, limit: string): string {
  const named = subject === undefined ? [] : [quoted(subject)]
  const words = [
    'accept',
    'coverage',
    ruleId,
    ...named,
    '--limit',
    limit,
    '--reason',
    '"why"',
    '--expires',
    'YYYY-MM-DD',
  ]
  return `npx testwarden@${TOOL_VERSION} ${words.join(' ')}`
}

/** For a POSIX shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
