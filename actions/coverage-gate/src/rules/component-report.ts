import type { Outcome } from '@testwarden/core/model/outcome'
import { type Reason, WITHOUT_NUMBERS } from '@testwarden/core/model/verdict'
import { formatInteger } from '@testwarden/core/render/numbers'
import { soleBaseline } from '../baseline.js'
import { componentLabel } from '../components/component-facts.js'
import { isRest } from '../components/component-id.js'
import { lostComponents, unreportedComponents } from '../components/lost-components.js'
import type { ComponentFacts } from '../facts.js'
import type { Judgement, Subject } from '../subject.js'

/** Whether every component has files and a report, so that none drops out of the verdict in silence. */
export function componentReport({ config, evidence }: Subject): Judgement {
  const { facts } = evidence
  const lost = new Set(lostComponents(facts))
  const known = new Set(facts.components.map(({ name }) => name))
  const isAnythingRead = facts.reports.length > 0 || facts.carried.length > 0
  const unknown = isAnythingRead ? config.own.components.value.filter(({ name }) => !known.has(name)) : []
  return {
    findings: [],
    reasons: [
      ...[...lost].map((component) => lostReason(component, soleBaseline(facts)?.sha ?? '')),
      ...unreportedComponents(facts)
        .filter((component) => !lost.has(component) && !isRest(component))
        .map(neverReported),
      ...unknown.map(({ name }) => unknownReason(name)),
      ...facts.components.filter(({ side, unmatched }) => side === 'tested' && unmatched.length > 0).map(emptyPaths),
    ],
  }
}

function lostReason(component: ComponentFacts, sha: string): Reason {
  const files = component.fileCount === 1 ? 'its file' : `any of its ${formatInteger(component.fileCount)} files`
  const why = component.tree === null ? 'nobody can tell whether they changed' : 'they changed'
  const remedy = isRest(component) ? REST_REMEDY : 'Run its tests with coverage in this run too.'
  return reasonOf(component, {
    outcome: isRest(component) ? 'warn' : 'inconclusive',
    message: `No report of this run mentions ${files}, while the record of \`${sha.slice(0, 10)}\` has counts of them; as ${why}, these cannot be carried forward. ${remedy}`,
    actual: 'in no report',
  })
}

/** Nobody named these files, and most of what lies around is no code: a change of it must stop nothing. */
const REST_REMEDY = 'The whole is judged without them. Name a component for them, so that it is missed by its name.'

function neverReported(component: ComponentFacts): Reason {
  const message = 'No report mentions a file of this component, and there are no earlier counts of it.'
  return reasonOf(component, { outcome: 'skipped', message, actual: 'in no report' })
}

/** Only evidence of another version, or one that was tampered with, leaves out what the config names. */
function unknownReason(name: string): Reason {
  const message =
    'The evidence does not know this component. Collect it again with this version and this config of Testwarden.'
  return reasonOf({ name, side: 'tested' }, { outcome: 'inconclusive', message, actual: 'unknown' })
}

function emptyPaths(component: ComponentFacts): Reason {
  const patterns = component.unmatched.map((pattern) => `\`${pattern.replaceAll('`', '')}\``).join(', ')
  const verb = component.unmatched.length === 1 ? 'matches' : 'match'
  const message = `${patterns} ${verb} no file. Mend it in \`components\` of the config, or take it out.`
  const reason = reasonOf(component, {
    outcome: 'warn',
    message,
    actual: `${component.unmatched.length} without a file`,
  })
  return { ...reason, ruleId: 'component-paths', title: `component paths (${componentLabel(component)})` }
}

interface Told {
  readonly outcome: Outcome
  readonly message: string
  readonly actual: string
}

function reasonOf(component: Pick<ComponentFacts, 'name' | 'side'>, { outcome, message, actual }: Told): Reason {
  const label = componentLabel(component)
  return {
    ruleId: 'component-report',
    title: `component reported (${label})`,
    outcome,
    message,
    ...WITHOUT_NUMBERS,
    wording: { actual },
    subject: component.name,
    component: label,
  }
}
