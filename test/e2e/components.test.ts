import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { nodes } from './support/bundled-action.js'
import type { ExampleProject } from './support/example-project.js'
import { publish, runLeg, writePolicy } from './support/publishing.js'
import { createScenario, type JobResult, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'

/**
 * Two services and a tool in one repository. The base reports all of it and writes a record; the change is of the api
 * alone, so its workflow tests the api alone.
 */
const CONFIG = '.github/testwarden.yml'
const STORE = '.testwarden/history'
const POLICY = `coverage:
  patch:
    line: 10
  components:
    api:
      paths: services/api/**
      project: 80
      patch: {line: 90, min-lines: 1}
      drop: 0
    web:
      paths: [services/web/**]
      project: 50
      drop: 0
history: dir:${STORE}
`
const LINES = 'one\ntwo\nthree\nfour\nfive\n'
const PROJECT: ExampleProject = {
  base: {
    [CONFIG]: POLICY,
    'services/api/main.py': LINES,
    'services/api/util.py': LINES,
    'services/web/app.ts': LINES,
    'tools/build.sh': LINES,
  },
  change: { 'services/api/main.py': `${LINES}six\n` },
  reports: {
    base: lcov({
      'services/api/main.py': [1, 1, 1, 1, 1],
      'services/api/util.py': [1, 1, 1, 1, 0],
      'services/web/app.ts': [1, 1, 1, 0, 0],
      'tools/build.sh': [0, 0, 0, 0, 0],
    }),
    change: lcov({ 'services/api/main.py': [1, 1, 1, 1, 1, 1], 'services/api/util.py': [1, 1, 1, 1, 0] }),
  },
}
const UNTESTED = lcov({ 'services/api/main.py': [1, 1, 1, 1, 1, 0], 'services/api/util.py': [1, 1, 1, 1, 0] })

function lcov(files: Readonly<Record<string, readonly number[]>>): string {
  const sections = Object.entries(files).map(([path, hits]) => {
    const lines = hits.map((count, index) => `DA:${index + 1},${count}`)
    return `SF:${path}\n${lines.join('\n')}\nend_of_record\n`
  })
  return `TN:\n${sections.join('')}`
}

let scenario: Scenario

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

interface World {
  readonly baseFiles?: Readonly<Record<string, string>>
  readonly changeFiles?: Readonly<Record<string, string | null>>
}

async function start({ baseFiles = {}, changeFiles = {} }: World = {}): Promise<void> {
  scenario = await createScenario({ project: PROJECT, baseFiles, changeFiles })
}

/** The push that writes the record, and the store as a cache would carry it to the next job. */
async function pushBase(report = PROJECT.reports.base): Promise<Readonly<Record<string, string>>> {
  const result = await scenario.run({
    event: pushEvent(scenario.base),
    checkout: { ref: 'refs/heads/main' },
    written: { 'lcov.info': report },
  })
  const store = join(result.workspace, STORE)
  const entries = readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [STORE + path.slice(store.length), readFileSync(path, 'utf8')]))
}

interface PullRequest {
  readonly report?: string | null
  readonly nodePath?: string
  readonly labels?: readonly string[]
}

/** The pull request's job after a push of the base. */
async function pull({ report = PROJECT.reports.change, nodePath, labels = [] }: PullRequest = {}): Promise<JobResult> {
  const store = await pushBase()
  return scenario.run({
    event: pullRequestEvent(scenario, labels),
    github: { sha: scenario.merge },
    checkout: { ref: 'refs/pull/7/merge', depth: 1 },
    written: { ...store, ...(report === null ? {} : { 'lcov.info': report }) },
    ...(nodePath === undefined ? {} : { nodePath }),
  })
}

/** Rows of the table of components by their names. */
function rowsOf({ summary }: JobResult): Readonly<Record<string, string>> {
  const table = summary?.split('| component |')[1]?.split('\n\n')[0] ?? ''
  const rows = table.split('\n').filter((line) => line.startsWith('|'))
  return Object.fromEntries(rows.map((row) => [row.split('|')[1]?.trim() ?? '', row]))
}

describe.each(nodes())('a change of one component on $name', ({ path: nodePath }) => {
  beforeEach(() => start())

  test('passes on what it changed, with the rest carried forward from the base', async () => {
    const result = await pull({ nodePath })
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('outcome')).not.toBe('fail')
    const rows = rowsOf(result)
    expect(rows.api).toContain('✅ pass | 10 of 11 (90.9 %) | 1 of 1 (100 %) | +0.91 points | this run |')
    expect(rows.web).toContain('✅ pass | 3 of 5 (60.0 %)')
    expect(rows.web).toContain(`carried forward from \`${scenario.base.slice(0, 10)}\``)
    expect(rows['everything else']).toBeDefined()
    const { schema, components } = JSON.parse(result.outputs.get('components') ?? '')
    expect(schema).toBe('testwarden.components/1')
    expect(components).toContainEqual(
      expect.objectContaining({ name: 'web', source: { kind: 'carried', sha: scenario.base } }),
    )
  })

  test('fails where its own limit is broken, which the whole would let pass', async () => {
    const result = await pull({ nodePath, report: UNTESTED })
    expect(result.exitCode).toBe(1)
    expect(result.summary).toContain('| new code tested (api) | ❌ fail | 0 of 1 lines (0 %) | at least 90 % |')
    expect(Object.keys(rowsOf(result))[1]).toBe('api')
    expect(result.annotations).toMatchObject([{ level: 'error', file: 'services/api/main.py', line: 6 }])
  })
})

describe('a component without a report', () => {
  test('is named and inconclusive where its files changed', async () => {
    await start({ changeFiles: { 'services/web/app.ts': `${LINES}six\n` } })
    const result = await pull()
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.summary).toContain('| component reported (web) |')
    expect(result.summary).toContain('as they changed, these cannot be carried forward')
  })

  test('is success where nothing that is covered changed and nothing was reported at all', async () => {
    await start({ changeFiles: { 'services/api/main.py': LINES, 'README.md': 'New words.\n' } })
    const result = await pull({ report: null })
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('outcome')).not.toBe('inconclusive')
    expect(Object.values(rowsOf(result)).filter((row) => row.includes('carried forward'))).toHaveLength(2)
  })

  test('on the default branch makes no baseline', async () => {
    await start()
    const store = await pushBase()
    const tip = scenario.remote.commit({ parents: [scenario.base], files: { 'services/web/app.ts': 'new\n' } })
    scenario.remote.setRef('refs/heads/main', tip)
    const result = await scenario.run({
      event: pushEvent(tip),
      checkout: { ref: 'refs/heads/main' },
      written: { ...store, 'lcov.info': PROJECT.reports.change },
    })
    expect(result.summary).toContain('Not recorded as a baseline: no report mentions the component web, which changed.')
  })
})

describe('a change that lowers its own gate', () => {
  const without = (paths: string) => POLICY.replace('services/api/**', paths)

  test.each([
    ['shrinks the globs of its component', without('services/api/util.py')],
    ['names files that do not exist', without('services/gone/**')],
    ['ends with another component of the name', without('tools/**')],
    ['takes the component out', POLICY.replace(/ {4}api:[\s\S]*?drop: 0\n/, '')],
    ['calls it otherwise', POLICY.replace('    api:', '    API:')],
    ['lowers the limits', POLICY.replace('line: 90', 'line: 0')],
    ['takes all components out', POLICY.replace(/ {2}components:[\s\S]*(?=^history)/m, '')],
    [
      'ignores the bad file',
      POLICY.replace('  patch:\n    line: 10', '  ignore: services/api/main.py\n  patch:\n    line: 10'),
    ],
  ])('fails when it %s, and that is said first', async (_, config) => {
    await start({ changeFiles: { [CONFIG]: config } })
    const result = await pull({ report: UNTESTED })
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(result.summary).toMatch(/new code tested \(api(, paths of the base)?\) \| ❌ fail/)
    expect(result.summary?.split('| gate |')[0]).toContain('This change alters')
  })

  test('has the files that left a component listed', async () => {
    await start({ changeFiles: { [CONFIG]: without('services/api/util.py') } })
    const result = await pull({ report: UNTESTED })
    expect(result.summary).toMatch(/Left its component by this change\s+- api: .*services\/api\/main\.py/)
  })

  test('is refused with its place where a component has a typo', async () => {
    await start({ changeFiles: { [CONFIG]: POLICY.replace('min-lines', 'minlines') } })
    const result = await pull()
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain(`${CONFIG}:`)
    expect(result.summary).toContain('Did you mean')
  })
})

test('an accept of the base that names the component lets it through', async () => {
  const accepts = `- rule: patch-line
  subject: api
  limit: 0
  reason: Its tests follow.
  author: Ada
  expires: 2999-12-31
`
  const policy = POLICY.replace('drop: 0', 'drop: 50')
  await start({ baseFiles: { [CONFIG]: policy, '.github/testwarden/accepted.yml': accepts } })
  const result = await pull({ report: UNTESTED })
  expect(result.exitCode).toBe(0)
  expect(result.summary).toContain('Its tests follow.')
})

test('legs that test one component each are judged as one whole', async () => {
  await start()
  writePolicy(scenario, POLICY)
  const reports = {
    api: PROJECT.reports.change,
    web: lcov({ 'services/web/app.ts': [1, 0, 0, 0, 0] }),
  }
  for (const [node, report] of Object.entries(reports))
    await runLeg(scenario, { node, written: { 'lcov.info': report } })
  const result = await publish(scenario)
  expect(result.exitCode).toBe(1)
  expect(result.summary).toContain('| project coverage (web) | ❌ fail | 1 of 5 lines (20.0 %) | at least 50 % |')
  expect(rowsOf(result).api).toContain('10 of 11 (90.9 %)')
})
