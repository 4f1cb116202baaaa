import type { Decision } from '../model/decision.js'
import type { Problem } from '../model/errors.js'
import type { Inline, ListSection, Page } from '../model/page.js'
import { richText } from '../model/rich-text.js'
import type { ActionDefinition } from './define-action.js'

/** What a gate says when it could not even be asked, such as with a config that has a typo. */
export function undecided(problems: readonly Problem[]): Decision {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return {
    verdict: {
      outcome: 'inconclusive',
      headline: `${first?.message ?? 'Nothing could be judged.'}${more}`,
      reasons: [],
    },
    findings: [],
    changes: [],
  }
}

export function problemPage(definition: Pick<ActionDefinition, 'gate' | 'title'>, problems: readonly Problem[]): Page {
  return { gate: definition.gate, title: definition.title, sections: [problemSection(problems)] }
}

/** One line per problem: where, what, and what to do. */
export function problemSection(problems: readonly Problem[]): ListSection {
  return { kind: 'list', role: 'problem', heading: 'What could not be used', items: problems.map(problemLine) }
}

function problemLine(problem: Problem): Inline {
  const place: Inline[] = problem.path === null ? [] : [{ kind: 'code', text: placeOf(problem) }, ': ']
  const remedy: Inline[] = problem.remedy === null ? [] : [' ', richText(problem.remedy)]
  return [...place, richText(problem.message), ...remedy]
}

/** `path`, or `path:line` where the line is known. */
export function placeOf(problem: Pick<Problem, 'path' | 'line'>): string {
  return problem.line === null ? `${problem.path}` : `${problem.path}:${problem.line}`
}
