import { EOL } from 'node:os'
import { appendToStepFile } from '../runner/file-command.js'
import { type Effect, receiptOf } from './effect.js'

/** Appends to the job summary of this step. The text fits GitHub's limit already: a longer one is dropped whole. */
export interface WriteSummary {
  readonly kind: 'write-summary'
  readonly key: string
  readonly markdown: string
}

export const writeSummaryEffect: Effect<WriteSummary> = {
  perform: ({ key, markdown }, { env }) =>
    receiptOf(key, async () => {
      await appendToStepFile(env, 'GITHUB_STEP_SUMMARY', `${markdown}${EOL}`)
      return undefined
    }),
  describe: ({ markdown }) => `write ${Buffer.byteLength(markdown)} bytes to the job summary`,
}
