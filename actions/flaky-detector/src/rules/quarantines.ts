import type { Finding } from '@testwarden/core/model/finding'
import { type Reason, WITHOUT_NUMBERS } from '@testwarden/core/model/verdict'
import { type Quarantine, standingOf } from '@testwarden/core/quarantine/quarantine'
import { countWord } from '@testwarden/core/render/inline'
import { quarantinesOf } from '../judging/quarantines.js'
import { type Judgement, NOTHING, type Subject } from '../subject.js'

/** An entry that is over stops excusing, and says so until somebody takes it out. */
export function quarantines({ config, evidence }: Subject): Judgement {
  const setting = config.own.quarantine
  const isOver = (entry: Quarantine): boolean => standingOf(entry, evidence.run.now) === 'expired'
  const all = evidence.facts.legs.flatMap((leg) => quarantinesOf(leg, config.own))
  const expired = [...new Map([...setting.value, ...all].filter(isOver).map((entry) => [entry.test, entry])).values()]
  const [first] = expired
  if (first === undefined) return NOTHING
  const names = expired
    .slice(0, 3)
    .map(({ test, expires, owner }) => `\`${test}\` (until ${expires}${owner === '' ? '' : `, owner ${owner}`})`)
  const more = expired.length > names.length ? ' and others' : ''
  const reason: Reason = {
    ruleId: 'quarantine',
    title: 'quarantines in force',
    outcome: 'warn',
    message: `${countWord(expired.length, 'quarantine')} ended and excuse${expired.length === 1 ? 's' : ''} nothing any more: ${names.join(', ')}${more}. Mend the test, or renew the entry with a reason.`,
    ...WITHOUT_NUMBERS,
  }
  const written = setting.origin.kind === 'file' ? setting.value.filter(isOver).map(findingAt(setting.origin)) : []
  return { reasons: [reason], findings: written }
}

function findingAt({
  path,
  line,
}: {
  readonly path: string
  readonly line: number | null
}): (entry: Quarantine) => Finding {
  return ({ test, expires, owner }) => ({
    ruleId: 'quarantine',
    level: 'warning',
    title: 'A quarantine has ended',
    message: `${test} was excused until ${expires} (owner ${owner}). It counts again.`,
    location: line === null ? null : { path, startLine: line, endLine: line },
    dedupKey: `quarantine:${test}`,
  })
}
