import type { Decision } from '../model/decision.js'
import type { Page } from '../model/page.js'

/** What one gate of a step has to say. */
export interface PublishedGate {
  readonly page: Page
  readonly decision: Decision
}
