import type { StepQuestion } from '../step-question.js'

/** What a simulated action did, in the words that its log would have. */
export interface OfficialResult {
  readonly outcome: 'success' | 'failure'
  readonly log: readonly string[]
  readonly outputs?: Readonly<Record<string, string>>
}

export type OfficialAction = (question: StepQuestion, inputs: ReadonlyMap<string, string>) => Promise<OfficialResult>
