import { limitOrigin } from '@testwarden/core/config/field'
import { under } from '@testwarden/core/limits/under'
import type { Finding, FindingLevel } from '@testwarden/core/model/finding'
import { testNameOf } from '@testwarden/core/model/test-key'
import type { Reason } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { JudgedFailure, JudgedTest } from '../judging/judge-tests.js'
import { limitFacts } from '../limit.js'
import type { Judgement, Subject } from '../subject.js'
import { explainDiagnosis, HEADINGS, shortName } from '../words.js'
import { isFlake } from './flaky-tests.js'

const RULE_ID = 'failing-tests'

/** No new failure: what fails without being excused must not be more than the limit. */
export function failingTests(subject: Subject): Judgement {
  const { judged, config, totals } = subject
  const setting = config.own['new-failures']
  if (totals.cases === 0) return { reasons: [noTests(subject)], findings: [] }
  const failing = judged.tests.filter(({ standing }) => standing === 'failing')
  const isBroken = setting.value !== null && failing.length > setting.value
  const reason: Reason = {
    ruleId: RULE_ID,
    title: 'tests',
    outcome: isBroken ? under(limitOrigin(setting), 'fail') : 'pass',
    message: messageOf(subject, failing),
    actual: failing.length,
    ...limitFacts(setting, setting.value === null ? null : String(setting.value)),
    unit: 'count',
    baseline: null,
    // Tests that fail for one cause are mended at once.
    things: Math.max(1, subject.clusters.length),
    wording: {
      actual: `${standingsText(judged.tests)}; ${formatInteger(totals.cases)} reported`,
      limit: setting.value === 0 ? 'no new failure' : `at most ${formatInteger(setting.value ?? 0)} new failures`,
    },
  }
  return { reasons: [reason], findings: judged.tests.map((test) => findingOf(test, levelOf(test, subject, isBroken))) }
}

function noTests({ config }: Subject): Reason {
  return {
    ruleId: RULE_ID,
    title: 'tests',
    outcome: under(limitOrigin(config.own['new-failures']), 'inconclusive'),
    message: 'The reports list no test, so nothing is known of any.',
    actual: null,
    limit: null,
    limitOrigin: 'none',
    unit: 'count',
    baseline: null,
    wording: { actual: 'no test reported', limit: 'no new failure' },
  }
}

/** `1 new failure, 1 excused flake` */
function standingsText(tests: readonly JudgedTest[]): string {
  const of = (standing: JudgedTest['standing']): number => tests.filter((test) => test.standing === standing).length
  const parts = [
    countWord(of('failing'), 'failure'),
    ...(of('inherited') > 0 ? [`${formatInteger(of('inherited'))} on the base as well`] : []),
    ...(of('excused') > 0 ? [countWord(of('excused'), 'excused flake')] : []),
    ...(of('retried') > 0 ? [`${formatInteger(of('retried'))} passed when retried`] : []),
  ]
  return parts.join(', ')
}

function messageOf({ judged, totals, evidence }: Subject, failing: readonly JudgedTest[]): string {
  if (failing.length === 0) {
    const others =
      judged.tests.length === 0
        ? ''
        : ` ${standingsText(judged.tests.filter(({ standing }) => standing !== 'failing')).replace(/^0 failures(?:, )?/, '')}.`
    return `None of ${countWord(totals.cases, 'test')} fails without an excuse.${others === ' .' ? '' : others}`
  }
  const names = failing.slice(0, 3).map(({ key }) => `\`${shortName(key)}\``)
  const more = failing.length > names.length ? ` and ${formatInteger(failing.length - names.length)} more` : ''
  const verb = failing.length === 1 ? 'fails' : 'fail'
  const isBlind = evidence.facts.legs.every(({ past }) => past.kind !== 'known')
  return `${names.join(', ')}${more} ${verb}${isBlind ? ', and no earlier run is known' : ''}.`
}

function levelOf({ standing }: JudgedTest, { config }: Subject, isBroken: boolean): FindingLevel {
  if (standing !== 'failing') return standing === 'inherited' ? 'warning' : 'notice'
  const isEnforced = config.shared.mode.value === 'enforce' && config.own['new-failures'].origin.kind !== 'assumed'
  return isBroken && isEnforced ? 'error' : 'warning'
}

const MESSAGE_CHARACTERS = 600

/** What failed first says most; the rest is on the page. */
function findingOf(test: JudgedTest, level: FindingLevel): Finding {
  const { key, facts, diagnosis, standing } = test
  const said = facts.failures[0]?.message.split('\n')[0]?.slice(0, MESSAGE_CHARACTERS) ?? ''
  const excused = standing === 'excused' ? 'Excused. ' : ''
  return {
    ruleId: RULE_ID,
    level,
    title: `${shortName(key)} ${HEADINGS[diagnosis.kind]}`,
    message: `${excused}${said === '' ? '' : `${said}\n`}${explainDiagnosis(diagnosis)}`.replaceAll('`', ''),
    location:
      facts.place === null ? null : { path: facts.place.path, startLine: facts.place.line, endLine: facts.place.line },
    dedupKey: `${RULE_ID}:${testNameOf(key)}`,
    ...(test.legs.every(needsNobody) ? { flakyTest: testNameOf(key) } : {}),
  }
}

/** A leg where it is really broken must not hide behind one where it merely flakes. */
function needsNobody(failure: JudgedFailure): boolean {
  return failure.standing === 'excused' || failure.standing === 'retried' || isFlake(failure)
}
