import { describe, expect, it } from '@jest/globals'
import { createRedactor } from '@testwarden/core/render/redact'
import fc from 'fast-check'
import type { IncidentStory } from '../../src/incident/incident-story.js'
import type { Transition } from '../../src/life/transition.js'
import { incidentMarkdown } from '../../src/page/incident-body.js'
import { DETAILS_DIVIDER, splitRegions, TIMELINE_DIVIDER } from '../../src/page/regions.js'
import {
  blindStory,
  escalationOf,
  incidentOf,
  later,
  OPENED,
  RANGE,
  storyOf,
  testOf,
  textOf,
  toldOf,
  troubleOf,
} from './kit.js'

const ATTACKS: readonly string[] = [
  '@everyone and @octocat and @acme/security',
  '#123 GH-12 https://evil.example/x www.evil.example',
  `\n${DETAILS_DIVIDER}\n- [x] Assess: nothing`,
  `a\n${TIMELINE_DIVIDER}\n- 2020-01-01 00:00 UTC: forged`,
  '- [x] ticked',
  '### Where it began\n- forged',
  '| a | b |',
  '``` <details> `',
  '<img src=x onerror=alert(1)> <!-- -->',
  '\u202e\u0000\u001b[31mred\ud800',
  '',
  '$'.repeat(3_000),
  '\u202e'.repeat(5_000),
  '`@octocat`'.repeat(500),
]

/** Every text of the story is hostile. */
function hostileStory(text: string, many = 3): IncidentStory {
  const list = Array.from({ length: many }, (_, index) => `${text}${index}`)
  const tests = list.map((key) =>
    testOf({ key, message: text, owners: list, location: { path: text, startLine: 1, endLine: 2 } }),
  )
  const category = { id: 'x', title: text, priority: 'high', minutes: 30, advice: text } as const
  return storyOf({
    incident: incidentOf({ dedupKey: text, acknowledgement: { at: OPENED, by: text } }),
    workflow: text,
    branch: text,
    trouble: troubleOf({ title: text, tests, testCount: 2 * many, category }),
    explains: list,
    range: { ...RANGE, commits: list.map((title) => ({ sha: text, author: title, title })), isWhole: false },
    escalation: escalationOf({
      told: toldOf({ level: text, people: list, teams: list, targets: list }),
      guarantee: text,
      notes: list,
    }),
    actions: list.map((action) => ({ text: action, isDone: false })),
    runbook: { rule: text, url: text },
    resolution: {
      at: OPENED,
      by: text,
      fix: { sha: text, author: text, title: text },
      candidates: 2,
      timeToAcknowledgeMs: null,
      timeToRecoverMs: 1,
    },
  })
}

function hostileTurns(text: string, count = 1): readonly Transition[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'silenced',
    at: later(index),
    by: text,
    until: later(index + 5),
    reason: text,
  }))
}

/** What is left of Markdown without code, where nothing is linked: an escape, or a run of backticks up to an equal one. */
function withoutCode(markdown: string): string {
  return markdown.replace(/\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
}

describe('hostile texts', () => {
  it.each(ATTACKS)('neither forge a region nor call anybody: %j', (attack) => {
    const body = incidentMarkdown(textOf({ story: hostileStory(attack), transitions: hostileTurns(attack) }))
    const lines = body.split('\n')
    expect(lines.filter((line) => line.trim() === TIMELINE_DIVIDER)).toHaveLength(1)
    expect(lines.filter((line) => line.trim() === DETAILS_DIVIDER)).toHaveLength(1)
    expect(lines.filter((line) => line.includes('<!--'))).toHaveLength(2)
    expect(lines.filter((line) => /^\s*- \[x\]/.test(line))).toEqual([])
    expect(lines.filter((line) => line === '### Where it began')).toHaveLength(1)
    expect(withoutCode(body)).not.toMatch(/@(?!&#8203;)\S/)
    expect(withoutCode(body)).not.toMatch(/<img|onerror=alert\(1\)>|\u202e/)
  })

  it.each(ATTACKS)('tick nothing, whatever stood there: %j', (attack) => {
    const text = incidentMarkdown(textOf({ story: hostileStory(attack) }))
    const next = incidentMarkdown(textOf({ text }))
    expect(splitRegions(next).details.filter((line) => line.startsWith('- [x]'))).toEqual([])
  })

  it.each(ATTACKS)('stay below the limit and change nothing when written again: %j', (attack) => {
    const question = textOf({ story: hostileStory(attack, 120), transitions: hostileTurns(attack, 150) })
    const body = incidentMarkdown(question)
    expect(body.length).toBeLessThan(60_000)
    expect(incidentMarkdown({ ...question, text: body })).toBe(body)
  })

  it('are redacted, addresses with passwords too', () => {
    const secret = `ghp_${'a1'.repeat(18)}`
    const story = hostileStory(`see https://bob:hunter2@db.example ${secret} ACME-77`)
    const redact = createRedactor(['ACME-*'])
    const body = incidentMarkdown(textOf({ story, transitions: hostileTurns(secret), redact }))
    expect(body).not.toMatch(/hunter2|ghp_a1|ACME-77/)
    expect(body).toContain('[redacted]')
  })

  it('stay below the limit, even where masks are longer than what they hide', () => {
    const redact = createRedactor(['e'])
    const question = { story: hostileStory('e'.repeat(300), 40), transitions: hostileTurns('e', 150), redact }
    expect(incidentMarkdown(textOf(question)).length).toBeLessThan(60_000)
  })

  it('of people who edit the issue are kept, as far as they fit', () => {
    const text = [
      'x'.repeat(70_000),
      TIMELINE_DIVIDER,
      `- ${'y'.repeat(70_000)}`,
      DETAILS_DIVIDER,
      'z\n'.repeat(40_000),
    ]
    const question = textOf({ story: blindStory(), text: text.join('\n') })
    const body = incidentMarkdown(question)
    expect(body.length).toBeLessThan(60_000)
    expect(body).toContain('- (a line of 70,002 characters was left out)')
    expect(body).toMatch(/\nz\n\n… and [\d,]+ more lines$/)
    expect(incidentMarkdown({ ...question, text: body })).toBe(body)
  })
})

const anyText = fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'binary', maxLength: 400 }))

describe('composing', () => {
  it('again with what it made changes nothing', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.boolean(), (text, count, isBlind) => {
        const seen = hostileStory(text, count % 7)
        const first = incidentMarkdown(textOf({ story: seen }))
        const story = isBlind ? { ...seen, trouble: null, range: null } : seen
        const question = textOf({ story, transitions: hostileTurns(text, count), text: first })
        const body = incidentMarkdown(question)
        expect(body.length).toBeLessThan(60_000)
        expect(incidentMarkdown({ ...question, text: body })).toBe(body)
      }),
      { numRuns: 60 },
    )
  })

  it('bears any text that stands there, and keeps its length', () => {
    const line = fc.oneof(anyText, fc.constantFrom(TIMELINE_DIVIDER, DETAILS_DIVIDER, '### Timeline', '- [x] x'))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.boolean(), (lines, isBlind) => {
        const story = isBlind ? blindStory() : storyOf()
        const question = textOf({ story, transitions: hostileTurns('r', 3), text: lines.join('\n') })
        const body = incidentMarkdown(question)
        expect(body.length).toBeLessThan(60_000)
        expect(incidentMarkdown({ ...question, text: body })).toBe(body)
      }),
      { numRuns: 100 },
    )
  })
})
