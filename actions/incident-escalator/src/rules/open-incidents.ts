import type { Finding, FindingLevel } from '@testwarden/core/model/finding'
import type { Outcome } from '@testwarden/core/model/outcome'
import { SEVERITIES, type Severity } from '@testwarden/core/model/severity'
import { type Reason, WITHOUT_NUMBERS } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import type { KeyedTrouble } from '../detect/detect-troubles.js'
import { type OpenTroubles, openTroubles } from '../standing/open-troubles.js'
import { asksForFreeze, isSweep } from '../standing/roles.js'
import { tellsOfRun } from '../standing/signs.js'
import type { Judgement, Subject } from '../subject.js'

const RULE_ID = 'open-incidents'

/** What needs a person. It only tells, unless `fail-on` says from which severity on the step fails. */
export function openIncidents(subject: Subject): Judgement {
  const { config, evidence, detected } = subject
  // A pull request that only asks whether the line is stopped has no tests to tell of.
  if (isSilent(subject)) return { reasons: asksForFreeze(evidence.run, config) ? [] : [silentReason()], findings: [] }
  const open = openTroubles(subject)
  const failOn = config.own['fail-on']
  const outcome = outcomeOf(open, failOn.value)
  const reason: Reason = {
    ruleId: RULE_ID,
    title: 'incidents',
    outcome,
    message: messageOf(open, subject),
    actual: open.count,
    limit: failOn.value === 'off' ? null : '0',
    limitOrigin: failOn.value === 'off' ? 'none' : 'written',
    unit: 'count',
    baseline: null,
    ...(open.worst === null ? {} : { subject: open.worst }),
    wording: {
      actual: open.worst === null ? 'none' : `${open.count}, the worst ${open.worst}`,
      limit: failOn.value === 'off' ? 'none that fails the step' : `none that is ${failOn.value} or worse`,
    },
  }
  const level = outcome === 'fail' ? 'error' : 'warning'
  return { reasons: [reason], findings: detected.troubles.map((trouble) => findingOf(trouble, level)) }
}

function isSilent({ evidence, plan }: Subject): boolean {
  const hasReports = evidence.facts.legs.some(({ reports }) => reports.length > 0)
  const hasVerdicts = (evidence.judged ?? []).length + evidence.facts.verdicts.length > 0
  return !hasReports && !hasVerdicts && !tellsOfRun(evidence) && !(isSweep(evidence.run) && plan !== null)
}

function silentReason(): Reason {
  return {
    ruleId: RULE_ID,
    title: 'incidents',
    outcome: 'inconclusive',
    message: 'No test report and no verdict of another gate was found, so nothing is known of this run.',
    ...WITHOUT_NUMBERS,
    wording: { actual: 'nothing known', limit: 'a report or a verdict' },
  }
}

function outcomeOf({ worst }: OpenTroubles, failOn: Severity | 'off'): Outcome {
  if (worst === null) return 'pass'
  if (failOn === 'off') return 'warn'
  return SEVERITIES.indexOf(worst) <= SEVERITIES.indexOf(failOn) ? 'fail' : 'warn'
}

function messageOf({ count, worst, of }: OpenTroubles, { detected, plan }: Subject): string {
  const [first] = detected.troubles
  const what = first === undefined ? '' : ` ${first.title}.`
  const leftOut = detected.tests.leftOut
  const excused = leftOut === 0 ? '' : ` ${countWord(leftOut, 'flaky failure')} left out.`
  if (worst === null) return `Nothing needs a person.${excused}`
  if (of === 'seen') return `${countWord(count, 'trouble')}, the worst ${worst}.${what}${excused}`
  const watched = plan?.watched.length ?? 0
  const waits = watched === 0 ? '' : ` ${countWord(watched, 'trouble')} not for long enough yet.`
  return `${countWord(count, 'open incident')}, the worst ${worst}.${what}${waits}${excused}`
}

function findingOf(trouble: KeyedTrouble, level: FindingLevel): Finding {
  const [first] = trouble.tests
  return {
    ruleId: RULE_ID,
    level,
    title: `${trouble.severity}: ${trouble.title}`,
    message: trouble.said ?? first?.message ?? trouble.title,
    location: first?.location ?? null,
    dedupKey: `${RULE_ID}:${trouble.keys[0]}`,
  }
}
