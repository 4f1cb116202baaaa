import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { countWord } from '@testwarden/core/render/inline'
import type { FailureStanding, JudgedTest } from '../judging/judge-tests.js'
import { explainDiagnosis, shortName } from '../words.js'

const LISTED = 50

/** What failed and is not held against the change, folded. */
export function excusedSections(tests: readonly JudgedTest[]): readonly Section[] {
  return [
    ...folded(tests, 'excused', (count) => `Excused: ${countWord(count, 'flake')}`),
    ...folded(tests, 'inherited', (count) => `Failing on the base as well: ${countWord(count, 'test')}`),
    ...folded(tests, 'retried', (count) => `Passed when retried: ${countWord(count, 'test')}`),
  ]
}

function folded(
  tests: readonly JudgedTest[],
  standing: FailureStanding,
  summaryOf: (count: number) => string,
): readonly Section[] {
  const own = tests.filter((test) => test.standing === standing)
  if (own.length === 0) return []
  const items = own.slice(0, LISTED).map(itemOf)
  const left = own.length - LISTED
  const all = left > 0 ? [...items, `and ${left} more`] : items
  return [{ kind: 'details', summary: summaryOf(own.length), sections: [{ kind: 'list', items: all }] }]
}

function itemOf({ key, diagnosis, quarantine, excuse }: JudgedTest): Inline {
  const unproven = excuse.kind === 'excused' && !excuse.isProven ? ' Excused, unproven: it did not pass here.' : ''
  return [
    { kind: 'code', text: shortName(key) },
    ': ',
    richText(explainDiagnosis(diagnosis)),
    unproven,
    quarantineText(quarantine, excuse.kind),
  ]
}

function quarantineText(quarantine: JudgedTest['quarantine'], kind: JudgedTest['excuse']['kind']): string {
  if (quarantine === null || kind !== 'excused') return ''
  const { expires, owner, issue, reason } = quarantine
  const tracked = issue === null ? '' : `, issue ${issue}`
  const answers = owner === '' ? '' : `, owner ${owner}`
  return ` Quarantined until ${expires}${answers}${tracked}: ${reason}.`
}
