import type { ChangePointsFile } from '../../src/files/changepoints-file.js'
import type { ComparisonFile } from '../../src/files/compare-file.js'
import type { EvidenceFile } from '../../src/files/evidence-file.js'
import type { Inspection } from '../../src/files/inspect-file.js'
import type { SettingsFile } from '../../src/files/settings-file.js'
import type { VerdictFile } from '../../src/files/verdict-file.js'
import type { RunContext } from '../../src/model/evidence.js'
import type { HistoryRecord } from '../../src/model/history-record.js'
import { COMMENT, ENDED, OF_GITHUB } from './github-samples.js'

/** One value of each published file, with every optional field and every kind of union member in it. */

export const RUN: RunContext = {
  key: {
    action: 'coverage-gate',
    workflow: 'ci.yml',
    job: 'test',
    matrix: '{"os":"linux"}',
    step: '__run',
    checkRun: '',
    run: '77',
    attempt: 1,
  },
  event: 'pull_request',
  repository: 'owner/name',
  serverUrl: 'https://github.com',
  branch: 'main',
  pullRequest: 12,
  testedSha: 'a'.repeat(40),
  testedTree: 'd'.repeat(40),
  testedParent: null,
  headSha: 'b'.repeat(64),
  base: { kind: 'commit', sha: 'c'.repeat(40), origin: 'first-parent' },
  isBaseline: false,
  now: '2026-03-01T12:00:00.123Z',
  machine: { cpu: 'x', cores: 4, memoryMiB: 15_993.5, image: 'ubuntu-24.04' },
}

export const VERDICT: VerdictFile = {
  schema: 'testwarden.verdict/1',
  toolVersion: '0.1.0',
  run: RUN,
  outcome: 'fail',
  exitCode: 2,
  gates: [
    {
      gate: 'coverage',
      action: 'coverage-gate',
      outcome: 'fail',
      headline: 'New code is tested at 50 %, below 90 %.',
      reasons: [
        {
          ruleId: 'patch-line',
          title: 'new code tested',
          outcome: 'fail',
          message: '1 of 2 changed lines',
          actual: { numerator: 1, denominator: 2 },
          limit: '90.5',
          limitOrigin: 'written',
          unit: 'percent',
          baseline: -3,
          wording: { counted: 'lines', actual: 'a', limit: 'b', baseline: 'c' },
          subject: 'src/a/**',
          accepted: {
            instead: '90',
            reason: 'a slow removal',
            author: 'Ada',
            expires: '2026-12-31',
            standing: 'labelled',
            path: '.github/testwarden/accepted.yml',
            line: 3,
          },
        },
      ],
      findings: [
        {
          ruleId: 'patch-line',
          level: 'warning',
          title: 'not tested',
          message: 'line 3 is not tested',
          location: { path: 'src/a.ts', startLine: 3, endLine: 3 },
          dedupKey: 'patch-line:src/a.ts:3',
          flakyTest: 'tests/a.test.ts: removes',
        },
      ],
      receipts: [
        { key: 'a', status: 'done', id: 7, lacks: ['The label "x" is left out.'] },
        { key: 'b', status: 'planned', description: 'would write' },
        { key: 'c', status: 'refused', message: 'no', permission: 'contents: write' },
        { key: 'd', status: 'failed', message: 'reset', retryable: true },
      ],
      problems: [],
    },
  ],
  problems: [{ kind: 'report', message: 'is empty', path: 'lcov.info', line: 1, remedy: 'run the tests first' }],
  receipts: [{ key: 'comment', status: 'done', id: 12 }],
  apiCalls: { 'GET /issues/{issue_number}/comments': 1 },
}

export const EVIDENCE: EvidenceFile = {
  schema: 'testwarden.evidence/1',
  action: 'coverage-gate',
  run: {
    ...RUN,
    base: { kind: 'unknown', reason: 'shallow', remedy: 'fetch-depth: 0' },
    baseBranch: 'main',
    ended: ENDED,
    comment: COMMENT,
  },
  facts: { files: [{ path: 'src/a.ts', lines: [[1, 3]] }], nothing: null },
  problems: VERDICT.problems,
  observations: [
    { requestId: 'a', result: { kind: 'command', exitCode: null, stdout: '', durationMs: 1.5 } },
    {
      requestId: 'measured',
      result: {
        kind: 'command',
        exitCode: 0,
        stdout: '',
        durationMs: 20,
        isTruncated: true,
        hasLeftovers: true,
        cpuMs: 12,
        lacks: ['Submodules are left empty: vendor.'],
      },
    },
    { requestId: 'kernel', result: { kind: 'kernel', wallNs: 15_000_000, cpuNs: 15_100_000, durationMs: 130.5 } },
    { requestId: 'b', result: { kind: 'file', content: null } },
    { requestId: 'environment', result: { kind: 'environment', values: { RUNNER_NAME: 'ubuntu-1' } } },
    { requestId: 'c', result: { kind: 'failed', message: 'gone' } },
    ...OF_GITHUB.map((result, index) => ({ requestId: `github-${index}`, result })),
  ],
  judged: [
    {
      gate: 'tests',
      title: 'Tests',
      outcome: 'fail',
      broken: [{ ruleId: 'failing-tests', title: 'tests', message: '1 test fails.' }],
      flakyTests: ['tests/a.test.ts: removes'],
    },
    { gate: 'coverage', title: 'Coverage', outcome: 'pass', broken: [], flakyTests: [] },
  ],
}

const TOTALS = {
  lines: { covered: 1, total: 2 },
  branches: null,
  functions: { covered: 0, total: 0 },
  statements: null,
}

const TEST_TOTALS = { cases: 5, passed: 3, failed: 1, errored: 0, skipped: 1, flaky: 1 }

export const INSPECTION: Inspection = {
  schema: 'testwarden.inspect/1',
  reports: [
    {
      path: 'coverage/lcov.info',
      kind: 'coverage',
      format: 'lcov',
      dialect: null,
      partial: true,
      totals: TOTALS,
      declared: TOTALS,
      files: 1,
      warnings: [{ message: 'ends early', line: 9 }],
    },
    {
      path: 'reports/junit.xml',
      kind: 'test-run',
      format: 'junit',
      dialect: 'pytest',
      partial: false,
      totals: TEST_TOTALS,
      declared: { cases: 5, failed: 1, errored: null, skipped: 1 },
      suites: 2,
      durationMs: 1234,
      warnings: [],
    },
  ],
  merged: {
    coverage: { totals: TOTALS, files: 1 },
    'test-run': { totals: TEST_TOTALS, suites: 2, durationMs: 1234 },
    benchmark: null,
  },
  errors: [{ path: 'no.xml', message: 'is empty', line: null }],
}

export const RECORD: HistoryRecord = {
  schema: 'testwarden.record/1',
  key: RUN.key,
  testedSha: 'a'.repeat(40),
  tree: 'd'.repeat(40),
  branch: 'main',
  event: 'push',
  trust: 'default-branch',
  time: '2026-03-01T12:00:00Z',
  machine: RUN.machine,
  body: { totals: TOTALS },
  parent: null,
  pullRequest: 12,
  baseSha: 'c'.repeat(40),
  version: '0.1.0',
  provides: ['e'.repeat(32)],
  needs: ['f'.repeat(64)],
}

export const SETTINGS: SettingsFile = {
  schema: 'testwarden.settings/1',
  base: 'a'.repeat(40),
  settings: [
    { key: 'coverage.mode', value: 'enforce', role: 'policy', origin: { kind: 'assumed' } },
    {
      key: 'coverage.patch.line',
      value: '90',
      role: 'policy',
      origin: { kind: 'file', path: 'testwarden.yml', line: 3, at: 'a'.repeat(40) },
    },
    { key: 'coverage.reports', value: [], role: 'structure', origin: { kind: 'input', name: 'reports' } },
  ],
}

export const CHANGE_POINTS: ChangePointsFile = {
  schema: 'testwarden.changepoints/1',
  changePoints: [{ index: 10, pValue: 1e-20, magnitude: 0.25, meanBefore: 4, meanAfter: -5.5 }],
}

export const COMPARISON: ComparisonFile = {
  schema: 'testwarden.compare/1',
  alpha: 0.05,
  confidence: 0.95,
  base: { pattern: 'old.txt', reports: [{ path: 'old.txt', format: 'go-bench' }], failed: [] },
  head: { pattern: 'new', reports: [], failed: [{ name: 'BenchmarkLost', message: 'It failed.' }] },
  tables: [
    {
      metric: 'time',
      unit: 'ns',
      direction: 'lower',
      rows: [
        {
          name: 'BenchmarkFib',
          base: { median: 12.5, low: 12, high: 13.5, count: 10, of: 'processes' },
          head: { median: 15, low: null, high: null, count: 2, of: 'iterations' },
          ratio: 1.2,
          pValue: 0.03,
          change: 'worse',
          remarks: ['one-process', 'no-interval'],
        },
        { name: 'BenchmarkNew', base: null, head: null, ratio: null, pValue: null, change: 'unknown', remarks: [] },
      ],
      geometricMean: { base: 12.5, head: null, ratio: null, benchmarks: 2 },
    },
    { metric: 'widgets', unit: 'widgets', direction: 'unknown', rows: [], geometricMean: null },
  ],
  tests: { made: 1, different: 1, byChance: 0.05 },
  notes: ['new/a.txt: it is cut off at its end'],
}
