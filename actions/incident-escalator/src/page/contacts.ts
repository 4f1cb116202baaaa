import type { Inline } from '@testwarden/core/model/page'
import type { IncidentStory } from '../incident/incident-story.js'
import { authorsOf } from './where-it-began.js'
import { namesCode } from './words.js'

/** Who may know something. As code, so that a text that is written anew calls nobody. */
export function contactItems({ trouble, range }: Pick<IncidentStory, 'trouble' | 'range'>): readonly Inline[] {
  const owners = [...new Set((trouble?.tests ?? []).flatMap((test) => test.owners))]
  const contacts: readonly (readonly [string, readonly string[]])[] = [
    ['Owners of the failing tests: ', owners],
    ['Authors of the commits in between: ', range === null ? [] : authorsOf(range.commits)],
  ]
  return contacts.flatMap(([title, names]) => (names.length === 0 ? [] : [[title, namesCode(names)]]))
}
