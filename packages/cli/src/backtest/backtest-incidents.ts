import { flakyDetector } from '@testwarden/action-flaky-detector/index'
import { backtestRecords, type PolicyReplay } from '@testwarden/action-incident-escalator/backtest/backtest-records'
import { SURROUNDINGS } from '@testwarden/action-incident-escalator/backtest/recorded-troubles'
import type { ReplayedIncident } from '@testwarden/action-incident-escalator/backtest/replayed-incident'
import { triedIncidents, triedPolicyOf } from '@testwarden/action-incident-escalator/backtest/tried-policy'
import type {
  BacktestedIncident,
  BacktestedIncidentPolicy,
  BacktestIncidentsFile,
} from '@testwarden/core/files/backtest-incidents-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { testNameOf } from '@testwarden/core/model/test-key'
import { defaultBranchLine } from '../default-branch.js'
import { wholeNumber } from '../history/numbers.js'
import type { LocalStep } from '../open-local-step.js'
import type { Standing } from '../stand-at-root.js'
import { choosePolicies } from './choose-policies.js'

const LIMIT = { name: 'limit', fallback: 1000 }
const MOST_INCIDENTS = 1_000
const MOST_TESTS = 20

/** Replays the policy in force, and the one that was named where it differs. @throws ConfigurationError */
export async function backtestIncidents(
  { call }: Standing,
  step: LocalStep,
): Promise<Omit<BacktestIncidentsFile, 'schema'>> {
  const { ports } = step
  if (ports.history === null)
    throw new ConfigurationError('no history is configured, so there is nothing to replay', {
      remedy: 'set `history` in .github/testwarden.yml, or give --history git:testwarden-history',
    })
  const { records, warnings } = await ports.history.read({ action: flakyDetector.id })
  const line = await defaultBranchLine(ports.git)
  const tried = (await choosePolicies(triedIncidents, call.values.get('policy'), step)).map(({ settings, config }) => ({
    policy: triedPolicyOf(settings),
    config,
  }))
  const { problems, policies, ...replayed } = backtestRecords({
    records,
    firstParents: line.firstParents,
    policies: tried.map(({ policy }) => policy),
    runs: wholeNumber(call, LIMIT),
  })
  return {
    ...replayed,
    policies: policies.flatMap((replay, at) => {
      const of = tried[at]
      if (of === undefined) return []
      return [factsOf(replay, { config: of.config, timeZone: of.policy.escalation.calendar.timeZone })]
    }),
    notes: [...warnings, ...line.notes, ...problems],
  }
}

function factsOf(
  { incidents, counts, ...replay }: PolicyReplay,
  of: Pick<BacktestedIncidentPolicy, 'config' | 'timeZone'>,
): BacktestedIncidentPolicy {
  return { ...of, ...replay, ...counts, listed: incidents.slice(0, MOST_INCIDENTS).map(listedOf) }
}

function listedOf(incident: ReplayedIncident): BacktestedIncident {
  const { workflow, severity, isReopened, since, commit, opened, green, ended, badRuns, tests, pages } = incident
  return {
    workflow,
    severity,
    isReopened,
    isSurroundings: incident.cause === SURROUNDINGS,
    since,
    commit,
    opened,
    green,
    ended,
    badRuns,
    pages: pages.filter(({ reachesSomebody }) => reachesSomebody).length,
    tests: tests.slice(0, MOST_TESTS).map(testNameOf),
    testCount: tests.length,
  }
}
