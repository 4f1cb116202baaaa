import { describe, expect, test } from '@jest/globals'
import type { Diff } from '@testwarden/core/model/diff'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { PassBy } from '@testwarden/core/ports/files'
import type { Ports } from '@testwarden/core/ports/ports'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { MemoryHistory } from '@testwarden/testkit/fakes/memory-history'
import { RECORD_SCHEMA } from '../src/baseline-record.js'
import type { CoverageFacts } from '../src/facts.js'
import { coverageGate } from '../src/index.js'
import { BASE_SHA, configOf, portsOf, recordOf, runOf, TESTED_SHA } from './kit.js'

const COMMITS = [
  { sha: TESTED_SHA, parents: [BASE_SHA] },
  { sha: BASE_SHA, parents: [] },
]
const CHANGE: Diff = [
  {
    oldPath: 'src/refund.py',
    newPath: 'src/refund.py',
    isBinary: false,
    hunks: [{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 10 }],
  },
]

function lcov(path: string, hits: readonly number[]): string {
  const lines = hits.map((count, index) => `DA:${index + 1},${count}`)
  return `TN:\nSF:${path}\n${lines.join('\n')}\nend_of_record\n`
}

async function collect(
  ports: Partial<Ports>,
  options: { readonly run?: RunContext; readonly inputs?: Readonly<Record<string, string>> } = {},
): Promise<Evidence<CoverageFacts>> {
  const run = options.run ?? runOf()
  const { facts, problems } = await coverageGate.collect({ config: configOf(options.inputs), run }, portsOf(ports))
  return { action: coverageGate.id, run, facts: facts ?? coverageGate.emptyFacts, problems, observations: [] }
}

const TEN_LINES = [1, 1, 1, 1, 1, 1, 1, 0, 0, 1]

describe('a pull request', () => {
  const ports = {
    files: new MemoryFiles({ 'build/lcov.info': lcov('/home/runner/work/shop/shop/src/refund.py', TEN_LINES) }),
    git: new FakeGit({ commits: COMMITS, trackedFiles: ['src/refund.py', 'README.md'], diff: CHANGE }),
  }

  test('fails where a written limit is broken, and says which lines', async () => {
    const evidence = await collect(ports)
    const decision = coverageGate.decide(evidence, configOf({ 'patch-line': '90%' }))
    expect(decision.verdict.outcome).toBe('fail')
    expect(decision.verdict.headline).toBe('New code tested: 8 of 10 lines (80.0 %) are below 90 %.')
    expect(decision.findings).toEqual([
      {
        ruleId: 'patch-line',
        level: 'error',
        title: 'Untested lines',
        message: 'No test runs lines 8-9 of this change.',
        location: { path: 'src/refund.py', startLine: 8, endLine: 9 },
        dedupKey: 'patch-line:src/refund.py:8-9',
      },
    ])
  })

  test('only warns where the limit was assumed', async () => {
    const decision = coverageGate.decide(await collect(ports), configOf())
    expect(decision.verdict.outcome).toBe('warn')
    expect(decision.findings.map(({ level }) => level)).toEqual(['warning'])
  })

  test('survives the way through JSON', async () => {
    const evidence = await collect(ports)
    const copy = JSON.parse(JSON.stringify(evidence))
    expect(copy).toEqual(evidence)
    expect(coverageGate.decide(copy, configOf())).toEqual(coverageGate.decide(evidence, configOf()))
  })

  test('has a page that starts with the untested lines', async () => {
    const evidence = await collect(ports)
    const page = coverageGate.present(
      coverageGate.decide(evidence, configOf({ 'patch-line': '90' })),
      evidence,
      configOf(),
    )
    expect(page.sections[0]).toEqual({
      kind: 'list',
      role: 'problem',
      heading: 'You added 2 untested lines',
      items: [
        [
          { kind: 'location', path: 'src/refund.py', ranges: [{ first: 8, last: 9 }] },
          ': 2 of 10 changed lines untested',
        ],
      ],
    })
  })

  test('writes outputs as numbers that are never rounded up', async () => {
    const evidence = await collect(ports)
    const decision = coverageGate.decide(evidence, configOf())
    const outputs = coverageGate.outputs.map((output) => [output.name, output.valueOf(decision, evidence)])
    expect(Object.fromEntries(outputs)).toEqual({
      components: '',
      'line-rate': '80.00',
      formula: 'lines',
      'rate-covered': '8',
      'rate-total': '10',
      'covered-lines': '8',
      'total-lines': '10',
      'branch-rate': '',
      'covered-branches': '',
      'total-branches': '',
      'patch-line-rate': '80.00',
      'covered-patch-lines': '8',
      'total-patch-lines': '10',
      'base-sha': BASE_SHA,
    })
  })

  test.each([
    'no-repository',
    null,
  ] as const)('says which folder could not be searched, once (git: %s)', async (absence) => {
    const contents = { 'build/lcov.info': lcov('src/refund.py', TEN_LINES), 'src/refund.py': '' }
    const files = Object.assign(new MemoryFiles(contents), {
      async find(pattern: string, passBy?: PassBy) {
        passBy?.({ path: 'build/root-only', reason: 'EACCES: permission denied' })
        return MemoryFiles.prototype.find.call(this, pattern)
      },
    })
    const git = absence === null ? ports.git : new FakeGit({ absence })
    const { facts, problems } = await collect({ files, git })
    expect(facts.reports.map(({ path }) => path)).toEqual(['build/lcov.info'])
    expect(problems).toEqual([])
    expect(facts.notes.filter((note) => note.includes('build/root-only'))).toHaveLength(1)
  })

  test('without the base says what to do instead of guessing', async () => {
    const git = new FakeGit({ commits: COMMITS.slice(0, 1), trackedFiles: ['src/refund.py'] })
    const evidence = await collect({ ...ports, git })
    const [reason] = coverageGate.decide(evidence, configOf({ 'patch-line': '90' })).verdict.reasons
    expect(reason).toMatchObject({ ruleId: 'patch-line', outcome: 'inconclusive' })
    expect(reason?.message).toContain('fetch-depth')
  })
})

describe('a push to the default branch', () => {
  const run = runOf({ event: 'push', base: { kind: 'history' }, isBaseline: true, pullRequest: null })
  const files = new MemoryFiles({ 'lcov.info': lcov('src/refund.py', TEN_LINES) })
  const git = new FakeGit({ commits: COMMITS, trackedFiles: ['src/refund.py'] })

  test('skips what needs a change and records a baseline', async () => {
    const decision = coverageGate.decide(await collect({ files, git }, { run }), configOf())
    expect(decision.verdict.reasons[0]).toMatchObject({ ruleId: 'patch-line', outcome: 'skipped' })
    expect(decision.changes).toEqual([
      {
        kind: 'append-history',
        key: expect.stringContaining('append-history:'),
        body: {
          schema: RECORD_SCHEMA,
          tool: 'lines',
          totals: {
            lines: { covered: 8, total: 10 },
            branches: null,
            functions: null,
            statements: null,
            partialLines: 0,
          },
          files: [['src/refund.py', 8, 10]],
        },
      },
    ])
  })

  test('is compared with the commit before it, never with itself', async () => {
    const totals = { lines: { covered: 10, total: 10 }, branches: null, functions: null, statements: null }
    const body = { schema: RECORD_SCHEMA, totals, files: [] }
    const itself = recordOf({ testedSha: TESTED_SHA, key: { ...runOf().key, run: 'same' }, body })
    const history = new MemoryHistory([itself, recordOf({ body })])
    const evidence = await collect({ files, git, history }, { run })
    expect(evidence.facts.baselines).toEqual([
      {
        kind: 'record',
        sha: BASE_SHA,
        distance: 0,
        totals: { ...totals, partialLines: 0 },
        components: [],
        time: '2026-01-01T00:00:00.000Z',
        writtenBy: null,
      },
    ])
    const reasons = coverageGate.decide(evidence, configOf({ drop: '0.5' })).verdict.reasons
    expect(reasons.find(({ ruleId }) => ruleId === 'drop')).toMatchObject({
      outcome: 'fail',
      message: 'The line rate moved by -20.00 points; a drop of at most 0.5 points is allowed.',
    })
  })

  test('is no baseline when a report could not be read', async () => {
    const broken = new MemoryFiles({ 'a.info': lcov('src/refund.py', TEN_LINES), 'b.info': '' })
    const evidence = await collect({ files: broken, git }, { run, inputs: { reports: 'a.info\nb.info' } })
    const decision = coverageGate.decide(evidence, configOf())
    expect(evidence.problems).toHaveLength(1)
    expect(decision.changes).toEqual([])
    expect(decision.verdict.outcome).toBe('inconclusive')
    const text = JSON.stringify(coverageGate.present(decision, evidence, configOf()))
    expect(text).toContain('Not recorded as a baseline: not every report could be used.')
  })

  test('does not take a history that cannot be read for an empty one', async () => {
    const history = new MemoryHistory()
    history.breakWith(new PlatformError('The history branch cannot be fetched.'))
    const evidence = await collect({ files, git, history }, { run })
    const reasons = coverageGate.decide(evidence, configOf({ drop: '1' })).verdict.reasons
    expect(reasons.find(({ ruleId }) => ruleId === 'drop')).toMatchObject({
      outcome: 'inconclusive',
      message: 'The history branch cannot be fetched.',
    })
  })
})

describe('reports', () => {
  test('of files that git does not track are refused with the rewrites that were tried', async () => {
    const files = new MemoryFiles({ 'lcov.info': lcov('/build/x/lib/a.py', [1]) + lcov('/build/x/lib/b.py', [1]) })
    const git = new FakeGit({ commits: COMMITS, trackedFiles: ['src/refund.py'] })
    const { facts, problems } = await collect({ files, git })
    expect(facts.files).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain('None of the files of this report is known here')
    expect(problems[0]?.message).toContain('build/x/lib/a.py')
    expect(problems[0]?.remedy).toContain('roots')
  })

  test('with a few generated files count for the project, not for the change, and name them', async () => {
    const content = lcov('src/refund.py', TEN_LINES) + lcov('gen/parser.py', [0, 0])
    const git = new FakeGit({ commits: COMMITS, trackedFiles: ['src/refund.py'], diff: CHANGE })
    const evidence = await collect({ files: new MemoryFiles({ 'lcov.info': content }), git })
    expect(evidence.problems).toEqual([])
    expect(evidence.facts.unmatched.map(({ written }) => written)).toEqual(['gen/parser.py'])
    const decision = coverageGate.decide(evidence, configOf())
    expect(decision.verdict.reasons.map(({ ruleId, actual }) => [ruleId, actual])).toEqual(
      expect.arrayContaining([
        ['patch-line', { numerator: 8, denominator: 10 }],
        ['project-line', { numerator: 8, denominator: 12 }],
      ]),
    )
    expect(JSON.stringify(coverageGate.present(decision, evidence, configOf()))).toContain('gen/parser.py')
  })

  test('under version control are test data as long as there are others', async () => {
    const files = new MemoryFiles({
      'fixtures/lcov.info': lcov('src/refund.py', [1]),
      'lcov.info': lcov('src/a.py', [0]),
    })
    const git = new FakeGit({ commits: COMMITS, trackedFiles: ['src/refund.py', 'src/a.py', 'fixtures/lcov.info'] })
    expect((await collect({ files, git })).facts.reports.map(({ path }) => path)).toEqual(['lcov.info'])
    const alone = new MemoryFiles({ 'fixtures/lcov.info': lcov('src/refund.py', [1]) })
    expect((await collect({ files: alone, git })).facts.reports.map(({ path }) => path)).toEqual(['fixtures/lcov.info'])
  })

  test('that are not there make no facts at all', async () => {
    const { facts, problems } = await coverageGate.collect({ config: configOf(), run: runOf() }, portsOf())
    expect({ facts, problems }).toEqual({ facts: null, problems: [] })
  })

  test('leave ignored files out of project and change', async () => {
    const content = lcov('src/refund.py', TEN_LINES) + lcov('gen/parser.py', [0, 0])
    const git = new FakeGit({ commits: COMMITS, trackedFiles: ['src/refund.py', 'gen/parser.py'], diff: CHANGE })
    const files = new MemoryFiles({ 'lcov.info': content })
    const { facts } = await collect({ files, git }, { inputs: { ignore: 'gen/**\nsrc/refund.py' } })
    expect(facts.files).toEqual([])
    expect(facts.changes).toEqual({ kind: 'known', base: BASE_SHA, files: [] })
  })
})

test('legs that each read one report decide like one run that read both', async () => {
  const contents = {
    'a.info': lcov('src/refund.py', TEN_LINES),
    'b.info': lcov('src/refund.py', [0, 0, 0, 0, 0, 0, 0, 1]),
  }
  const git = new FakeGit({ commits: COMMITS, trackedFiles: ['src/refund.py'], diff: CHANGE })
  const collectFrom = (reports: string) => collect({ files: new MemoryFiles(contents), git }, { inputs: { reports } })
  const whole = await collectFrom('missing.info\na.info\nb.info')
  const legs = [await collectFrom('b.info'), await collectFrom('missing.info'), await collectFrom('a.info')]
  const config = configOf({ 'patch-line': '95' })
  expect(coverageGate.decide(coverageGate.mergeEvidence(legs), config)).toEqual(coverageGate.decide(whole, config))
  expect(coverageGate.mergeEvidence(legs).facts.files[0]).toMatchObject({ covered: '1-8,10', missed: '9' })
})
