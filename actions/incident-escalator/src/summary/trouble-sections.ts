import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { testNameOf } from '@testwarden/core/model/test-key'
import { countWord } from '@testwarden/core/render/inline'
import type { KeyedTrouble } from '../detect/detect-troubles.js'
import { causeText } from '../page/words.js'
import type { Subject } from '../subject.js'

const TESTS_SHOWN = 10

/** What is wrong in this run, the worst first, each with why it is so severe. */
export function troubleSections({ detected, plan }: Subject): readonly Section[] {
  const { troubles, muted } = detected
  const watched = new Map((plan?.watched ?? []).map((each) => [each.trouble, each]))
  const sections = troubles.map((trouble): Section => {
    const waits = watched.get(trouble)
    const standing = waits === undefined ? '' : `, seen ${waits.badRuns} of ${waits.neededRuns} times`
    return {
      kind: 'details',
      summary: `${trouble.severity}: ${trouble.title}${standing}`,
      sections: [{ kind: 'text', text: causeText(trouble.because) }, ...testsOf(trouble)],
    }
  })
  if (muted.length === 0) return sections
  const items = muted.map(({ trouble, by }): Inline => `${trouble.title}, which ${by.title} explains`)
  const summary = `${countWord(muted.length, 'trouble')} that another one explains`
  return [...sections, { kind: 'details', summary, sections: [{ kind: 'list', items }] }]
}

function testsOf({ tests, testCount, said, category }: KeyedTrouble): readonly Section[] {
  const items = tests
    .slice(0, TESTS_SHOWN)
    .map(({ key, message }): Inline => [{ kind: 'code', text: testNameOf(key) }, ` ${message}`])
  const left = testCount - items.length
  return [
    ...(said === null ? [] : [{ kind: 'text', text: richText(said) } as const]),
    ...(category === null ? [] : [{ kind: 'text', text: `${category.title}. ${category.advice}` } as const]),
    ...(items.length === 0
      ? []
      : [{ kind: 'list', items: left > 0 ? [...items, `and ${countWord(left, 'more test')}`] : items } as const]),
  ]
}
