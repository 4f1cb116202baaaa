import { describe, expect, test } from '@jest/globals'
import type { Decision } from '@testwarden/core/model/decision'
import type { Diff } from '@testwarden/core/model/diff'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Reason } from '@testwarden/core/model/verdict'
import { fitMarkdown } from '@testwarden/core/render/fit'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { MemoryHistory } from '@testwarden/testkit/fakes/memory-history'
import { compareWhole } from '../src/compare-whole.js'
import type { Component } from '../src/components/config-field.js'
import type { CoverageFacts } from '../src/facts.js'
import { coverageGate } from '../src/index.js'
import { projectTotals } from '../src/subject.js'
import { BASE_SHA, componentOf, configOf, portsOf, recordOf, runOf, TESTED_SHA } from './kit.js'

/** Two services and a script: the push writes a record, the pull request is compared with it. */
const TREE = { 'api/a.ts': 'a', 'api/b.ts': 'b', 'web/w.ts': 'w', 'tools/t.ts': 't' }
const API = componentOf('api', { patch: '90', project: '80', drop: '0' })
const WEB = componentOf('web', { project: '50', drop: '0' })
const PUSH = runOf({ event: 'push', base: { kind: 'history' }, isBaseline: true, testedSha: BASE_SHA })
const LIMITS = { 'patch-line': '1', line: '10', drop: '100' }

function lcov(files: Readonly<Record<string, readonly number[]>>): string {
  const sections = Object.entries(files).map(([path, hits]) => {
    const lines = hits.map((count, index) => `DA:${index + 1},${count}`)
    return `SF:${path}\n${lines.join('\n')}\nend_of_record\n`
  })
  return `TN:\n${sections.join('')}`
}

const API_REPORT = { 'api/a.ts': [1, 1, 1, 1, 0], 'api/b.ts': [1, 1, 1, 1, 1] }
const WEB_REPORT = { 'web/w.ts': [1, 1, 0, 0] }
const ALL = lcov({ ...API_REPORT, ...WEB_REPORT, 'tools/t.ts': [0, 0] })

interface Run {
  readonly reports: Readonly<Record<string, string>>
  readonly tree?: Readonly<Record<string, string>>
  readonly changed?: Readonly<Record<string, number>>
  readonly history?: MemoryHistory
  readonly components?: readonly Component[]
  readonly run?: ReturnType<typeof runOf>
  readonly ignore?: string
}

async function collect(job: Run) {
  const { tree = TREE, components = [API, WEB], run = runOf(), changed = {} } = job
  const git = new FakeGit({
    commits: [
      { sha: TESTED_SHA, parents: [BASE_SHA], files: tree },
      { sha: BASE_SHA, parents: ['0'.repeat(40)], files: TREE },
      { sha: '0'.repeat(40), parents: [] },
    ],
    trackedFiles: Object.keys(tree),
    diff: Object.entries(changed).map(([path, lines]) => changeOf(path, lines)),
  })
  const ports = portsOf({
    git,
    files: new MemoryFiles({ ...job.reports }),
    history: job.history ?? new MemoryHistory(),
  })
  return coverageGate.collect({ config: configOf({ ...LIMITS, ignore: job.ignore ?? '' }, components), run }, ports)
}

function changeOf(path: string, newCount: number): Diff[number] {
  return { oldPath: path, newPath: path, isBinary: false, hunks: [{ oldStart: 0, oldCount: 0, newStart: 1, newCount }] }
}

interface Judged {
  readonly evidence: Evidence<CoverageFacts>
  readonly decision: Decision
}

async function judge(job: Run): Promise<Judged> {
  const { facts, problems } = await collect(job)
  if (facts === null) throw new Error('nothing was read')
  const run = job.run ?? runOf()
  const evidence = { action: coverageGate.id, run, facts, problems, observations: [] }
  return { evidence, decision: coverageGate.decide(evidence, configOf(LIMITS, job.components ?? [API, WEB])) }
}

/** The history after a push whose reports say everything. */
async function recorded(report = ALL, components: readonly Component[] = [API, WEB]): Promise<MemoryHistory> {
  const { decision } = await judge({ reports: { 'a.info': report }, run: PUSH, components })
  const [change] = decision.changes
  if (change?.kind !== 'append-history') throw new Error('nothing was recorded')
  return new MemoryHistory([recordOf({ testedSha: BASE_SHA, body: JSON.parse(JSON.stringify(change.body)) })])
}

function outcomesOf({ decision }: Judged, component: string): Record<string, string> {
  const reasons = decision.verdict.reasons.filter((reason) => reason.component === component)
  return Object.fromEntries(reasons.map(({ ruleId, outcome }) => [ruleId, outcome]))
}

function reasonOf({ decision }: Judged, ruleId: string, component: string): Reason | undefined {
  return decision.verdict.reasons.find((reason) => reason.ruleId === ruleId && reason.component === component)
}

function pageText({ decision, evidence }: Judged): string {
  return JSON.stringify(coverageGate.present(decision, evidence, configOf()))
}

describe('a change of one component', () => {
  test('is judged on it, while the other is carried forward and both count for the whole', async () => {
    const tree = { ...TREE, 'api/a.ts': 'changed' }
    const job = { reports: { 'a.info': lcov(API_REPORT) }, tree, changed: { 'api/a.ts': 5 }, history: await recorded() }
    const judged = await judge(job)
    expect(outcomesOf(judged, 'api')).toEqual({ 'patch-line': 'fail', 'project-line': 'pass', drop: 'pass' })
    expect(outcomesOf(judged, 'web')).toEqual({ 'project-line': 'pass', drop: 'pass' })
    expect(projectTotals(judged.evidence.facts).lines).toEqual({ covered: 11, total: 16 })
    expect(pageText(judged)).toContain('carried forward from ')
    expect(reasonOf(judged, 'patch-line', 'api')).toMatchObject({
      title: 'new code tested (api)',
      subject: 'api',
      actual: { numerator: 4, denominator: 5 },
    })
  })

  test('makes the line that only its component asks for as loud as that', async () => {
    const judged = await judge({ reports: { 'a.info': ALL }, changed: { 'api/a.ts': 5 }, history: await recorded() })
    expect(judged.decision.findings).toMatchObject([{ level: 'error', location: { path: 'api/a.ts', startLine: 5 } }])
  })

  test('falls only with respect to its own baseline', async () => {
    const reports = { 'a.info': lcov({ ...API_REPORT, 'web/w.ts': [1, 0, 0, 0], 'tools/t.ts': [1, 1] }) }
    const judged = await judge({ reports, history: await recorded() })
    expect(outcomesOf(judged, 'web')).toEqual({ 'project-line': 'fail', drop: 'fail' })
    expect(reasonOf(judged, 'drop', 'web')).toMatchObject({
      actual: { numerator: 1, denominator: 4 },
      baseline: { numerator: 2, denominator: 4 },
    })
    expect(outcomesOf(judged, 'api').drop).toBe('pass')
  })

  test('that touches no line of a component is success there', async () => {
    const judged = await judge({ reports: { 'a.info': ALL }, changed: { 'web/w.ts': 1 }, history: await recorded() })
    expect(outcomesOf(judged, 'api')['patch-line']).toBe('skipped')
    expect(judged.decision.verdict.outcome).toBe('pass')
  })

  test('may be let through by an accept that names the component, and by no other', async () => {
    const { evidence } = await judge({ reports: { 'a.info': ALL }, changed: { 'api/a.ts': 5 } })
    const entry = { rule: 'patch-line', limit: '70', reason: 'x', author: 'y', expires: '2999-01-01' }
    const acceptFor = (subject: string | null) => ({ ...entry, subject, path: 'p', line: 1, standing: 'base' as const })
    const outcomeWith = (subject: string | null) => {
      const config = { ...configOf(LIMITS, [API, WEB]), accepts: [acceptFor(subject)] }
      const decision = coverageGate.decide(evidence, config)
      return reasonOf({ decision, evidence }, 'patch-line', 'api')?.outcome
    }
    expect([outcomeWith('api'), outcomeWith('web'), outcomeWith(null)]).toEqual(['pass', 'fail', 'fail'])
  })
})

describe('a component without a report', () => {
  const onlyApi = { 'a.info': lcov(API_REPORT) }

  test('is inconclusive and named where its files changed', async () => {
    const tree = { ...TREE, 'web/new.ts': 'x' }
    const judged = await judge({ reports: onlyApi, tree, history: await recorded() })
    expect(judged.decision.verdict.outcome).toBe('inconclusive')
    expect(outcomesOf(judged, 'web')).toEqual({ 'component-report': 'inconclusive' })
    expect(reasonOf(judged, 'component-report', 'web')?.message).toContain('any of its 2 files')
    expect(pageText(judged)).toContain('Not judged: component reported (web)')
  })

  test('is inconclusive as well where nobody can tell whether they changed', async () => {
    const { evidence } = await judge({ reports: onlyApi, history: await recorded() })
    const components = evidence.facts.components.map((component) => ({ ...component, tree: null }))
    const blind = { ...evidence, facts: { ...evidence.facts, components, carried: [] } }
    const decision = coverageGate.decide(blind, configOf(LIMITS, [API, WEB]))
    expect(reasonOf({ decision, evidence: blind }, 'component-report', 'web')?.message).toContain('nobody can tell')
  })

  test('is no baseline for later runs when it was lost on the default branch, and is one when it was carried', async () => {
    const history = await recorded()
    const run = { ...PUSH, testedSha: TESTED_SHA }
    const lost = await judge({ reports: onlyApi, tree: { ...TREE, 'web/w.ts': 'x' }, history, run })
    expect(lost.decision.changes).toEqual([])
    expect(pageText(lost)).toContain('no report mentions the component web')
    const carried = await judge({ reports: onlyApi, history, run })
    expect(carried.decision.changes).toMatchObject([
      {
        body: {
          files: [
            ['api/a.ts', 4, 5],
            ['api/b.ts', 5, 5],
            ['tools/t.ts', 0, 2],
            ['web/w.ts', 2, 4],
          ],
          components: [
            { name: '', files: '3' },
            { name: 'api', files: '1-2' },
            { name: 'web', files: '4' },
          ],
        },
      },
    ])
  })

  test('was never reported: a limit for it is inconclusive, and without one the table shows it', async () => {
    const silent = componentOf('web')
    const history = await recorded(lcov(API_REPORT), [API, silent])
    const limited = await judge({ reports: onlyApi, history })
    expect(outcomesOf(limited, 'web')).toEqual({
      'component-report': 'skipped',
      'project-line': 'inconclusive',
      drop: 'inconclusive',
    })
    const free = await judge({ reports: onlyApi, history, components: [API, silent] })
    expect(outcomesOf(free, 'web')).toEqual({ 'component-report': 'skipped' })
    expect(pageText(free)).toContain('in no report')
  })

  test('of which all are unchanged makes a run without any report a success', async () => {
    const changed = { 'README.md': 3 }
    const components = [API, WEB, componentOf('tools')]
    const history = await recorded(ALL, components)
    const judged = await judge({ reports: {}, tree: { ...TREE, 'README.md': 'x' }, changed, history, components })
    expect(judged.decision.verdict.outcome).toBe('pass')
    expect(projectTotals(judged.evidence.facts).lines).toEqual({ covered: 11, total: 16 })
    expect((await collect({ reports: {}, history: new MemoryHistory() })).facts).toBeNull()
  })

  test('is carried as well when its paths are only written in another way', async () => {
    const tree = { ...TREE, 'api/a.ts': 'changed' }
    const components = [API, { ...WEB, paths: ['web'] }]
    const judged = await judge({ reports: onlyApi, tree, history: await recorded(), components })
    expect(outcomesOf(judged, 'web')).toEqual({ 'project-line': 'pass' })
  })

  test('is carried with its part in another component that has it too', async () => {
    const everything = componentOf('everything', { paths: ['**/*.ts'], project: '60' })
    const components = [API, WEB, everything]
    const history = await recorded(ALL, components)
    const tree = { ...TREE, 'api/a.ts': 'changed' }
    const judged = await judge({ reports: onlyApi, tree, history, components })
    expect(reasonOf(judged, 'project-line', 'everything')).toMatchObject({ actual: { numerator: 11, denominator: 14 } })
  })

  test('is carried without the files that are ignored now', async () => {
    const judged = await judge({ reports: onlyApi, history: await recorded(), ignore: 'tools' })
    expect(projectTotals(judged.evidence.facts).lines).toEqual({ covered: 11, total: 14 })
  })

  test('in a working tree is carried only where nothing of it was touched', async () => {
    const run = runOf({ testedSha: null })
    const history = await recorded()
    const untouched = await judge({ reports: onlyApi, history, run, changed: { 'api/a.ts': 1 } })
    expect(outcomesOf(untouched, 'web')).toEqual({ 'project-line': 'pass', drop: 'pass' })
    const touched = await judge({ reports: onlyApi, history, run, changed: { 'web/w.ts': 1 } })
    expect(outcomesOf(touched, 'web')).toEqual({ 'component-report': 'inconclusive' })
  })
})

describe('files that no component has', () => {
  const tree = { ...TREE, 'README.md': 'x' }

  test('are carried like a component while all of them are the same', async () => {
    const judged = await judge({ reports: { 'a.info': lcov(API_REPORT) }, history: await recorded() })
    expect(outcomesOf(judged, 'everything else')).toEqual({})
    expect(projectTotals(judged.evidence.facts).lines).toEqual({ covered: 11, total: 16 })
  })

  test('are missed with a warning where one of them changed, which stops nothing', async () => {
    const judged = await judge({ reports: { 'a.info': lcov(API_REPORT) }, tree, history: await recorded() })
    expect(outcomesOf(judged, 'everything else')).toEqual({ 'component-report': 'warn' })
    expect(reasonOf(judged, 'component-report', 'everything else')?.message).toContain(
      'The whole is judged without them.',
    )
    expect(judged.decision.verdict.outcome).toBe('warn')
  })

  test('are recorded no longer on the default branch, as nobody could name them as gone', async () => {
    const run = { ...PUSH, testedSha: TESTED_SHA }
    const reports = { 'a.info': lcov({ ...API_REPORT, ...WEB_REPORT }) }
    const judged = await judge({ reports, tree, history: await recorded(), run })
    expect(judged.decision.changes).toHaveLength(1)
  })
})

describe('a change of the components themselves', () => {
  test('that leaves out a bad file is judged by the paths of the base as well, and the file is listed', async () => {
    const shrunk = { ...API, paths: ['api/b.ts'], pathsOfBase: ['api/**'] }
    const reports = { 'a.info': lcov({ ...API_REPORT, 'api/a.ts': [1, 0, 0, 0, 0], ...WEB_REPORT }) }
    const judged = await judge({
      reports,
      history: await recorded(),
      components: [shrunk, WEB],
      changed: { 'api/a.ts': 5 },
    })
    expect(outcomesOf(judged, 'api')).toEqual({ 'patch-line': 'skipped', 'project-line': 'pass' })
    expect(outcomesOf(judged, 'api, paths of the base')).toEqual({
      'patch-line': 'fail',
      'project-line': 'fail',
      drop: 'fail',
    })
    expect(pageText(judged)).toContain('Left its component by this change')
  })

  test('that takes in files of others for a better rate is judged by the paths of the base as well', async () => {
    const grown = { ...WEB, paths: ['web/**', 'api/**'], pathsOfBase: ['web/**'] }
    const reports = { 'a.info': lcov({ ...API_REPORT, 'web/w.ts': [0, 0, 0, 0] }) }
    const judged = await judge({ reports, history: await recorded(), components: [API, grown] })
    expect(outcomesOf(judged, 'web')['project-line']).toBe('pass')
    expect(outcomesOf(judged, 'web, paths of the base')['project-line']).toBe('fail')
  })

  test('that removes a component does not remove its limits', async () => {
    const removed = { ...WEB, paths: [], pathsOfBase: ['web/**'] }
    const reports = { 'a.info': lcov({ ...API_REPORT, 'web/w.ts': [0, 0, 0, 0] }) }
    const judged = await judge({ reports, history: await recorded(), components: [API, removed] })
    expect(outcomesOf(judged, 'web, paths of the base')['project-line']).toBe('fail')
  })

  test('that only writes the same paths in another way is judged once', async () => {
    const same = { ...API, paths: ['api'], pathsOfBase: ['api/**'] }
    const judged = await judge({ reports: { 'a.info': ALL }, history: await recorded(), components: [same, WEB] })
    expect(judged.evidence.facts.components.map(({ name, side }) => [name, side])).toEqual([
      ['', 'tested'],
      ['api', 'tested'],
      ['web', 'tested'],
    ])
  })

  test('that moves its files is judged where they are now', async () => {
    const moved = { ...WEB, paths: ['apps/web/**'], pathsOfBase: ['web/**'] }
    const { 'web/w.ts': _gone, ...rest } = TREE
    const tree = { ...rest, 'apps/web/w.ts': 'w' }
    const reports = { 'a.info': lcov({ ...API_REPORT, 'apps/web/w.ts': [1, 0, 0, 0] }) }
    const judged = await judge({ reports, tree, history: await recorded(), components: [API, moved] })
    expect(outcomesOf(judged, 'web')['project-line']).toBe('fail')
    expect(outcomesOf(judged, 'web, paths of the base')).toEqual({})
    expect(pageText(judged)).toContain('no file')
  })
})

test('a path that matches no file is a warning, and so is a component of none', async () => {
  const components = [{ ...API, paths: ['api/**', 'apo/**'] }, componentOf('lib')]
  const judged = await judge({ reports: { 'a.info': ALL }, components })
  expect(reasonOf(judged, 'component-paths', 'api')).toMatchObject({
    outcome: 'warn',
    message: expect.stringContaining('`apo/**` matches no file'),
  })
  expect(outcomesOf(judged, 'lib')).toEqual({ 'component-paths': 'warn' })
})

test('evidence that does not know a component of the config is inconclusive', async () => {
  const { evidence } = await judge({ reports: { 'a.info': ALL }, components: [API] })
  const decision = coverageGate.decide(evidence, configOf(LIMITS, [API, WEB]))
  expect(outcomesOf({ decision, evidence }, 'web')).toEqual({ 'component-report': 'inconclusive' })
})

test('a file of two components counts in both and once for the whole; files of none are everything else', async () => {
  const both = componentOf('a', { paths: ['api/a.ts'], project: '90' })
  const judged = await judge({ reports: { 'a.info': ALL }, components: [API, both] })
  expect(reasonOf(judged, 'project-line', 'a')).toMatchObject({ actual: { numerator: 4, denominator: 5 } })
  expect(reasonOf(judged, 'project-line', 'api')).toMatchObject({ actual: { numerator: 9, denominator: 10 } })
  expect(projectTotals(judged.evidence.facts).lines).toEqual({ covered: 11, total: 16 })
  const output = coverageGate.outputs.find(({ name }) => name === 'components')
  const { schema, components } = JSON.parse(output?.valueOf(judged.decision, judged.evidence) ?? '')
  expect(schema).toBe('testwarden.components/1')
  expect(components).toMatchObject([
    { name: 'a', outcome: 'fail', lines: { covered: 4, total: 5 }, source: { kind: 'reports' } },
    { name: 'api', outcome: 'inconclusive', baseline: null },
    { name: null, lines: { covered: 2, total: 6 } },
  ])
})

test('the table has the worst component first and the rest last', async () => {
  const judged = await judge({
    reports: { 'a.info': lcov({ ...API_REPORT, 'web/w.ts': [0] }) },
    history: await recorded(),
  })
  const { sections } = coverageGate.present(judged.decision, judged.evidence, configOf())
  const table = sections.find((section) => section.kind === 'table' && section.heading === 'Components')
  expect(table?.kind === 'table' && table.rows.map(([name]) => name)).toEqual(['web', 'api', 'everything else'])
})

test('a hundred components fit into a comment, the worst before the others', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `part-${String(index).padStart(3, '0')}`)
  const tree = Object.fromEntries(names.map((name) => [`${name}/a.ts`, name]))
  const reports = { 'a.info': lcov(Object.fromEntries(names.map((name, index) => [`${name}/a.ts`, [1, index % 2]]))) }
  const components = names.map((name) => componentOf(name, { project: '80', drop: '1' }))
  const judged = await judge({ reports, tree, components })
  const size = { limit: 5000, measure: (text: string) => text.length }
  const { sections } = coverageGate.present(judged.decision, judged.evidence, configOf())
  const { markdown, droppedRows } = fitMarkdown(sections, { blobs: null, size })
  expect(markdown.length).toBeLessThanOrEqual(5000)
  expect(droppedRows).toBeGreaterThan(0)
  expect(markdown).toContain('| part-000 | ❌ fail |')
  expect(markdown).not.toContain('| part-099 |')
})

test('of all legs together the counts of the whole are carried, wherever a component counts', async () => {
  const everything = componentOf('everything', { paths: ['**/*.ts'] })
  const components = [API, WEB, everything]
  const history = await recorded(ALL, components)
  const { evidence } = await judge({ reports: { 'a.info': lcov(API_REPORT) }, history, components })
  // A leg knows its own past only; what it carried is of no use to the whole.
  const ofLegs = evidence.facts.components.map((component) => ({
    ...component,
    members: component.members.filter((path) => path.startsWith('api')),
  }))
  const merged = { ...evidence, facts: { ...evidence.facts, components: ofLegs, carried: [] } }
  const { facts } = await compareWhole(merged, { history })
  expect(projectTotals(facts).lines).toEqual({ covered: 11, total: 14 })
  expect(facts.components.find(({ name }) => name === 'everything')?.members).toContain('web/w.ts')
})
