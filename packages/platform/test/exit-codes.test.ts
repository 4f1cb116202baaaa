import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Problem } from '@testwarden/core/model/errors'
import { OUTCOMES, type Outcome } from '@testwarden/core/model/outcome'
import type { AnyAction } from '../src/judge-gates.js'
import { runStep } from '../src/run-action.js'
import { soleGate } from '../src/suite.js'
import { askingAction } from './support/asking-action.js'
import { fakeHost } from './support/fake-host.js'
import { recordingLog } from './support/recording-log.js'

const MODES = ['enforce', 'advise', 'collect'] as const
const ON_INCONCLUSIVE = ['inconclusive', 'pass', 'warn', 'fail'] as const
const ON_REPORT_ERROR = ['error', 'warn'] as const
const UNREADABLE: Problem = { kind: 'report', message: 'Cut off.', path: 'a.xml', line: 1, remedy: null }

const cases = MODES.flatMap((mode) =>
  ON_INCONCLUSIVE.flatMap((onInconclusive) =>
    ON_REPORT_ERROR.flatMap((onReportError) =>
      OUTCOMES.flatMap((outcome) =>
        [[], [UNREADABLE]].map((problems) => ({ mode, onInconclusive, onReportError, outcome, problems })),
      ),
    ),
  ),
)
type Case = (typeof cases)[number]

/** An action that comes to this outcome, over reports with these problems. */
function actionOf({ outcome, problems }: Case): AnyAction {
  const reason = { ruleId: 'r', title: 'r', outcome, message: 'm', actual: null, limit: null, baseline: null } as const
  return {
    ...askingAction,
    maxEvidenceBytes: 10_000,
    collect: async () => ({ facts: { question: '' }, problems }),
    ask: () => [],
    decide: () => ({
      verdict: { outcome, headline: 'h', reasons: [{ ...reason, limitOrigin: 'written', unit: 'count' }] },
      findings: [],
      changes: [],
    }),
  }
}

/** The words of the documentation: collect judges nothing; advise never fails; then the two that relax or tighten. */
function expected({ mode, onInconclusive, onReportError, outcome, problems }: Case): [Outcome, number] {
  const isInput = problems.length > 0 && onReportError === 'error' && mode !== 'advise'
  if (mode === 'collect') return ['skipped', isInput ? 2 : 0]
  const mapped: Outcome = outcome === 'inconclusive' ? onInconclusive : outcome
  const softened = mode === 'advise' && (mapped === 'fail' || mapped === 'inconclusive') ? 'warn' : mapped
  return [softened, isInput ? 2 : softened === 'fail' ? 1 : 0]
}

test(`${cases.length} ways to come to an exit code are all as documented`, async () => {
  for (const each of cases) {
    const inputs = { mode: each.mode, 'on-inconclusive': each.onInconclusive, 'on-report-error': each.onReportError }
    const [host, log] = [fakeHost({ inputs }), recordingLog()]
    const exitCode = await runStep({ suite: soleGate(actionOf(each)), parseDiff: async () => [], host, log })
    const verdict = JSON.parse(readFileSync(`${host.temporaryFolder}/testwarden/gate/verdict.v1.json`, 'utf8'))
    const outputs = readFileSync(host.outputPath, 'utf8')
    const [outcome, code] = expected(each)
    expect({ ...each, exitCode, outcome: verdict.outcome, said: verdict.exitCode }).toEqual({
      ...each,
      exitCode: code,
      outcome,
      said: code,
    })
    expect(outputs).toMatch(new RegExp(`^outcome<<(\\S+)\n${outcome}\n`, 'm'))
    expect(log.lines.length).toBeGreaterThan(0)
  }
})
