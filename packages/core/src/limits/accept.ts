import type { Accept, AcceptStanding, WeighedAccept, WrittenAccept } from '../model/accept.js'
import { compareDecimals, parseDecimal } from '../model/decimal.js'
import type { AcceptedLimit, Reason } from '../model/verdict.js'

export const ACCEPTS_PATH = '.github/testwarden/accepted.yml'

/** The label without which an entry that only the change has does not count. */
export const ACCEPT_LABEL = 'testwarden-accepted'

export interface AcceptSources {
  /** Entries of the base branch; null where there is no base to ask: a push, a developer's machine. */
  readonly base: readonly WrittenAccept[] | null
  /** Entries of the tested tree. */
  readonly tested: readonly WrittenAccept[]
  readonly isLabelled: boolean
  /** ISO 8601, UTC. */
  readonly now: string
}

/** Every entry once, those of the base first. */
export function weighAccepts({ base, tested, isLabelled, now }: AcceptSources): readonly WeighedAccept[] {
  const today = now.slice(0, 10)
  const weigh = (accept: WrittenAccept, standing: AcceptStanding): WeighedAccept => ({
    ...accept,
    standing: accept.expires < today ? 'expired' : standing,
  })
  if (base === null) return tested.map((accept) => weigh(accept, 'own'))
  const known = new Set(base.map(identityOf))
  const added = tested.filter((accept) => !known.has(identityOf(accept)))
  return [
    ...base.map((accept) => weigh(accept, 'base')),
    ...added.map((accept) => weigh(accept, isLabelled ? 'labelled' : 'unlabelled')),
  ]
}

/** What makes two entries the same: whoever stretches the limit or the day of one writes another. */
function identityOf({ rule, subject, limit, expires }: Accept): string {
  return JSON.stringify([rule, subject, limit, expires])
}

export function isInForce({ standing }: WeighedAccept): boolean {
  return standing !== 'expired' && standing !== 'unlabelled'
}

/** What a rule is about to hold against a measured value. */
export interface LimitedRule {
  readonly ruleId: string
  readonly subject: string | null
  /** Exact decimal. */
  readonly limit: string
  readonly stricter: 'higher' | 'lower'
}

/** A limit that counts in a run, and the entry that lowered it. */
export interface LimitInForce {
  readonly limit: string
  readonly accepted: AcceptedLimit | null
}

/** The one place where an accept lowers a limit: of the entries for this rule and subject the one that allows most. */
export function limitInForce(rule: LimitedRule, accepts: readonly WeighedAccept[]): LimitInForce {
  const found = acceptFor(rule, accepts)
  if (found === null) return { limit: rule.limit, accepted: null }
  const { limit, reason, author, expires, standing, path, line } = found
  return { limit, accepted: { instead: rule.limit, reason, author, expires, standing, path, line } }
}

function acceptFor(rule: LimitedRule, accepts: readonly WeighedAccept[]): WeighedAccept | null {
  let found: WeighedAccept | null = null
  for (const accept of accepts) {
    if (!isInForce(accept) || accept.rule !== rule.ruleId || accept.subject !== rule.subject) continue
    if (isLooser(accept.limit, found?.limit ?? rule.limit, rule.stricter)) found = accept
  }
  return found
}

function isLooser(left: string, right: string, stricter: 'higher' | 'lower'): boolean {
  const [one, other] = [parseDecimal(left), parseDecimal(right)]
  if (one === null || other === null) return false
  const order = compareDecimals(one, other)
  return stricter === 'higher' ? order < 0 : order > 0
}

/** The reason with a sentence on the accept that it rests on; the same reason where there is none. */
export function tellAccept(reason: Reason): Reason {
  const { accepted } = reason
  if (accepted === undefined || reason.actual === null) return reason
  const { author, expires, instead } = accepted
  const told = `The limit is ${reason.limit} instead of ${instead}, accepted by ${author} until ${expires}: ${accepted.reason}`
  return { ...reason, message: `${reason.message} ${told}` }
}
