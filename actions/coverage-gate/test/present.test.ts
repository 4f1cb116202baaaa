import { describe, expect, test } from '@jest/globals'
import type { Section } from '@testwarden/core/model/page'
import type { ReportSummary } from '@testwarden/core/model/report-summary'
import { decide } from '../src/decide.js'
import type { CoverageFacts } from '../src/facts.js'
import { present } from '../src/present.js'
import { BASE_SHA, configOf, evidenceOf, fileOf, runOf } from './kit.js'

const REPORT: ReportSummary = {
  path: 'coverage.xml',
  format: 'cobertura',
  dialect: 'istanbul',
  fileCount: 3,
  totals: {
    lines: { covered: 8, total: 10 },
    branches: { covered: 21, total: 32 },
    functions: null,
    statements: null,
  },
  declared: {
    lines: { covered: 8, total: 10 },
    branches: { covered: 25, total: 41 },
    functions: null,
    statements: null,
  },
  warnings: [{ message: 'the file declares branches 25/41, but lists 21/32', line: null }],
  warningCount: 3,
}

function changedFiles(count: number): Pick<CoverageFacts, 'files' | 'changes'> {
  const paths = Array.from({ length: count }, (_, index) => `src/f${String(index).padStart(3, '0')}.py`)
  return {
    files: paths.map((path, index) => fileOf(path, { covered: '1-2', missed: `3-${3 + (index % 7)}` })),
    changes: { kind: 'known', base: BASE_SHA, files: paths.map((path) => ({ path, lines: '1-20' })) },
  }
}

function sectionsOf(facts: Partial<CoverageFacts>, inputs: Readonly<Record<string, string>> = {}): readonly Section[] {
  const evidence = evidenceOf(facts)
  return present(decide(evidence, configOf(inputs)), evidence).sections
}

/** A section's words, without the shape of the page. */
function textOf(section: Section | readonly Section[] | undefined): string {
  return JSON.stringify(section ?? null)
}

describe('untested lines', () => {
  test('come first, the ten worst files open and the others folded', () => {
    const [worst, rest] = sectionsOf(changedFiles(25), { 'patch-line': '99' })
    expect(worst).toMatchObject({ kind: 'list', role: 'problem' })
    expect(worst?.kind === 'list' && worst.items).toHaveLength(10)
    expect(worst?.kind === 'list' && worst.items.slice(0, 3)).toEqual([
      [{ kind: 'location', path: 'src/f006.py', ranges: [{ first: 3, last: 9 }] }, ': 7 of 9 changed lines untested'],
      [{ kind: 'location', path: 'src/f013.py', ranges: [{ first: 3, last: 9 }] }, ': 7 of 9 changed lines untested'],
      [{ kind: 'location', path: 'src/f020.py', ranges: [{ first: 3, last: 9 }] }, ': 7 of 9 changed lines untested'],
    ])
    expect(rest).toMatchObject({ kind: 'details', summary: 'Untested lines in 15 more files' })
  })

  test('are no problem where the limit is kept', () => {
    const [first] = sectionsOf(changedFiles(1), { 'patch-line': '1', 'min-changed-lines': '1', line: '1' })
    expect(first).toMatchObject({ kind: 'list', heading: 'You added 1 untested line' })
    expect(first).not.toHaveProperty('role')
  })

  test('of thousands of files stay a page that somebody can load', () => {
    expect(JSON.stringify(sectionsOf(changedFiles(5000))).length).toBeLessThan(100_000)
  })
})

test('every decisive reason is one problem, and says when nobody wrote the limit', () => {
  const facts = {
    files: [fileOf('a.py', { covered: '1', missed: '2-10' })],
    changes: { kind: 'none', reason: 'A push.' } as const,
  }
  const written = sectionsOf(facts, { line: '50', critical: 'b.py' }).filter(
    (section) => 'role' in section && section.heading !== undefined,
  )
  expect(written.map((section) => 'heading' in section && section.heading)).toEqual([
    'Too low: project coverage',
    'In no report: critical: b.py',
  ])
  const [assumed] = sectionsOf(facts).filter((section) => 'role' in section)
  expect(textOf(assumed)).toContain('only advises')
})

test('what was not judged is said with the reason', () => {
  const sections = sectionsOf({
    files: [fileOf('a.py', { covered: '1-9' })],
    changes: { kind: 'none', reason: 'A push.' },
  })
  const list = sections.find((section) => 'heading' in section && section.heading === 'Not judged')
  expect(textOf(list)).toContain('A push.')
  expect(textOf(list)).toContain('No baseline yet.')
  expect(textOf(list)).toContain('No report lists branches.')
})

test('changed files that no report mentions are named', () => {
  const files = [fileOf('src/a.py', { covered: '1-9' })]
  const changes: CoverageFacts['changes'] = {
    kind: 'known',
    base: BASE_SHA,
    files: [
      { path: 'src/a.py', lines: '1-9' },
      { path: 'src/new.py', lines: '1-9' },
    ],
  }
  const section = sectionsOf({ files, changes }).find(
    (candidate) => 'heading' in candidate && candidate.heading === 'Changed, but in no report',
  )
  expect(section).toMatchObject({ items: [{ kind: 'location', path: 'src/new.py' }] })
})

test('reports are listed with dialect, recount, what the file declares where it differs, and warnings', () => {
  const details = sectionsOf({ reports: [REPORT], files: [fileOf('a.py', { covered: '1' })] }).find(
    (section) => section.kind === 'details' && section.summary === 'Read: 1 report',
  )
  expect(details?.kind === 'details' && details.sections[0]).toMatchObject({
    rows: [
      [
        { kind: 'code', text: 'coverage.xml' },
        'cobertura (istanbul)',
        '3',
        '8 of 10 (80.0 %)',
        '21 of 32 (65.6 %)',
        'branches 25 of 41',
      ],
    ],
  })
  expect(textOf(details)).toContain('2 more warnings')
})

test('a report whose totals differ has one line with every reason', () => {
  const why = (metric: string) => ({
    message: `the file declares ${metric} 1/2, but lists 1/1: it has a reason`,
    line: null,
  })
  const warnings = [why('lines'), { message: 'a line is odd', line: 7 }, why('branches')]
  const text = textOf(sectionsOf({ reports: [{ ...REPORT, warnings }], files: [fileOf('a.py', { covered: '1' })] }))
  expect(text).toContain(`: ${why('lines').message}; ${why('branches').message}"`)
  expect(text.split('it has a reason')).toHaveLength(3)
  expect(text).toContain('coverage.xml:7')
})

test('a difference whose reason was not kept among many warnings is said all the same', () => {
  const text = textOf(sectionsOf({ reports: [{ ...REPORT, warnings: [] }], files: [fileOf('a.py', { covered: '1' })] }))
  expect(text).toContain('the file declares branches 25 of 41, and no reason is kept of it')
  const summary = { ...REPORT, warnings: [], totals: { ...REPORT.totals, lines: { covered: 0, total: 0 } } }
  expect(textOf(sectionsOf({ reports: [summary] }))).not.toContain('no reason is kept')
})

test('the page says which record the rates were compared with, and how far it is', () => {
  const totals = { lines: { covered: 1, total: 1 }, branches: null, functions: null, statements: null, partialLines: 0 }
  const sections = sectionsOf({
    files: [fileOf('a.py', { covered: '1' })],
    baselines: [
      {
        kind: 'record',
        sha: 'abcdef0123456',
        distance: 3,
        totals,
        components: [],
        time: '2026-01-01T00:00:00.000Z',
        writtenBy: null,
      },
    ],
  })
  expect(sections.find((section) => 'heading' in section && section.heading === 'Baseline')).toEqual({
    kind: 'list',
    heading: 'Baseline',
    items: [
      [
        'Compared with the record of ',
        { kind: 'code', text: 'abcdef0123' },
        ', 3 commits before the base, of 2026-01-01.',
      ],
    ],
  })
})

test('what the history had to say stands with the baseline, the first notes of many', () => {
  const historyNotes = Array.from({ length: 12 }, (_, index) => `segment ${index} is damaged`)
  const sections = sectionsOf({ reports: [REPORT], files: [fileOf('a.py', { covered: '1' })], historyNotes })
  const baseline = sections.find((section) => 'heading' in section && section.heading === 'Baseline')
  expect(baseline?.kind === 'list' && baseline.items).toHaveLength(11)
  expect(textOf(baseline)).toContain('segment 9 is damaged')
  expect(textOf(baseline)).toContain('and 2 more notes of the history')
  expect(textOf(sections.filter((section) => section !== baseline))).not.toContain('damaged')
})

test('a run that becomes a baseline says so', () => {
  const run = runOf({ isBaseline: true, base: { kind: 'history' } })
  const evidence = evidenceOf({ files: [fileOf('a.py', { covered: '1' })] }, { run })
  expect(JSON.stringify(present(decide(evidence, configOf()), evidence))).toContain('recorded as a baseline')
  const quiet = present(decide(evidence, configOf({ mode: 'collect' })), evidence)
  expect(JSON.stringify(quiet)).not.toContain('is recorded as a baseline')
})

test('hostile names stay text in their spans', () => {
  const path = '`](javascript:alert(1))<b>|::error::\n.py'
  const evidence = evidenceOf({
    files: [fileOf(path, { missed: '1-9' })],
    changes: { kind: 'known', base: BASE_SHA, files: [{ path, lines: '1-9' }] },
  })
  const [first] = present(decide(evidence, configOf()), evidence).sections
  expect(first?.kind === 'list' && first.items[0]).toEqual([
    { kind: 'location', path, ranges: [{ first: 1, last: 9 }] },
    ': 9 of 9 changed lines untested',
  ])
})
