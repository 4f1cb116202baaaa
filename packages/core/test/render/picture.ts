import type { RunContext } from '../../src/model/evidence.js'
import type { Finding } from '../../src/model/finding.js'
import type { Inline, Section } from '../../src/model/page.js'
import type { Reason, Verdict } from '../../src/model/verdict.js'
import type { PublishedGate } from '../../src/render/published-gate.js'
import type { StepInput } from '../../src/render/step-page.js'

/** A pull request with three problems in three gates, as goldens and screenshots show it. */
export const RUN: RunContext = {
  key: {
    action: 'gates',
    workflow: 'ci',
    job: 'test',
    matrix: '{}',
    step: 'testwarden',
    checkRun: '',
    run: '4711',
    attempt: 1,
  },
  event: 'pull_request',
  repository: 'acme/shop',
  serverUrl: 'https://github.example',
  branch: 'refund-rounding',
  pullRequest: 88,
  testedSha: '77aa0c1d2e3f405162738495a6b7c8d9e0f10213',
  headSha: '9e02d17000000000000000000000000000000000',
  base: { kind: 'commit', sha: '1f3c9ab000000000000000000000000000000000', origin: 'first-parent' },
  isBaseline: false,
  now: '2026-11-21T09:00:00Z',
  machine: { cpu: 'AMD EPYC 7763', cores: 4, memoryMiB: 16_384, image: 'ubuntu24' },
}

export function reason(over: Partial<Reason>): Reason {
  return {
    ruleId: 'patch-line-rate',
    title: 'new code tested',
    outcome: 'pass',
    message: '',
    actual: null,
    limit: null,
    limitOrigin: 'written',
    unit: 'percent',
    baseline: null,
    ...over,
  }
}

export function gate(over: {
  readonly gate?: string
  readonly title?: string
  readonly verdict: Verdict
  readonly sections?: readonly Section[]
  readonly findings?: readonly Finding[]
}): PublishedGate {
  return {
    page: { gate: over.gate ?? 'coverage', title: over.title ?? 'Coverage', sections: over.sections ?? [] },
    decision: { verdict: over.verdict, findings: over.findings ?? [], changes: [] },
  }
}

export function code(text: string): Inline {
  return { kind: 'code', text }
}

const coverage = gate({
  verdict: {
    outcome: 'fail',
    headline: '3 of 20 new lines are untested.',
    reasons: [
      reason({
        outcome: 'fail',
        actual: { numerator: 17, denominator: 20 },
        limit: '90',
        wording: { counted: 'lines' },
      }),
      reason({
        ruleId: 'project-drop',
        title: 'project coverage',
        actual: { numerator: 8412, denominator: 9930 },
        baseline: { numerator: 8395, denominator: 9910 },
        limit: '0.1',
        unit: 'points',
      }),
    ],
  },
  sections: [
    {
      kind: 'text',
      role: 'problem',
      heading: 'You added 3 untested lines',
      text: [
        {
          kind: 'location',
          path: 'src/billing/refund.py',
          ranges: [
            { first: 88, last: 89 },
            { first: 97, last: 97 },
          ],
        },
        ': nothing runs the branch ',
        code('if currency is None'),
        '.',
      ],
    },
    {
      kind: 'text',
      role: 'problem',
      text: ['Not held against you: 14 lines moved from ', code('legacy.py'), ', untested before.'],
    },
  ],
  findings: [
    {
      ruleId: 'patch-line-rate',
      level: 'error',
      title: 'Untested new lines',
      message: 'No test runs lines 88 to 89.',
      location: { path: 'src/billing/refund.py', startLine: 88, endLine: 89 },
      dedupKey: 'patch:src/billing/refund.py:88',
    },
    {
      ruleId: 'patch-line-rate',
      level: 'error',
      title: 'Untested new line',
      message: 'No test runs line 97.',
      location: { path: 'src/billing/refund.py', startLine: 97, endLine: 97 },
      dedupKey: 'patch:src/billing/refund.py:97',
    },
  ],
})

const tests = gate({
  gate: 'flaky',
  title: 'Tests',
  verdict: {
    outcome: 'fail',
    headline: 'One failure is new.',
    reasons: [
      reason({
        ruleId: 'new-failures',
        title: 'tests',
        outcome: 'fail',
        actual: 1,
        limit: '0',
        unit: 'count',
        baseline: 0,
        wording: {
          actual: '1 new failure, 1 excused flake; 1,204 of 1,204 reported',
          limit: 'no new failure',
        },
      }),
    ],
  },
  sections: [
    {
      kind: 'text',
      role: 'problem',
      heading: [code('test_refund_rounds_half_up'), ' fails because of this change'],
      text: [
        'Failed 3 of 3 attempts here, passed its last 412 runs on ',
        code('main'),
        ': a new failure, not a flake. ',
        { kind: 'location', path: 'tests/test_refund.py', ranges: [{ first: 41, last: 41 }] },
        ' ',
        code('expected 10.05, got 10.04'),
        '; the trace passes your change at ',
        code('refund.py:80'),
        '. Owner ',
        code('acme/payments'),
        '.',
      ],
    },
    {
      kind: 'text',
      role: 'problem',
      text: ['Rerun: ', code('pytest "tests/test_refund.py::test_refund_rounds_half_up"')],
    },
    {
      kind: 'details',
      summary: 'Excused: 1 flake',
      sections: [
        {
          kind: 'text',
          text: [
            code('test_webhook_retry'),
            ' failed once, passed on attempt 2. On ',
            code('main'),
            ' it did both on the same commit 7 times in 200 runs. Quarantined until 2026-12-05, owner ',
            code('acme/platform'),
            ', ',
            { kind: 'link', text: 'issue 471', url: 'https://github.example/acme/shop/issues/471' },
            '.',
          ],
        },
      ],
    },
  ],
  findings: [
    {
      ruleId: 'new-failures',
      level: 'error',
      title: 'test_refund_rounds_half_up fails because of this change',
      message: 'expected 10.05, got 10.04',
      location: { path: 'tests/test_refund.py', startLine: 41, endLine: 41 },
      dedupKey: 'failure:test_refund_rounds_half_up',
    },
  ],
})

const speed = gate({
  gate: 'perf',
  title: 'Speed',
  verdict: {
    outcome: 'fail',
    headline: 'One benchmark is slower.',
    reasons: [
      reason({
        ruleId: 'slower',
        title: 'speed',
        outcome: 'fail',
        actual: 1,
        limit: '5',
        unit: 'count',
        wording: {
          actual: '1 slower, 1 faster, 22 unchanged, 1 inconclusive',
          limit: 'at most 5 % slower',
          baseline: 'same machine, 12 pairs',
        },
      }),
    ],
  },
  sections: [
    {
      kind: 'text',
      role: 'problem',
      heading: [code('parse_invoice[10k]'), ' is 18 % slower'],
      text: '41.2 ms → 48.6 ms, 95 % interval +15 % to +21 %, 12 interleaved pairs. Smallest slowdown this gate can see here: 6 %.',
    },
    {
      kind: 'text',
      role: 'problem',
      text: [
        'Intended? ',
        code('npx testwarden@1.4.2 accept perf "parse_invoice[10k]"'),
        ', then ask a maintainer for the label ',
        code('testwarden-accepted'),
        '.',
      ],
    },
    {
      kind: 'details',
      summary: 'For information: benchmarks, slow tests',
      sections: [
        {
          kind: 'table',
          columns: [
            { title: 'benchmark', align: 'left' },
            { title: 'change', align: 'right' },
            { title: 'interval', align: 'right' },
          ],
          rows: [
            [code('export_csv'), '-7 %', '-10 % to -4 %'],
            [code('export_pdf'), 'inconclusive', 'about 20 more pairs would decide'],
          ],
        },
        {
          kind: 'list',
          heading: 'Over 5 s',
          items: [
            [code('test_full_import'), ' 9.1 s'],
            [code('test_reindex'), ' 6.4 s'],
          ],
        },
        {
          kind: 'chart',
          heading: 'parse_invoice[10k] on main',
          unit: 'ms',
          points: [41.9, 41.6, 41.8, 41.3, 42.4, 41.2, 41.1, 41.2].map((value, index) => ({
            label: `2026-11-${13 + index}`,
            value,
          })),
        },
      ],
    },
  ],
})

export const PICTURE: StepInput = {
  gates: [coverage, tests, speed],
  run: RUN,
  toolVersion: '1.4.2',
  headDiff: null,
  redactions: [],
  policy: [
    'Policy from ',
    code('main'),
    ' at ',
    code('1f3c9ab'),
    ' · tested: merge of ',
    code('9e02d17'),
    ' · false alarms promised: 1 in 200 runs',
  ],
  localCommand: 'npx testwarden@1.4.2 check --base main',
}

/** The first pull request of somebody who configured nothing. */
export const FIRST_USE: StepInput = {
  ...PICTURE,
  gates: [
    gate({
      verdict: {
        outcome: 'warn',
        headline: '15 of 20 new lines are tested.',
        reasons: [
          reason({
            outcome: 'warn',
            actual: { numerator: 15, denominator: 20 },
            limit: '90',
            limitOrigin: 'assumed',
            wording: { counted: 'lines' },
          }),
          reason({
            ruleId: 'project-line-rate',
            title: 'lines of the project',
            outcome: 'warn',
            actual: { numerator: 84_996, denominator: 106_250 },
            limit: '80',
            limitOrigin: 'assumed',
          }),
          reason({
            ruleId: 'project-drop',
            title: 'project coverage',
            outcome: 'skipped',
            limit: '0.1',
            limitOrigin: 'assumed',
            unit: 'points',
            wording: { baseline: 'no baseline yet' },
          }),
        ],
      },
      sections: [
        {
          kind: 'table',
          role: 'problem',
          heading: 'Files with untested new lines',
          columns: [
            { title: 'file', align: 'left' },
            { title: 'untested', align: 'right' },
          ],
          rows: [
            [{ kind: 'location', path: 'src/app/[id]/page.tsx', ranges: [{ first: 3, last: 6 }] }, '4 of 9'],
            [{ kind: 'location', path: 'src/cart|total.ts', ranges: [{ first: 12, last: 12 }] }, '1 of 11'],
          ],
        },
      ],
    }),
  ],
}
