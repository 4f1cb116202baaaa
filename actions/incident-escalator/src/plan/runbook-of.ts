import type { NamedRunbook } from '../config/runbooks-field.js'
import type { KeyedTrouble } from '../detect/detect-troubles.js'
import type { TroubleCause } from '../detect/trouble.js'
import type { Runbook } from '../incident/incident-story.js'

/** The runbook of the most special name that somebody wrote one for; null: none. */
export function runbookOf(trouble: KeyedTrouble, runbooks: readonly NamedRunbook[]): Runbook | null {
  const names = namesOf(trouble)
  const found = names.map((name) => runbooks.find(({ rule }) => rule === name)).find((each) => each !== undefined)
  return found ?? null
}

function namesOf({ because, category, tests, place }: KeyedTrouble): readonly string[] {
  return [
    ...causeNames(because),
    ...(category === null ? [] : [category.id]),
    ...new Set(tests.flatMap(({ kinds }) => kinds)),
    `workflow:${place.workflow}`,
    'default',
  ]
}

function causeNames(because: TroubleCause): readonly string[] {
  switch (because.kind) {
    case 'gate':
      return [`gate:${because.gate}:${because.rule}`, `gate:${because.gate}`]
    case 'missed-run':
      return ['missed-run']
    case 'category':
      return [because.category]
    case 'workflow':
    case 'rate':
    case 'any-failure':
      return []
  }
}
