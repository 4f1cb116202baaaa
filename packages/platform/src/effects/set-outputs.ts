import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'
import { loadCore } from '../sdk.js'
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
      // Without the file the toolkit prints an old workflow command, which no runner of today should be sent.
      if (!env.GITHUB_OUTPUT) throw noOutputFile()
      const core = await loadCore()
      for (const [name, value] of outputs) write(() => core.setOutput(name, value))
      return undefined
    }),
  describe: ({ outputs }) => `set the outputs ${[...outputs.keys()].join(', ') || '(none)'}`,
}

function write(setOutput: () => void): void {
  try {
    setOutput()
  } catch (cause) {
    throw new PlatformError(`cannot set an output: ${messageOf(cause)}`, { cause })
  }
}

function noOutputFile(): PlatformError {
  return new PlatformError('cannot set outputs: GITHUB_OUTPUT is not set', {
    remedy: 'run the action in a workflow; on your machine use the command line',
  })
}
