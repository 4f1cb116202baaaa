import { ACCEPT_LABEL } from '../limits/accept.js'
import type { WeighedAccept } from '../model/accept.js'
import type { Inline } from '../model/page.js'
import { richText } from '../model/rich-text.js'
import type { Reason } from '../model/verdict.js'
import { placeOf } from './problem-page.js'

/** Every accept that a verdict rests on, and those that do not count, with what to do. */
export function acceptNotes(reasons: readonly Reason[], accepts: readonly WeighedAccept[]): readonly Inline[] {
  const rules = new Set(reasons.map(({ ruleId }) => ruleId))
  return [
    ...reasons.flatMap(usedNote),
    ...accepts.filter(({ standing }) => standing === 'unlabelled').map(unlabelledNote),
    ...accepts.filter(({ standing, rule }) => standing === 'expired' && rules.has(rule)).map(expiredNote),
  ]
}

function usedNote({ title, limit, accepted }: Reason): readonly Inline[] {
  if (accepted === undefined) return []
  const { author, expires, reason, instead } = accepted
  const how = accepted.standing === 'labelled' ? ` by this change and the label \`${ACCEPT_LABEL}\`` : ''
  return [
    [
      { kind: 'strong', text: 'Accepted' },
      richText(`${how}: ${title} at ${limit} instead of ${instead}, by `),
      author,
      ` until ${expires}: `,
      reason,
      ' (',
      { kind: 'code', text: placeOf(accepted) },
      ').',
    ],
  ]
}

function unlabelledNote(accept: WeighedAccept): Inline {
  return [
    'The accept of ',
    ...named(accept),
    richText(
      ` is new in this change, so it counts only while the pull request carries the label \`${ACCEPT_LABEL}\`; where there are no labels, as in a merge queue, once it is on the base branch.`,
    ),
  ]
}

function expiredNote(accept: WeighedAccept): Inline {
  return ['The accept of ', ...named(accept), ` expired on ${accept.expires}: take it out, or argue for it anew.`]
}

function named(accept: WeighedAccept): readonly Inline[] {
  const what = accept.subject === null ? accept.rule : `${accept.rule}: ${accept.subject}`
  return [{ kind: 'code', text: what }, ` at ${accept.limit} (`, { kind: 'code', text: placeOf(accept) }, ')']
}
