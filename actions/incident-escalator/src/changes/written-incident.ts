import type { IssueRemark } from '@testwarden/core/model/change'
import type { IncidentStory } from '../incident/incident-story.js'
import type { PlannedIncident } from '../plan/planned-incident.js'

/** An incident in all that is to be written of it. */
export interface WrittenIncident {
  readonly planned: PlannedIncident
  readonly story: IncidentStory
  readonly title: string
  /** With its marker. */
  readonly body: string
  readonly remark: IssueRemark | null
}
