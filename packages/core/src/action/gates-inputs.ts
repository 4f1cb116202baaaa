import { PIPELINE_INPUTS, type PipelineInput } from './pipeline-inputs.js'

/** Inputs of the root action, whose gates take their settings from the config file. */
export const GATES_INPUTS: readonly PipelineInput[] = [
  {
    name: 'only',
    description: 'Gates to run, separated by spaces, commas or lines. Without it: every gate that has input.',
    fallback: '',
    audience: 'user',
  },
  {
    name: 'skip',
    description: 'Gates to leave out, even when they have input.',
    fallback: '',
    audience: 'user',
  },
  {
    name: 'history',
    description: 'Where past runs are kept, as in the config file.',
    fallback: '',
    audience: 'user',
  },
  ...PIPELINE_INPUTS,
]
