import { describe, expect, it } from '@jest/globals'
import type { Section } from '@testwarden/core/model/page'
import type { Transition } from '../../src/life/transition.js'
import { type RemarkQuestion, transitionRemark } from '../../src/page/incident-remarks.js'
import { remarkSections } from '../../src/page/remark-sections.js'
import { later, OPENED, redact, runAt, storyOf, toldOf } from './kit.js'
import { ACKNOWLEDGED, RESOLVED } from './life.js'

const NOBODY = toldOf({ involved: [], people: [], teams: [], targets: ['chat'] })
const OPEN: Transition = { kind: 'opened', at: OPENED, severity: 'critical' }

function questionOf(part: Partial<RemarkQuestion> = {}): RemarkQuestion {
  return { story: storyOf(), transitions: [OPEN], told: null, run: runAt(OPENED), redact, ...part }
}

/** Texts of sections, with what would call somebody. */
function mentionsOf(sections: readonly Section[]): readonly string[] {
  const texts: readonly unknown[] = [sections.map((section) => (section.kind === 'text' ? section.text : ''))]
  const spans = texts.flat(10) as readonly (string | { readonly kind: string; readonly name?: string })[]
  return spans.flatMap((span) => (typeof span !== 'string' && span.kind === 'mention' ? [span.name ?? ''] : []))
}

describe('the comment of a step', () => {
  it('is none where nothing happened, where it was only opened, and on a locked issue', () => {
    expect(transitionRemark(questionOf())).toBeNull()
    expect(transitionRemark(questionOf({ transitions: [] }))).toBeNull()
    expect(transitionRemark(questionOf({ ...ACKNOWLEDGED, locked: true }))).toBeNull()
  })

  it('tells who acknowledged it, and until when', () => {
    expect(transitionRemark(questionOf(ACKNOWLEDGED))).toEqual({
      key: 'acknowledged-20261122t104000000',
      body: 'Acknowledged by `octocat` (2026-11-22 10:40 UTC). That holds until 2026-11-22 18:40 UTC.',
    })
  })

  it('tells how it ended', () => {
    const { key, body } = transitionRemark(questionOf(RESOLVED)) ?? {}
    expect(key).toBe('resolved-20261122t203500000')
    expect(body).toBe(
      `Resolved: it is green again (2026-11-22 20:35 UTC). One of 3 commits may have mended it, the last is \`dddddddddd\` [Revert "Log in by token"](https://github.example/acme/shop/commit/${'d'.repeat(40)}) by \`hubot\`. Acknowledged after 5 min. Recovered after 10 h.`,
    )
  })

  it('is one for all turns of the step', () => {
    const transitions: readonly Transition[] = [
      OPEN,
      { kind: 'worsened', at: later(1), from: 'low', to: 'critical' },
      { kind: 'silenced', at: later(2), by: 'hubot', until: later(60), reason: '@everyone <!-- x -->\n- [x] a' },
    ]
    expect(
      transitionRemark(questionOf({ transitions, told: NOBODY }))?.body,
    ).toBe(`- Worse: low became critical (2026-11-22 10:36 UTC).
- Silenced by \`hubot\` until 2026-11-22 11:35 UTC: @&#8203;everyone &lt;!-- x --&gt; - \\[x\\] a (2026-11-22 10:37 UTC).

Level \`developer\` is told now.

It is **critical**. Write \`/ack\` if you take it. Otherwise level \`lead\` is told at 2026-11-22 10:50 UTC.`)
  })

  it('has a short key of letters, digits, dots and hyphens, which differs as the turns do', () => {
    const turns = Array.from(
      { length: 30 },
      (_, index): Transition => ({ kind: 'pushed-on', at: later(index), by: 'a' }),
    )
    const [all, fewer] = [turns, turns.slice(1)].map((transitions) => transitionRemark(questionOf({ transitions })))
    expect(all?.key).toMatch(/^[A-Za-z0-9_.-]{1,80}$/)
    expect(all?.key).not.toContain('--')
    expect(all?.key).not.toBe(fewer?.key)
    expect(all?.body.split('\n')).toHaveLength(21)
    expect(transitionRemark(questionOf({ told: NOBODY }))?.key).toBe('told-20261122t103500000')
  })
})

describe('who is called', () => {
  it('are the people and the teams of the level, and nobody beside them', () => {
    const told = toldOf({ people: ['octocat', 'mona-lisa_acme'], teams: ['acme/security'], targets: ['chat'] })
    const { story, transitions: turns } = ACKNOWLEDGED
    const sections = remarkSections({ story, turns, told, run: runAt(OPENED) })
    expect(mentionsOf(sections)).toEqual(['octocat', 'mona-lisa_acme', 'acme/security'])
    expect(mentionsOf(remarkSections({ story, turns, told: null, run: runAt(OPENED) }))).toEqual([])
  })

  it('are no names that GitHub could not know, and not more than twenty', () => {
    const people = ['a b', '@octocat', 'x\n@y', '', ...Array.from({ length: 30 }, (_, index) => `p${index}`)]
    const sections = remarkSections({ story: storyOf(), turns: [], told: toldOf({ people }), run: runAt(OPENED) })
    expect(mentionsOf(sections)).toEqual(Array.from({ length: 16 }, (_, index) => `p${index}`))
  })
})
