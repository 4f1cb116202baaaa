import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { git } from '../../packages/testkit/src/git-remote/git.js'
import { INVOICE, stageRepository } from '../../scripts/demo-stage.mjs'
import { runCli } from './support/run-cli.js'

const SCHEMA = JSON.parse(readFileSync(new URL('../../schema/explain.v1.schema.json', import.meta.url), 'utf8'))
const FIXTURES = fileURLToPath(new URL('../../fixtures/coverage', import.meta.url))

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-explain-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** The files are tracked; what is written later is not. */
function track(files: Readonly<Record<string, string>>): void {
  write(files)
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  git(folder, ['add', '.'])
  git(folder, ['commit', '--quiet', '--message=base'])
}

function fixture(name: string): string {
  const input = readdirSync(join(FIXTURES, name)).find((file) => file.startsWith('input.')) ?? ''
  return readFileSync(join(FIXTURES, name, input), 'utf8')
}

function explainJson(...args: string[]) {
  const result = runCli(folder, ['explain', '--json', ...args])
  const explanation = JSON.parse(result.stdout)
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(SCHEMA)
  expect(validate(explanation) ? [] : validate.errors).toEqual([])
  return { ...result, explanation }
}

const LINES = 'TN:\nSF:src/a.ts\nDA:1,3\nDA:2,0\nend_of_record\n'

interface RealReport {
  readonly name: string
  readonly report: string
  readonly tracked: readonly string[]
  readonly asked: string
  readonly how: string
  readonly hits: number
  /** A record that must be told of, by kind, line of the report and text. */
  readonly record: readonly [kind: string, line: number, text: string]
}

const REAL: readonly RealReport[] = [
  {
    name: 'lcov/lcov-1-two-tests',
    report: 'lcov.info',
    tracked: ['src/report.c', 'src/ring.c', 'src/ring.h', 'tests/drain.c', 'tests/test_ring.c'],
    asked: 'src/report.c:15',
    how: 'suffix',
    hits: 0,
    record: ['line', 26, 'DA:15,0'],
  },
  {
    name: 'cobertura/coverage-py-branch',
    report: 'coverage.xml',
    tracked: ['__init__', 'credit_note', 'document', 'money', 'numbering', 'tax', 'text'].map(
      (name) => `src/invoice/${name}.py`,
    ),
    asked: 'src/invoice/tax.py:3',
    how: 'suffix',
    hits: 1,
    record: ['line', 0, '<line number="3" hits="1">'],
  },
  {
    name: 'jacoco/maven',
    report: 'jacoco.xml',
    tracked: ['src/main/java/parcels/Rate.java', 'src/main/java/parcels/Zone.java'],
    asked: 'src/main/java/parcels/Rate.java:20',
    how: 'suffix',
    hits: 1,
    record: ['branches', 1, '<line nr="20" mi="0" ci="5" mb="1" cb="3">'],
  },
  {
    name: 'istanbul/jest',
    report: 'coverage-final.json',
    tracked: ['src/backoff.js', 'src/cli.js', 'src/queue.js', 'src/worker.js'],
    asked: 'src/backoff.js:3',
    how: 'suffix',
    hits: 1,
    record: ['statement', 1, '.["/tmp/testwarden-example/javascript-queue/src/backoff.js"].s["0"] = 1'],
  },
  {
    name: 'coverage-py-json/contexts',
    report: 'coverage.json',
    tracked: ['src/invoice/tax.py'],
    asked: 'src/invoice/tax.py:7',
    how: 'exact',
    hits: 1,
    record: ['line', 1, '.files["src/invoice/tax.py"].executed_lines[2] = 7'],
  },
  {
    name: 'go-cover/basic',
    report: 'cover.out',
    tracked: ['go.mod', 'parcel.go', 'rates/discount.go', 'rates/rates.go'],
    asked: 'parcel.go:21',
    how: 'go-module',
    hits: 1,
    record: ['statement', 4, 'example.com/parcel/parcel.go:20.52,22.3 1 1'],
  },
]

describe('a real report', () => {
  test.each(REAL)('of $name shows where its number stands', ({ name, report, tracked, asked, how, hits, record }) => {
    track(Object.fromEntries(tracked.map((path) => [path, path === 'go.mod' ? 'module example.com/parcel\n' : ''])))
    write({ [report]: fixture(name) })
    const { explanation, exitCode } = explainJson('--reports', report, asked)
    expect(exitCode).toBe(0)
    const [mention] = explanation.file.mentions
    expect(explanation.file.isTracked).toBe(true)
    expect(mention).toMatchObject({ report, how, isCounted: true, line: { hits } })
    const [kind, reportLine, text] = record
    const place = reportLine === 0 ? {} : { reportLine }
    expect(mention.records).toContainEqual(expect.objectContaining({ kind, text, ...place }))
  })

  test('says which tests ran a line where it knows, and that it does not where not', () => {
    track({ 'src/invoice/tax.py': '', 'src/a.ts': '' })
    write({ 'coverage.json': fixture('coverage-py-json/contexts'), 'lcov.info': LINES })
    const told = explainJson('src/invoice/tax.py:7').explanation.file.tests
    expect(told).toEqual({ names: ['nightly'], caveat: null })
    expect(explainJson('src/a.ts:1').explanation.file.tests).toEqual({
      names: [],
      caveat: 'The report does not tell which tests ran it.',
    })
  })
})

describe('several reports', () => {
  test('are merged before the reader’s eyes, paths that need a rewrite too', () => {
    track({ 'src/a.ts': '', 'src/b.ts': '' })
    write({
      '1.info': LINES,
      '2.info': LINES.replace('src/a.ts', '/app/src/a.ts').replace('DA:1,3', 'DA:1,4').replace('DA:2,0', 'DA:2,5'),
      '3.info': LINES.replace('a.ts', 'b.ts'),
      'copy.info': LINES,
    })
    const { explanation } = explainJson('src/a.ts:1')
    const { mentions, merged } = explanation.file
    expect(mentions.map(({ report, written, how }: Record<string, unknown>) => [report, written, how])).toEqual([
      ['1.info', 'src/a.ts', 'exact'],
      ['2.info', '/app/src/a.ts', 'checkout-folder'],
    ])
    expect(mentions[1].tried).toContain('src/a.ts')
    expect(merged.line.hits).toBe(7)
    expect(merged.steps).toContain('line: hits are added, 3 + 4 = 7')
    expect(merged.totals.lines).toEqual({ covered: 2, total: 2 })
    expect(explanation.reports).toMatchObject([
      { path: '1.info', outcome: 'counted', mentionsFile: true },
      { path: '2.info', outcome: 'counted', mentionsFile: true },
      { path: '3.info', outcome: 'counted', mentionsFile: false },
      { path: 'copy.info', outcome: 'copy', copyOf: '1.info' },
    ])
  })

  test('that contradict each other are named', () => {
    track({ 'src/a.ts': '' })
    write({ '1.info': LINES, '2.info': LINES.replace('DA:2,0', 'DA:3,1') })
    const [message] = explainJson('src/a.ts').explanation.file.contradictions
    expect(message).toContain('1.info and 2.info list different lines of src/a.ts')
  })
})

describe('a file that counts nowhere', () => {
  test('names the glob that takes it', () => {
    track({ 'src/a.ts': '', '.github/testwarden.yml': 'coverage:\n  ignore:\n    - "lib/**"\n    - "src/*.ts"\n' })
    write({ 'lcov.info': LINES })
    const { explanation, exitCode } = explainJson('src/a.ts')
    expect(exitCode).toBe(0)
    expect(explanation.file).toMatchObject({
      merged: null,
      mentions: [{ isCounted: false, ignoredBy: ['src/*.ts'] }],
    })
    const { stdout } = runCli(folder, ['explain', 'src/a.ts'])
    expect(stdout).toContain('Not counted at all.')
    expect(stdout).toContain('not counted: ignored by src/*.ts')
  })

  test('is told what is like it and which reports there are, with exit code 2', () => {
    track({ 'src/a.ts': '' })
    write({ 'lcov.info': LINES, 'broken.xml': '<coverage line-rate="1"><packages><oops' })
    const { explanation, exitCode, stderr } = explainJson('src/A.tsx:3')
    expect(exitCode).toBe(2)
    expect(explanation).toMatchObject({ file: null, nearest: ['src/a.ts'], asked: { file: 'src/A.tsx', line: 3 } })
    expect(explanation.reports).toMatchObject([
      { path: 'broken.xml', outcome: 'unreadable', problem: expect.stringContaining('cut off') },
      { path: 'lcov.info', outcome: 'counted' },
    ])
    expect(stderr).toContain('no report mentions src/A.tsx')
    expect(stderr).toContain('Did you mean src/a.ts?')
  })

  test('with a number has none when no report was found', () => {
    track({ 'src/a.ts': '' })
    const { exitCode, stderr } = runCli(folder, ['explain', 'src/a.ts'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('no report was found')
  })
})

describe('the file', () => {
  test('is meant from where the user stands, from the root, absolutely, or as the report has it', () => {
    track({ 'web/src/a.ts': '', 'web/src/b.ts': '' })
    write({ 'web/lcov.info': LINES.replace('src/a.ts', '/builds/team/shop/web/src/a.ts') })
    const root = folder
    folder = join(root, 'web')
    const asked = ['src/a.ts', './src/../src/a.ts', 'web/src/a.ts', join(root, 'web/src/a.ts')]
    for (const file of [...asked, '/builds/team/shop/web/src/a.ts'])
      expect([file, explainJson(file).explanation.file?.path]).toEqual([file, 'web/src/a.ts'])
    folder = root
  })

  test('and its line are compared with the base', () => {
    stageRepository(INVOICE, folder)
    const { explanation } = explainJson('--base', 'main', 'src/invoice/credit_note.py:1')
    expect(explanation.change).toMatchObject({ kind: 'known', base: 'main' })
    expect(explanation.change.added.length).toBeGreaterThan(0)
    expect(explanation.baseline.kind).toBe('none')
  })
})

test('names that are hostile do nothing to a terminal or a job', () => {
  track({ 'src/a.ts': '' })
  const path = 'src/\u001b[31mred\u202e##[error]x.ts'
  write({ 'lcov.info': `TN:::error::x\nSF:${path}\nDA:1,1\nend_of_record\n` })
  const { stdout, exitCode } = runCli(folder, ['explain', '--all', `${path}:1`])
  expect(exitCode).toBe(0)
  expect(stdout).toContain('\\u{1b}[31mred')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing that must not be there
  expect(stdout).not.toMatch(/\u001b|\u202e|##\[|^\s*::/m)
})

test('the text begins with the number and shows the record that it comes from', () => {
  track({ 'src/a.ts': '' })
  write({ 'lcov.info': LINES })
  const { stdout, stderr } = runCli(folder, ['explain', 'src/a.ts:2'])
  expect(stderr).toBe('')
  expect(stdout.split('\n').slice(0, 2)).toEqual(['src/a.ts:2', '0 hits.'])
  expect(stdout).toContain('- line: 0 hits, lcov.info:4 DA:2,0')
  expect(stdout).toContain('No test ran it.')
})

test('one file is needed', () => {
  for (const args of [[], ['a', 'b']]) {
    const { exitCode, stderr } = runCli(folder, ['explain', ...args])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Explain needs one file')
  }
})
