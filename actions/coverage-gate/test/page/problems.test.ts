import { describe, expect, test } from '@jest/globals'
import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Inline, Section } from '@testwarden/core/model/page'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import { formatRanges, plainText } from '@testwarden/core/render/inline'
import type { coverageConfig } from '../../src/config.js'
import { decide } from '../../src/decide.js'
import type { BaselineFacts, ComponentFacts, CoverageFacts } from '../../src/facts.js'
import { present } from '../../src/present.js'
import { BASE_SHA, componentOf, configOf, evidenceOf, fileOf, runOf } from '../kit.js'

const QUIET = { line: '1', branch: '1' }
const PUSH: CoverageFacts['changes'] = { kind: 'none', reason: 'A push.' }

function problemsOf(
  facts: Partial<CoverageFacts>,
  config: GateConfig<typeof coverageConfig>,
  run = runOf(),
): readonly string[] {
  const evidence = evidenceOf(facts, { run })
  const { sections } = present(decide(evidence, config), evidence)
  return sections.filter((section) => 'role' in section).map(sectionText)
}

function sectionText(section: Section): string {
  const heading = 'heading' in section && section.heading !== undefined ? `${plainText(section.heading)} | ` : ''
  if (section.kind === 'text') return `${heading}${plainText(section.text)}`
  return section.kind === 'list' ? `${heading}${section.items.map((item) => plainText(item)).join(' | ')}` : heading
}

function changed(path: string, lines: string): CoverageFacts['changes'] {
  return { kind: 'known', base: BASE_SHA, files: [{ path, lines }] }
}

function recorded(covered: number, total: number): readonly BaselineFacts[] {
  const totals = { lines: { covered, total }, branches: null, functions: null, statements: null, partialLines: 0 }
  const at = { sha: BASE_SHA, distance: 1, time: '2026-01-01T00:00:00.000Z', writtenBy: null }
  return [{ kind: 'record', totals, components: [], ...at }]
}

const A = fileOf('src/a.py', { covered: '1-10', missed: '11-12,14' })
const B = fileOf('src/b.py', { covered: '1-5', missed: '6-8' })

describe('a project rate that is too low', () => {
  test('says how many tests are enough, which files lack them most, and the way out', () => {
    expect(problemsOf({ files: [B, A], changes: PUSH }, configOf({ ...QUIET, line: '80' }))).toEqual([
      'Too low: project coverage | 15 of 21 lines (71.4 %) are below 80 %. It takes 2 more tested lines.',
      'src/a.py:11-14: 3 of 13 lines untested | src/b.py:6-8: 3 of 8 lines untested',
      `Intended? npx testwarden@${TOOL_VERSION} accept coverage project-line --limit 71.42 --reason "why" --expires YYYY-MM-DD, then ask a maintainer for the label testwarden-accepted.`,
    ])
  })

  test('names new untested lines first, and only those of their file', () => {
    const config = configOf({ ...QUIET, line: '80', 'patch-line': '1' })
    const [, files] = problemsOf({ files: [A, B], changes: changed('src/b.py', '7-9') }, config)
    expect(files).toBe('src/b.py:7-8: new; 3 of 8 lines of the file untested | src/a.py:11-14: 3 of 13 lines untested')
  })

  test('shows five files and five places of each, and counts the others', () => {
    const missed = Array.from({ length: 30 }, (_, index) => 2 * index + 1).join(',')
    const covered = Array.from({ length: 30 }, (_, index) => 2 * index + 2).join(',')
    const files = Array.from({ length: 7 }, (_, index) => fileOf(`f${index}.py`, { covered, missed }))
    const [, list = ''] = problemsOf({ files, changes: PUSH }, configOf({ ...QUIET, line: '99' }))
    expect(list.split(' | ')).toHaveLength(6)
    expect(list).toMatch(/^f0.py:1, 3, 5, 7, 9: 30 of 60 lines untested, the first 5 of 30 places \|/)
    expect(list).toMatch(/and 2 more files$/)
  })

  test('of branches names lines with branches that were never taken, of functions their first lines', () => {
    const branches = [{ line: 3, taken: ['0'], untaken: ['1'], counted: [0, 0] as const }]
    const functions = { covered: ['1:made'], missed: ['12:total', '0:hidden'] }
    const facts = { files: [fileOf('a.ts', { covered: '1-20', branches, functions })], changes: PUSH }
    const told = problemsOf(facts, configOf({ line: '1', branch: '90', function: '90' }))
    expect(told).toContain('a.ts:3: 1 of 2 branches untested')
    expect(told).toContain('a.ts:12: 2 of 3 functions untested')
  })

  test('is counted as the formula counts', () => {
    const branches = [{ line: 3, taken: ['0'], untaken: ['1'], counted: [0, 0] as const }]
    const facts = { files: [fileOf('a.ts', { covered: '1-4', missed: '6', branches })], changes: PUSH }
    const ofCodecov = problemsOf(facts, configOf({ ...QUIET, line: '80', formula: 'codecov' }))
    expect(ofCodecov[0]).toContain('It takes 1 more fully tested line.')
    expect(ofCodecov[1]).toBe('a.ts:3, 6: 2 of 5 lines untested')
    const ofSonar = problemsOf(facts, configOf({ ...QUIET, line: '90', formula: 'sonar' }))
    expect(ofSonar[0]).toContain('It takes 2 more tested lines or branches.')
  })

  test('does not repeat the files of another rate', () => {
    const told = problemsOf(
      { files: [A, B], changes: PUSH },
      configOf({ ...QUIET, line: '80', critical: 'src/** 90%' }),
    )
    expect(told[3]).toMatch(
      /^Too low: critical.* It takes 4 more tested lines. The files are those under "Too low: project coverage". Intended\? /,
    )
    expect(told[3]).toContain("accept coverage critical-module 'src/**' --limit 71.42")
    expect(told).toHaveLength(4)
  })

  test('has no way out where nobody wrote the limit', () => {
    const told = problemsOf({ files: [A, B], changes: PUSH }, configOf())
    expect(told[0]).toContain('It takes 2 more tested lines.')
    expect(told.join()).not.toContain('accept')
  })

  test('needs no label on the default branch', () => {
    const run = runOf({ isBaseline: true, base: { kind: 'history' } })
    const told = problemsOf({ files: [A], changes: PUSH }, configOf({ ...QUIET, line: '80' }), run)
    expect(told.at(-1)).toMatch(/YYYY-MM-DD, then commit the file that it writes\.$/)
  })

  test('links no path that git does not track', () => {
    const evidence = evidenceOf({ files: [{ ...A, isTracked: false }], changes: PUSH })
    const { sections } = present(decide(evidence, configOf({ ...QUIET, line: '80' })), evidence)
    const list = sections.find((section) => section.kind === 'list' && 'role' in section)
    const text: Inline = { kind: 'code', text: `src/a.py:${formatRanges([{ first: 11, last: 14 }])}` }
    expect(list).toMatchObject({ items: [[text, ': 3 of 13 lines untested', '']] })
  })
})

describe('coverage that fell', () => {
  test('names the new gaps, how many tests bring it back, and the drop to accept', () => {
    const facts = { files: [A, B], changes: changed('src/b.py', '6-8'), baselines: recorded(15, 18) }
    const told = problemsOf(facts, configOf({ ...QUIET, drop: '1', 'patch-line': '0', 'min-changed-lines': '1' }))
    expect(told).toEqual([
      expect.stringMatching(/^Project coverage fell \| .* It takes 3 more tested lines\.$/),
      expect.stringMatching(/^src\/b\.py:6-8: new; 3 of 8 lines of the file untested \| src\/a\.py/),
      expect.stringContaining('accept coverage drop --limit 11.91 --reason'),
    ])
  })
})

test('a component names its own files, and an accept names the component', () => {
  const part = (name: string, members: readonly string[]): ComponentFacts => {
    return { name, side: 'tested', paths: [`${name}/**`], unmatched: [], fileCount: 1, tree: null, members }
  }
  const facts = { files: [A, B], changes: PUSH, components: [part('web app', ['src/b.py'])] }
  const told = problemsOf(facts, configOf(QUIET, [componentOf('web app', { project: '90' })]))
  expect(told).toEqual([
    'Too low: project coverage (web app) | 5 of 8 lines (62.5 %) are below 90 %. It takes 3 more tested lines.',
    'src/b.py:6-8: 3 of 8 lines untested',
    expect.stringContaining("accept coverage project-line 'web app' --limit 62.5 --reason"),
  ])
})

test('untested changed lines go on with how many tests are enough', () => {
  const facts = { files: [fileOf('a.py', { covered: '1-7', missed: '8-10' })], changes: changed('a.py', '1-10') }
  const told = problemsOf(facts, configOf({ ...QUIET, 'patch-line': '90' }))
  expect(told).toEqual([
    expect.stringMatching(/^You added 3 untested lines/),
    expect.stringMatching(/^It takes 2 more tested lines to reach 90 %\. Intended\? .* patch-line --limit 70 /),
  ])
})

test('changed branches that were never taken are named', () => {
  const branches = [
    { line: 3, taken: ['0'], untaken: ['1'], counted: [0, 0] as const },
    { line: 9, taken: ['0'], untaken: ['1'], counted: [0, 0] as const },
  ]
  const facts = { files: [fileOf('a.py', { covered: '1-10', branches })], changes: changed('a.py', '1-5') }
  const told = problemsOf(facts, configOf({ ...QUIET, 'patch-branch': '90' }))
  expect(told[1]).toBe('a.py:3: new; 2 of 4 branches of the file untested')
})

test('a rate that kept its limit is a problem only by an old baseline', () => {
  const facts = { files: [fileOf('a.py', { covered: '1-9', missed: '10' })], baselines: recorded(9, 10) }
  const run = runOf({ now: '2027-12-31T00:00:00.000Z' })
  const told = problemsOf(facts, configOf({ line: '1', drop: '1' }), run)
  expect(told).toEqual([expect.stringMatching(/^Old baseline: project coverage kept \| .* The baseline is /)])
})
