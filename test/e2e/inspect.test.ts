import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { runCli } from './support/run-cli.js'

const SCHEMA = JSON.parse(readFileSync(new URL('../../schema/inspect.v1.schema.json', import.meta.url), 'utf8'))
const LCOV = 'TN:\nSF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-inspect-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

function inspectJson(...args: string[]) {
  const result = runCli(folder, ['inspect', '--json', ...args])
  const inspection = JSON.parse(result.stdout)
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(SCHEMA)
  expect(validate(inspection) ? [] : validate.errors).toEqual([])
  return { ...result, inspection }
}

describe('inspect --json', () => {
  test('shows what the tool sees in a named report', () => {
    write('lcov.info', LCOV)
    const { inspection, exitCode, stderr } = inspectJson('lcov.info')
    expect(exitCode).toBe(0)
    expect(stderr).toBe('')
    expect(inspection.reports).toEqual([
      {
        path: 'lcov.info',
        kind: 'coverage',
        format: 'lcov',
        dialect: null,
        partial: false,
        totals: { lines: { covered: 1, total: 2 }, branches: null, functions: null, statements: null },
        declared: null,
        files: 1,
        warnings: expect.any(Array),
      },
    ])
    expect(inspection.merged).toEqual({
      coverage: { totals: inspection.reports[0].totals, files: 1 },
      'test-run': null,
      benchmark: null,
    })
  })

  test('reads a packed report like any other', () => {
    const report = {
      gcc_version: '12.2.0',
      files: [{ file: 'a.c', lines: [{ line_number: 1, count: 2 }], functions: [] }],
    }
    write('build/a.gcov.json.gz', gzipSync(JSON.stringify(report)))
    write('build/cut.gcov.json.gz', gzipSync(JSON.stringify(report)).subarray(0, 40))
    const { inspection, exitCode } = inspectJson('build/a.gcov.json.gz', 'build/cut.gcov.json.gz')
    expect(inspection.reports).toMatchObject([
      { path: 'build/a.gcov.json.gz', format: 'gcov-json', totals: { lines: { covered: 1, total: 1 } } },
    ])
    expect(inspection.errors).toMatchObject([
      { path: 'build/cut.gcov.json.gz', message: expect.stringMatching(/cannot unpack/) },
    ])
    expect(exitCode).toBe(2)
  })

  test('reads a Go profile, with statements as the Go tools count them', () => {
    write('cover.out', 'mode: set\nm/a.go:1.1,3.2 5 1\nm/a.go:4.1,6.2 3 0\nm/a.go:4.1,6.2 3 1\n')
    const { inspection } = inspectJson('cover.out')
    expect(inspection.reports).toMatchObject([
      { format: 'go-cover', totals: { statements: { covered: 8, total: 8 }, branches: null, functions: null } },
    ])
  })

  test('ignores what is no report in a folder, and skips .git, node_modules and links that leave it', () => {
    write('reports/b/lcov.info', LCOV)
    write('reports/a.info', LCOV.replace('a.ts', 'b.ts'))
    write('reports/readme.txt', 'nothing')
    write('reports/node_modules/x/lcov.info', LCOV)
    write('reports/.git/lcov.info', LCOV)
    const outside = mkdtempSync(join(tmpdir(), 'testwarden-outside-'))
    writeFileSync(join(outside, 'lcov.info'), LCOV)
    symlinkSync(outside, join(folder, 'reports', 'link'))
    const { inspection, exitCode } = inspectJson('reports')
    rmSync(outside, { recursive: true })
    expect(inspection.reports.map(({ path }: { path: string }) => path)).toEqual([
      'reports/a.info',
      'reports/b/lcov.info',
    ])
    expect(inspection.merged.coverage).toMatchObject({ files: 2, totals: { lines: { covered: 2, total: 4 } } })
    expect(exitCode).toBe(0)
  })

  test('prints the JSON and exits with 2 when a named file is no report or missing', () => {
    write('lcov.info', LCOV)
    write('notes.txt', 'nothing')
    const { inspection, exitCode, stderr } = inspectJson('lcov.info', 'notes.txt', 'missing.xml')
    expect(exitCode).toBe(2)
    expect(inspection.reports).toHaveLength(1)
    expect(inspection.errors.map(({ path }: { path: string }) => path)).toEqual(['missing.xml', 'notes.txt'])
    expect(stderr).toContain('missing.xml')
  })

  test('reads a named file anywhere, and as the format that was asked for', () => {
    write('report.txt', LCOV)
    const { inspection, exitCode } = inspectJson('--format', 'lcov', join(folder, 'report.txt'))
    expect(exitCode).toBe(0)
    expect(inspection.reports[0].format).toBe('lcov')
  })

  test('merges shards by file and line', () => {
    write('one.info', LCOV)
    write('two.info', LCOV.replace('DA:1,1\nDA:2,0', 'DA:1,0\nDA:2,1'))
    const { inspection } = inspectJson('one.info', 'two.info')
    expect(inspection.merged.coverage).toEqual({
      files: 1,
      totals: { lines: { covered: 2, total: 2 }, branches: null, functions: null, statements: null },
    })
  })
})

describe('inspect --json of test runs', () => {
  const fixture = (name: string) => readFileSync(new URL(`../../fixtures/test-run/${name}`, import.meta.url))

  test('shows cases by their status, suites and time, beside coverage', () => {
    write('reports/lcov.info', LCOV)
    write('reports/TestResults/run.trx', fixture('trx/basic/input.trx'))
    write('reports/nunit.xml', fixture('nunit3/basic/input.xml'))
    const { inspection, exitCode } = inspectJson('reports')
    expect(exitCode).toBe(0)
    expect(inspection.reports).toMatchObject([
      {
        path: 'reports/TestResults/run.trx',
        kind: 'test-run',
        format: 'trx',
        dialect: null,
        partial: false,
        totals: { cases: 5, passed: 2, failed: 2, errored: 0, skipped: 1, flaky: 0 },
        suites: 2,
        durationMs: 2250,
        declared: { cases: 5, failed: 2, errored: null, skipped: 1 },
      },
      { path: 'reports/lcov.info', kind: 'coverage' },
      { path: 'reports/nunit.xml', kind: 'test-run', format: 'nunit3', totals: { cases: 11 }, durationMs: 642 },
    ])
    expect(inspection.merged).toEqual({
      coverage: { files: 1, totals: inspection.reports[1].totals },
      'test-run': {
        totals: { cases: 16, passed: 7, failed: 3, errored: 2, skipped: 4, flaky: 0 },
        suites: 6,
        durationMs: 2893,
      },
      benchmark: null,
    })
  })

  test('counts a suite once that two reports have, and says so', () => {
    write('a/run.trx', fixture('trx/basic/input.trx'))
    write('b/run.trx', fixture('trx/basic/input.trx'))
    const { inspection } = inspectJson('a/run.trx', 'b/run.trx')
    expect(inspection.merged['test-run'].totals.cases).toBe(5)
    expect(inspection.reports.map(({ warnings }: { warnings: readonly unknown[] }) => warnings.length)).toEqual([0, 1])
  })

  test('counts the suites of Ant once, which writes each into a file of its own and all into one', () => {
    const cases = '<testcase classname="a.CartTest" name="adds" time="0.012"/>'
    write('out/TEST-a.CartTest.xml', `<testsuite name="a.CartTest" tests="1" time="0.02">${cases}</testsuite>`)
    const together = `<testsuite name="CartTest" package="a" id="0" tests="1" time="0.02">${cases}</testsuite>`
    write('out/TESTS-TestSuites.xml', `<testsuites>${together}</testsuites>`)
    const { inspection } = inspectJson('out')
    expect(inspection.reports).toHaveLength(2)
    expect(inspection.merged['test-run']).toMatchObject({ totals: { cases: 1 }, suites: 1, durationMs: 20 })
    expect(inspection.reports[1].warnings[0].message).toContain('counted once')
  })

  test('has room for a run that failed without a test', () => {
    write('run.trx', fixture('trx/run-aborted/input.trx'))
    const { inspection } = inspectJson('run.trx')
    expect(inspection.reports[0].totals).toMatchObject({ cases: 2, errored: 1 })
    expect(inspection.reports[0].warnings[0].message).toContain('was aborted')
  })
})

describe('inspect without --json', () => {
  test('is for people', () => {
    write('lcov.info', LCOV)
    const { stdout, exitCode } = runCli(folder, ['inspect', 'lcov.info'])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('lines      1 of 2 (50.0 %)')
  })

  test('with nothing named says what to do', () => {
    const { stderr, exitCode } = runCli(folder, ['inspect'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Name a report')
  })
})

const corpus = process.env.TESTWARDEN_CORPUS
const inCorpus = corpus === undefined ? describe.skip : describe

inCorpus('real reports of the corpus', () => {
  const index = corpus === undefined ? { entries: [] } : JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8'))
  const FORMATS = ['lcov', 'cobertura', 'nunit3', 'trx']
  const entries = index.entries.filter(({ format }: { format: string }) => FORMATS.includes(format))

  test.each(entries.map((entry: { file: string }) => [entry.file, entry]))('%s', (file, entry) => {
    const { expected, format } = entry as unknown as { expected?: Record<string, unknown>; format: string }
    const { stdout } = runCli(corpus ?? '', ['inspect', '--json', String(file)])
    const { reports } = JSON.parse(stdout)
    expect(reports[0]).toMatchObject({ path: file, format, totals: expected ?? {} })
  })
})
