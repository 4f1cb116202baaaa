import type { Setting } from '@testwarden/core/config/field'
import type { ComponentFacts, CoverageFacts } from '../facts.js'
import { type Judgement, type Rule, type Subject, subjectOf } from '../subject.js'
import { componentLabel, factsOfComponents, hasOtherPaths } from './component-facts.js'
import type { ComponentLimits } from './config-field.js'
import { lostComponents } from './lost-components.js'

/**
 * The same rules for each component as for the whole. One without files, and one whose report went missing, is told by
 * the rule on components alone: there is nothing to measure.
 */
export function judgeComponents(whole: Subject, rules: readonly Rule[]): readonly Judgement[] {
  const { facts } = whole.evidence
  const lost = new Set(lostComponents(facts))
  const limits = new Map(whole.config.own.components.value.map((component) => [component.name, component.limits]))
  return facts.components.flatMap((component) => {
    const own = limits.get(component.name)
    if (own === undefined || component.fileCount === 0 || lost.has(component)) return []
    const subject = subjectOfComponent(whole, { component, limits: own })
    return rules.map((rule) => asOfComponent(rule(subject), component))
  })
}

interface LimitedComponent {
  readonly component: ComponentFacts
  readonly limits: ComponentLimits
}

function subjectOfComponent({ evidence, config, headline }: Subject, { component, limits }: LimitedComponent): Subject {
  const facts = factsOfComponents(evidence.facts).get(component) ?? evidence.facts
  const own = { ...config.own, ...settingsOf(config.own, { limits, facts }) }
  // An accept for a component names it as its subject; inside, there is only the one.
  const accepts = config.accepts
    .filter(({ subject }) => subject === component.name)
    .map((accept) => ({ ...accept, subject: null }))
  return subjectOf({ evidence: { ...evidence, facts }, config: { ...config, own, accepts }, headline })
}

type Own = Subject['config']['own']

/** The limits in the place of those of the whole; one that nobody wrote is none. */
function settingsOf(
  { components, patch }: Own,
  { limits, facts }: { readonly limits: ComponentLimits; readonly facts: CoverageFacts },
): Pick<Own, 'patch' | 'project' | 'drop' | 'critical'> {
  const { origin } = components
  const setting = (value: string | null): Setting<string | null> => ({ value, origin })
  const minLines = limits.patch['min-lines']
  return {
    patch: {
      line: setting(limits.patch.line),
      branch: setting(limits.patch.branch),
      'min-lines': minLines === null ? patch['min-lines'] : { value: minLines, origin },
    },
    project: {
      line: setting(limits.project.line),
      branch: setting(limits.project.branch),
      statement: setting(limits.project.statement),
      function: setting(limits.project.function),
    },
    drop: setting(hasOtherPaths(facts) ? null : limits.drop),
    critical: { value: [], origin },
  }
}

function asOfComponent({ reasons, findings }: Judgement, component: ComponentFacts): Judgement {
  const label = componentLabel(component)
  return {
    findings,
    reasons: reasons.map((reason) => ({
      ...reason,
      title: `${reason.title} (${label})`,
      subject: component.name,
      component: label,
    })),
  }
}
