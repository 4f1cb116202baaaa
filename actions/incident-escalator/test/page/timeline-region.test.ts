import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { TimelineLine } from '../../src/page/timeline-lines.js'
import { timelineLines } from '../../src/page/timeline-lines.js'
import { timelineMarkdown } from '../../src/page/timeline-region.js'
import { momentText } from '../../src/page/words.js'
import { later, redact, runAt, toldOf } from './kit.js'

function turnAt(minutes: number, what = 'turn'): TimelineLine {
  const at = later(minutes)
  return { at, markdown: `- ${momentText(at)}: ${what}`, begins: null }
}

function linesOf(markdown: string): readonly string[] {
  return markdown.split('\n').slice(2)
}

/** What one step after another leaves. */
function after(steps: readonly (readonly TimelineLine[])[]): readonly string[] {
  return linesOf(steps.reduce((text, turns) => timelineMarkdown(text.split('\n'), turns), ''))
}

describe('the timeline', () => {
  it('is no more than its heading before anything happened', () => {
    expect(timelineMarkdown([], [])).toBe('### Timeline')
  })

  it('keeps what stands there and adds what is new, once', () => {
    const earlier = ['### Timeline', '', turnAt(0).markdown, '- *by hand*, see @octocat  ']
    expect(linesOf(timelineMarkdown(earlier, [turnAt(0), turnAt(1), turnAt(1)]))).toEqual([
      turnAt(0).markdown,
      '- *by hand*, see @octocat',
      turnAt(1).markdown,
    ])
  })

  it('ends at the next heading, where somebody took the divider away', () => {
    expect(linesOf(timelineMarkdown([turnAt(0).markdown, '', '### What is wrong', 'all'], []))).toEqual([
      turnAt(0).markdown,
    ])
  })

  it('leaves out turns after the first one when there are too many, and counts them', () => {
    const turns = Array.from({ length: 150 }, (_, index) => turnAt(index))
    const lines = after([turns, [turnAt(150)], [turnAt(151)]])
    expect(lines).toHaveLength(100)
    expect(lines.slice(0, 3)).toEqual([
      turnAt(0).markdown,
      '- … 53 earlier turns are in the comments',
      turnAt(54).markdown,
    ])
    expect(lines.at(-1)).toBe(turnAt(151).markdown)
    expect(after([turns.slice(0, 100)])).toHaveLength(100)
    expect(after([turns.slice(0, 101)])[1]).toBe('- … 2 earlier turns are in the comments')
  })

  it('does not add again what it left out', () => {
    const turns = Array.from({ length: 150 }, (_, index) => turnAt(index))
    expect(after([turns, turns])).toEqual(after([turns]))
    expect(after([turns, [turnAt(20)]])).toEqual(after([turns]))
  })

  it('loses neither its first line nor one of the newest, whatever comes', () => {
    const step = fc.array(fc.record({ minutes: fc.nat(50_000), what: fc.string({ unit: 'grapheme-ascii' }) }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const turns = steps.map((each) => each.map(({ minutes, what }) => turnAt(minutes, `turn ${what.trim()}.`)))
        const first = turns.flat()[0]
        const lines = after(turns)
        expect(lines[0] ?? '').toBe(first?.markdown ?? '')
        expect(lines.length).toBeLessThanOrEqual(100)
        expect(after([...turns, turns.at(-1) ?? []])).toEqual(lines)
        const every = turns.flat()
        if (new Set(every.map(({ markdown }) => markdown)).size <= 100)
          for (const { markdown } of every) expect(lines).toContain(markdown)
      }),
    )
  })
})

describe('its lines', () => {
  const writing = { run: runAt(later(0)), redact }

  it('tell a level where it belongs by its moment', () => {
    const told = toldOf({ at: later(3), people: [], targets: [] })
    const transitions = [
      { kind: 'opened', at: later(1), severity: 'high' },
      { kind: 'pushed-on', at: later(5), by: 'hubot' },
    ] as const
    expect(timelineLines(transitions, told, writing).map(({ markdown }) => markdown)).toEqual([
      '- 2026-11-22 10:36 UTC: opened as high',
      '- 2026-11-22 10:38 UTC: level `developer` was told: the author of the first bad commit',
      '- 2026-11-22 10:40 UTC: next level asked for by `hubot`',
    ])
  })

  it('tell of a level once, even where it is found out later who that was', () => {
    const [before, after] = [toldOf({ people: [] }), toldOf({ people: ['octocat'] })].map((told) =>
      timelineLines([], told, writing),
    )
    const text = timelineMarkdown([], before ?? [])
    expect(timelineMarkdown(text.split('\n'), after ?? [])).toBe(text)
  })

  it('are short, whatever was written', () => {
    const silenced = { kind: 'silenced', at: later(1), by: 'a', until: later(9), reason: '$'.repeat(300) } as const
    const [line] = timelineLines([silenced], null, writing)
    expect(line?.markdown).toBe('- 2026-11-22 10:36 UTC: silenced, and more than fits here')
  })
})
