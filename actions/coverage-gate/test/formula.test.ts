import { describe, expect, test } from '@jest/globals'
import type { Formula } from '@testwarden/core/model/coverage-formula'
import { decide } from '../src/decide.js'
import type { BaselineFacts, CoverageFacts } from '../src/facts.js'
import { OUTPUTS } from '../src/outputs.js'
import { present } from '../src/present.js'
import { componentOf, configOf, evidenceOf, factsOf, fileOf, reasonsOf, reportOf } from './kit.js'

/** 10 lines of which 8 ran; of the 4 branches of lines 1 and 2 three were taken. */
const FILE = fileOf('src/a.py', {
  covered: '1-8',
  missed: '9-10',
  branches: [
    { line: 1, taken: ['0', '1'], untaken: [], counted: [0, 0] },
    { line: 2, taken: ['0'], untaken: ['1'], counted: [0, 0] },
  ],
  functions: { covered: ['1:f'], missed: ['9:g', '10:h'] },
  statements: { covered: ['1.1,8.9#0', '1.1,8.9#1'], missed: ['9.1,10.9#0'] },
})

function facts(part: Partial<CoverageFacts> = {}): CoverageFacts {
  const changes = { kind: 'known', base: 'b', files: [{ path: 'src/a.py', lines: '1-5' }] } as const
  return factsOf({ files: [FILE], reports: [reportOf('lcov')], changes, ...part })
}

function ratio(numerator: number, denominator: number) {
  return { numerator, denominator }
}

function outputsOf(own: CoverageFacts, inputs: Readonly<Record<string, string>>) {
  const evidence = evidenceOf(own)
  const decision = decide(evidence, configOf(inputs))
  return Object.fromEntries(OUTPUTS.map((output) => [output.name, output.valueOf(decision, evidence)]))
}

describe.each<[Formula, string, ReturnType<typeof ratio>, string]>([
  ['lines', 'lcov', ratio(8, 10), 'lines'],
  ['codecov', 'lcov', ratio(7, 10), 'lines (codecov)'],
  ['sonar', 'lcov', ratio(11, 14), 'lines and branches (sonar)'],
  ['tool', 'lcov', ratio(8, 10), 'lines (tool)'],
  ['tool', 'coverage-py-json', ratio(11, 14), 'lines and branches (tool)'],
  ['tool', 'go-cover', ratio(2, 3), 'statements (tool)'],
  ['tool', 'clover openclover', ratio(12, 17), 'lines, branches and functions (tool)'],
  ['tool', 'clover phpunit', ratio(8, 10), 'lines (tool)'],
])('%s of a report of %s', (formula, writer, rate, counted) => {
  const [format = '', dialect = null] = writer.split(' ')
  const own = facts({ reports: [reportOf(format, dialect)] })

  test('is the rate of the project, by its name', () => {
    const [reason] = reasonsOf('project-line', own, { formula, line: '50' })
    expect(reason).toMatchObject({ outcome: 'pass', actual: rate, wording: { counted } })
    expect(reason?.formula).toBe(formula === 'lines' ? undefined : formula)
    expect(reason?.message).toContain(`${rate.numerator} of ${rate.denominator} ${counted} (`)
  })

  test('is the rate of a critical module and of a component', () => {
    expect(reasonsOf('critical-module', own, { formula, critical: 'src' })).toMatchObject([{ actual: rate }])
    const part = { name: 'api', side: 'tested', paths: ['src'], unmatched: [], fileCount: 1, tree: null } as const
    const evidence = evidenceOf({ ...own, components: [{ ...part, members: ['src/a.py'] }] })
    const { reasons } = decide(evidence, configOf({ formula }, [componentOf('api', { project: '50' })])).verdict
    expect(reasons.find(({ component }) => component === 'api')).toMatchObject({ actual: rate, wording: { counted } })
  })

  test('is what outputs say, beside the lines', () => {
    expect(outputsOf(own, { formula })).toMatchObject({
      formula,
      'rate-covered': String(rate.numerator),
      'rate-total': String(rate.denominator),
      'covered-lines': '8',
      'total-lines': '10',
    })
  })
})

describe('of a change', () => {
  test.each<[Formula, ReturnType<typeof ratio>]>([
    ['lines', ratio(5, 5)],
    ['codecov', ratio(4, 5)],
    ['sonar', ratio(8, 9)],
  ])('%s counts what is on changed lines', (formula, actual) => {
    expect(reasonsOf('patch-line', facts(), { formula })).toMatchObject([{ actual }])
  })

  test('a tool that counts statements has no say, as no report tells their lines', () => {
    const [reason] = reasonsOf('patch-line', facts({ reports: [reportOf('go-cover')] }), { formula: 'tool' })
    expect(reason).toMatchObject({ actual: ratio(5, 5), wording: { counted: 'lines' } })
  })

  test('what a red gate misses beyond lines is told as loudly, and at its line', () => {
    const evidence = evidenceOf(facts())
    const decision = decide(evidence, configOf({ formula: 'codecov', 'patch-line': '90' }))
    expect(decision.verdict.outcome).toBe('fail')
    expect(decision.findings).toMatchObject([{ level: 'error', location: { startLine: 2 }, title: 'Untested branch' }])
    const { sections } = present(decision, evidence)
    expect(sections).toContainEqual(expect.objectContaining({ role: 'problem', heading: 'Too low: new code tested' }))
  })
})

test('a red gate with untested lines is one thing to fix, whatever is counted', () => {
  const changes = { kind: 'known', base: 'b', files: [{ path: 'src/a.py', lines: '1-10' }] } as const
  const evidence = evidenceOf(facts({ changes }))
  const { sections } = present(decide(evidence, configOf({ formula: 'sonar', 'patch-line': '90' })), evidence)
  expect(sections.filter((section) => 'role' in section && section.role === 'problem')).toMatchObject([
    { heading: 'You added 2 untested lines' },
    { kind: 'text', text: ['It takes 2 more tested lines or branches to reach 90 %.', ' ', expect.anything()] },
  ])
})

describe('the baseline', () => {
  function baseline(part: object): BaselineFacts {
    const totals = { lines: { covered: 9, total: 10 }, branches: { covered: 4, total: 4 }, functions: null }
    return {
      kind: 'record',
      sha: 'abcdef0123456',
      distance: 0,
      time: '2026-01-01T00:00:00.000Z',
      components: [],
      writtenBy: null,
      totals: { ...totals, statements: null, partialLines: 0, ...part },
    }
  }

  test('is counted by the same formula', () => {
    const own = facts({ baselines: [baseline({ partialLines: 3 })] })
    expect(reasonsOf('drop', own, { formula: 'codecov', drop: '0' })).toMatchObject([
      { outcome: 'pass', actual: ratio(7, 10), baseline: ratio(6, 10) },
    ])
    const [sonar] = reasonsOf('drop', own, { formula: 'sonar', drop: '0' })
    expect(sonar).toMatchObject({ outcome: 'fail', actual: ratio(11, 14), baseline: ratio(13, 14) })
    expect(sonar?.message).toContain('The rate of lines and branches (sonar) moved by -14.29 points')
    expect(reasonsOf('project-line', own, { formula: 'sonar' })).toMatchObject([{ baseline: ratio(13, 14) }])
  })

  test('of a time before partial lines were kept is not compared, and the way out is said', () => {
    const own = facts({ baselines: [baseline({ partialLines: null })] })
    const [reason] = reasonsOf('drop', own, { formula: 'codecov', drop: '0.1' })
    expect(reason).toMatchObject({ outcome: 'inconclusive', actual: null })
    expect(reason?.message).toContain('The record of `abcdef0123` does not tell how many lines (codecov) were covered')
    expect(reason?.message).toContain('Run the gate on the default branch')
    expect(reasonsOf('drop', own, { formula: 'sonar' })).toMatchObject([{ baseline: ratio(13, 14) }])
  })
})

test('counts carried from a record that does not know partial lines make no number', () => {
  const totals = {
    lines: { covered: 1, total: 2 },
    branches: { covered: 1, total: 2 },
    functions: null,
    statements: null,
  }
  const files = [{ path: 'web/a.ts', totals: { ...totals, partialLines: null } }]
  const own = facts({ carried: [{ name: 'web', side: 'tested', sha: 'a', tool: null, files }] })
  const [reason] = reasonsOf('project-line', own, { formula: 'codecov', line: '50' })
  expect(reason).toMatchObject({ outcome: 'inconclusive', actual: null, formula: 'codecov' })
  expect(reason?.message).toContain('how many lines (codecov) were covered. A run of the default branch')
  expect(reasonsOf('project-line', own, { formula: 'sonar' })).toMatchObject([{ actual: ratio(13, 18) }])
  expect(outputsOf(own, { formula: 'codecov' })).toMatchObject({ 'line-rate': '', 'rate-covered': '' })
})

describe('tools that do not count the same', () => {
  const own = facts({ reports: [reportOf('go-cover'), reportOf('coverage-py-json')] })

  test('make lines of the headline, and the page says so', () => {
    const evidence = evidenceOf(own)
    const decision = decide(evidence, configOf({ formula: 'tool' }))
    expect(decision.verdict.reasons.find(({ ruleId }) => ruleId === 'project-line')).toMatchObject({
      actual: ratio(8, 10),
      wording: { counted: 'lines (tool)' },
    })
    expect(JSON.stringify(present(decision, evidence))).toContain(
      'do not count the same (lines and branches; statements), so lines are counted',
    )
  })

  test('may be one of this run and one whose counts are carried', () => {
    const totals = { lines: { covered: 1, total: 2 }, branches: null, functions: null, statements: null }
    const files = [{ path: 'web/a.go', totals: { ...totals, partialLines: 0 } }]
    const carried = { name: 'web', side: 'tested', sha: 'a', tool: 'statements', files } as const
    const mixed = facts({ reports: [reportOf('coverage-py-json')], carried: [carried] })
    expect(reasonsOf('project-line', mixed, { formula: 'tool' })).toMatchObject([{ actual: ratio(9, 12) }])
    const same = facts({
      reports: [reportOf('coverage-py-json')],
      carried: [{ ...carried, tool: 'lines-and-branches' }],
    })
    expect(reasonsOf('project-line', same, { formula: 'tool' })).toMatchObject([{ actual: ratio(12, 16) }])
  })

  test('a report without files has no say', () => {
    const reports = [reportOf('go-cover'), { ...reportOf('lcov'), fileCount: 0 }]
    expect(reasonsOf('project-line', facts({ reports }), { formula: 'tool' })).toMatchObject([{ actual: ratio(2, 3) }])
  })
})

test.each<[Formula, string]>([
  ['codecov', ': 7 of 10 lines, as 1 of the 8 that ran left something out.'],
  ['sonar', ': 11 of 14 lines and branches, which are 8 of 10 lines and 3 of 4 branches.'],
  ['tool', ': 8 of 10 lines.'],
])('the page says what the numbers of %s are made of', (formula, text) => {
  const evidence = evidenceOf(facts())
  const { sections } = present(decide(evidence, configOf({ formula })), evidence)
  const items = [[{ kind: 'code', text: formula }, text]]
  expect(sections).toContainEqual({ kind: 'list', heading: 'How it is counted', items })
})

test('nothing is said of plain lines', () => {
  const evidence = evidenceOf(facts())
  expect(JSON.stringify(present(decide(evidence, configOf()), evidence))).not.toContain('How it is counted')
})
