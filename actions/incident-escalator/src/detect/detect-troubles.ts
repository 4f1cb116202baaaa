import type { GateConfig } from '@testwarden/core/action/define-action'
import type { EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import type { Evidence } from '@testwarden/core/model/evidence'
import { SEVERITIES, type Severity } from '@testwarden/core/model/severity'
import { CATEGORY_RULES } from '@testwarden/failures/categories/registry'
import { matrixOf } from '../config/severity-config.js'
import type { incidentsConfig } from '../config.js'
import type { IncidentsFacts } from '../facts.js'
import { dedupKey, type IncidentPlace } from '../incident/dedup-key.js'
import { watchedRun } from '../standing/roles.js'
import { countTests } from './counted-tests.js'
import type { FailingTests } from './failing-tests.js'
import { inhibit, type MutedTrouble } from './inhibit.js'
import type { Trouble } from './trouble.js'
import { troubleOfWorkflow } from './trouble-of-workflow.js'
import { troublesOfGates } from './troubles-of-gates.js'
import { missedRuns } from './troubles-of-missed-runs.js'
import { troublesOfTests } from './troubles-of-tests.js'

/** A trouble with the names that make it the same one in every run. */
export interface KeyedTrouble extends Trouble {
  readonly place: IncidentPlace
  /** Dedup keys of its cause and its other causes; the first is the one that services are told. */
  readonly keys: readonly [string, ...string[]]
}

export interface DetectedTroubles {
  /** The worst first. */
  readonly troubles: readonly KeyedTrouble[]
  readonly muted: readonly MutedTrouble[]
  readonly tests: FailingTests
  /** All that was wrong in this very run, explained or not: what history keeps. */
  readonly ofRun: readonly KeyedTrouble[]
}

type Config = GateConfig<typeof incidentsConfig>

/** Everything that is wrong as far as this run tells. */
export function detectTroubles(evidence: Evidence<IncidentsFacts>, config: Config): DetectedTroubles {
  const { run, facts } = evidence
  const verdicts = verdictsOf(evidence)
  const tests = countTests({ legs: facts.legs, verdicts, kinds: config.file.categories.value })
  const place: IncidentPlace = { workflow: run.key.workflow, branch: run.branch ?? '' }
  const ofTests = troublesOfTests(tests, detectionRules(config))
  const knowsTests = facts.legs.some(({ reports }) => reports.length > 0)
  const ofGates = troublesOfGates(verdicts, { severityOf: gateSeverity(config), knowsTests })
  const { troubles, muted } = inhibit([...ofTests, ...ofGates])
  const keyed = keyedBy(run.repository ?? '')
  const here = (trouble: Trouble): KeyedTrouble => keyed(trouble, place)
  return {
    troubles: [...troubles.map(here), ...elsewhere(evidence, config, keyed)].toSorted(bySeverity),
    muted,
    tests,
    ofRun: [...ofTests, ...ofGates].map(here),
  }
}

function detectionRules({ own }: Config) {
  return { matrix: matrixOf(own), minTests: own['min-tests'].value, categories: CATEGORY_RULES }
}

type Keyed = (trouble: Trouble, place: IncidentPlace) => KeyedTrouble

function keyedBy(repository: string): Keyed {
  return (trouble, place) => {
    const keyOf = (cause: string): string => dedupKey({ repository, cause, ...place })
    return { ...trouble, place, keys: [keyOf(trouble.cause), ...trouble.otherCauses.map(keyOf)] }
  }
}

/** Of other workflows: how one ended, and runs that did not happen. */
function elsewhere(evidence: Evidence<IncidentsFacts>, config: Config, keyed: Keyed): readonly KeyedTrouble[] {
  const { run } = evidence
  const branch = run.branch ?? ''
  const ended = watchedRun(run, config)
  const severity = config.own['workflow-severity'].value
  const ofWorkflow = ended === null ? null : troubleOfWorkflow(ended, severity)
  return [
    ...(ofWorkflow === null || ended === null ? [] : [keyed(ofWorkflow, { workflow: ended.workflow, branch })]),
    ...missedRuns(evidence, config).map(({ workflow, trouble }) => keyed(trouble, { workflow, branch })),
  ]
}

/** The worst row of the matrix that names the gate; performance is a kind of its own there. */
function gateSeverity({ own }: Config): (gate: string) => Severity {
  const matrix = matrixOf(own)
  return (gate) => {
    const names = gate === 'perf' ? ['gate:perf', 'performance'] : [`gate:${gate}`]
    return matrix.find(({ categories }) => categories.some((name) => names.includes(name)))?.severity ?? 'low'
  }
}

function bySeverity(left: Trouble, right: Trouble): number {
  const rank = ({ severity }: Trouble): number => SEVERITIES.indexOf(severity)
  return rank(left) - rank(right) || right.testCount - left.testCount
}

/** Gates of this step, and those whose verdict files were read. */
export function verdictsOf({ judged = [], facts }: Evidence<IncidentsFacts>): readonly EarlierVerdict[] {
  return [...judged, ...facts.verdicts]
}
