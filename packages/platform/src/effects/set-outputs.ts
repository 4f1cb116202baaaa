import { appendToStepFile, outputLines } from '../runner/file-command.js'
import { type Effect, receiptOf } from './effect.js'

/** Outputs of this step, for later steps and jobs. */
export interface SetOutputs {
  readonly kind: 'set-outputs'
  readonly key: string
  readonly outputs: ReadonlyMap<string, string>
}

export const setOutputsEffect: Effect<SetOutputs> = {
  perform: ({ key, outputs }, { env }) =>
    receiptOf(key, async () => {
      const lines = [...outputs].map(([name, value]) => outputLines(name, value))
      await appendToStepFile(env, 'GITHUB_OUTPUT', lines.join(''))
      return undefined
    }),
  describe: ({ outputs }) => `set the outputs ${[...outputs.keys()].join(', ') || '(none)'}`,
}
