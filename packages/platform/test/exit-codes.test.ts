import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Notify } from '@testwarden/core/model/change'
import type { Problem } from '@testwarden/core/model/errors'
import { OUTCOMES, type Outcome } from '@testwarden/core/model/outcome'
import type { AnyAction } from '../src/judge-gates.js'
import { runStep } from '../src/run-action.js'
import { soleGate } from '../src/suite.js'
import { askingAction } from './support/asking-action.js'
import { fakeHost } from './support/fake-host.js'
import { NOTICE } from './support/notices.js'
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

const CASE: Case = {
  mode: 'enforce',
  onInconclusive: 'inconclusive',
  onReportError: 'error',
  outcome: 'pass',
  problems: [],
}

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

describe('a target that must be told', () => {
  const target = { name: 'pd', kind: 'pagerduty', secret: 'PAGERDUTY_KEY', url: null } as const
  const told: Notify = { kind: 'notify', key: 'notify:pd', target, notice: NOTICE }

  /** Nobody gave the step the secret. */
  async function deliver(changes: readonly Notify[], dryRun = 'false') {
    const verdict = { outcome: 'pass', headline: 'h', reasons: [] } as const
    const definition: AnyAction = {
      ...actionOf({ ...CASE, outcome: 'pass' }),
      decide: () => ({ verdict, findings: [], changes }),
    }
    const [host, log] = [fakeHost({ inputs: { 'dry-run': dryRun } }), recordingLog()]
    const exitCode = await runStep({ suite: soleGate(definition), parseDiff: async () => [], host, log })
    const text = readFileSync(`${host.temporaryFolder}/testwarden/gate/verdict.v1.json`, 'utf8')
    return { exitCode, said: JSON.parse(text).exitCode, log: log.lines.join('\n') }
  }

  test('and could not be ends the step with 1, and the log says why', async () => {
    const { exitCode, said, log } = await deliver([{ ...told, isStrict: true }])
    expect([exitCode, said]).toEqual([1, 1])
    expect(log).toContain('The environment has no PAGERDUTY_KEY')
    expect(log).toContain('pd was not told, see above')
  })

  test('is missed by nobody where it is not strict, or nothing is done', async () => {
    expect((await deliver([told])).exitCode).toBe(0)
    expect((await deliver([{ ...told, isStrict: true }], 'true')).exitCode).toBe(0)
  })
})
