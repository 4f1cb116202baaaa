import type { Incident } from '../incident/incident.js'
import type { Transition } from './transition.js'

export interface Step {
  readonly incident: Incident
  /** In their order; none where nothing happened. */
  readonly transitions: readonly Transition[]
}
