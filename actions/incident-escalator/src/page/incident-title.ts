import { SEVERITIES } from '@testwarden/core/model/severity'
import { partsOfKey } from '@testwarden/core/model/test-key'
import { clip } from '@testwarden/core/render/clip'
import { issueTitle } from '@testwarden/core/render/issue-body'
import type { Redact } from '@testwarden/core/render/redact'
import type { Trouble } from '../detect/trouble.js'
import type { IncidentStory } from '../incident/incident-story.js'
import { redactValues } from './redact-values.js'
import { isOfTests } from './words.js'

type Titled = Pick<IncidentStory, 'incident' | 'workflow' | 'branch' | 'trouble'>

const SEVERITY = new RegExp(`^\\[(?:${SEVERITIES.join('|')})\\] `)
const TEST_CHARACTERS = 80
const NAME_CHARACTERS = 30

/**
 * `[critical] test_login and other tests fail (ci on main)`. No count stands in it, which would be another one in every
 * run.
 * @param standing the title that the issue has now, perhaps in words of people: of it only the severity is changed
 */
export function incidentTitle(story: Titled, redact: Redact, standing: string | null = null): string {
  const kept = standing?.replace(SEVERITY, '').trim() ?? ''
  return issueTitle(
    `[${story.incident.severity}] ${kept === '' ? whatFails(redactValues(story, redact)) : kept}`,
    redact,
  )
}

function whatFails({ trouble, workflow, branch }: Titled): string {
  const [ci, on] = [clip(workflow, NAME_CHARACTERS), clip(branch, NAME_CHARACTERS)]
  return trouble === null ? `${ci} fails on ${on}` : `${subjectOf(trouble)} (${ci} on ${on})`
}

function subjectOf({ because, tests, testCount, title }: Trouble): string {
  const [shown] = tests
  if (shown === undefined || !isOfTests(because)) return clip(title, TEST_CHARACTERS)
  const name = clip(partsOfKey(shown.key).at(-1) ?? shown.key, TEST_CHARACTERS)
  return testCount > 1 ? `${name} and other tests fail` : `${name} fails`
}
