import type { StepResult } from '../action-run.js'
import { contextsOf } from '../contexts.js'
import { evaluateTemplate, STEP_CONTEXTS } from '../expressions.js'
import { simulateCheckout } from './official/checkout.js'
import type { OfficialAction, OfficialResult } from './official/official-action.js'
import { simulateUploadArtifact } from './official/upload-artifact.js'
import type { StepQuestion } from './step-question.js'

/** Actions of GitHub's own that cannot be downloaded here: known by name, whatever commit they are pinned to. */
const SIMULATED: Readonly<Record<string, OfficialAction>> = {
  'actions/checkout': simulateCheckout,
  'actions/setup-node': async () => ({ outcome: 'success', log: ['The machine has its tools already.'] }),
  'actions/setup-python': async () => ({ outcome: 'success', log: ['The machine has its tools already.'] }),
  'actions/upload-artifact': simulateUploadArtifact,
}

/** null: it is none of them. @param uses `actions/checkout@<sha>` */
export function officialAction(uses: string): ((question: StepQuestion) => Promise<StepResult>) | null {
  const action = SIMULATED[uses.split('@')[0] ?? '']
  if (action === undefined) return null
  return async (question) => {
    const contexts = contextsOf(question.run, '')
    const given = Object.entries(question.step.with).map(
      ([name, text]) => [name.toLowerCase(), evaluateTemplate(text, contexts, STEP_CONTEXTS)] as const,
    )
    return toStepResult(await action(question, new Map(given)))
  }
}

function toStepResult({ outcome, log, outputs = {} }: OfficialResult): StepResult {
  return {
    outcome,
    log,
    exitCode: outcome === 'success' ? 0 : 1,
    outputs: new Map(Object.entries(outputs)),
    annotations: [],
    annotationsDropped: 0,
    env: new Map(),
    paths: [],
    state: new Map(),
    summary: '',
    masks: [],
    commands: [],
  }
}
