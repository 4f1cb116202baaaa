import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { formatChange } from '@testwarden/core/render/ratio'
import { legText } from '../judging/leg-text.js'
import { namedKey } from '../metric-key.js'
import type { Subject } from '../subject.js'

const LISTED = 5
const SHA_LENGTH = 10

/** What the past of the metrics looks like: which are on the move, and since when others have the level they are at. */
export function courseSections(subject: Subject): readonly Section[] {
  return [...trendSections(subject), ...levelSections(subject)]
}

function trendSections({ suites, evidence }: Subject): readonly Section[] {
  const moving = suites.flatMap(({ trends, leg }) =>
    [...trends].map(([key, trend]) => ({ ...trend, key, inLeg: legText(leg, evidence.facts) })),
  )
  const items = largest(moving).map(({ key, kind, ratio, points, inLeg }): Inline => {
    return [
      { kind: 'code', text: namedKey(key).name },
      `${inLeg} is ${kind}: ${formatChange(ratio)} over ${countWord(points, 'commit')}`,
    ]
  })
  return folded(`Trends: ${countWord(moving.length, 'metric')} on the move`, items, moving.length)
}

function levelSections({ suites, evidence }: Subject): readonly Section[] {
  const changed = suites.flatMap(({ levels, leg }) =>
    [...levels].map(([key, level]) => ({ ...level, key, inLeg: legText(leg, evidence.facts) })),
  )
  const items = largest(changed).map(({ key, ratio, since, points, isProvisional, inLeg }): Inline => {
    const commit: Inline = since === null ? 'this run' : { kind: 'code', text: since.slice(0, SHA_LENGTH) }
    const name: Inline = { kind: 'code', text: namedKey(key).name }
    const doubt = isProvisional ? `, not confirmed yet: ${countWord(points, 'commit')}` : ''
    return [name, `${inLeg} is at another level, ${formatChange(ratio)}, since `, commit, doubt]
  })
  return folded(`Levels: ${countWord(changed.length, 'metric')} settled anew`, items, changed.length)
}

function largest<Change extends { readonly ratio: number }>(changes: readonly Change[]): readonly Change[] {
  return changes
    .toSorted((left, right) => Math.abs(Math.log(right.ratio)) - Math.abs(Math.log(left.ratio)))
    .slice(0, LISTED)
}

function folded(summary: string, items: readonly Inline[], count: number): readonly Section[] {
  if (items.length === 0) return []
  const more: Inline[] = count > LISTED ? [`and ${formatInteger(count - LISTED)} more`] : []
  return [{ kind: 'details', summary, sections: [{ kind: 'list', items: [...items, ...more] }] }]
}
