import { PIPELINE_INPUTS, type PipelineInput } from './pipeline-inputs.js'

/** What names of evidence artifacts begin with, unless the user says otherwise. */
export const ARTIFACT_PREFIX = 'testwarden-evidence-'

/** Inputs of publish, which is no gate and so has no settings of its own. */
export const PUBLISH_INPUTS: readonly PipelineInput[] = [
  {
    name: 'artifact-prefix',
    description: 'What the names of evidence artifacts begin with.',
    fallback: ARTIFACT_PREFIX,
    audience: 'user',
  },
  {
    name: 'expected-legs',
    description:
      'How many legs there must be, or their names as GitHub shows them, one per line. Without it the jobs of the run tell.',
    fallback: '',
    audience: 'user',
  },
  {
    name: 'history',
    description: 'Where past runs are kept, as in the config file. Records of all legs are appended as one write.',
    fallback: '',
    audience: 'user',
  },
  ...PIPELINE_INPUTS,
]
