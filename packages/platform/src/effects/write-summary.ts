import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'
import { loadCore } from '../sdk.js'
import { type Effect, receiptOf } from './effect.js'

/** Appends to the job summary of this step. The text fits GitHub's limit already: a longer one is dropped whole. */
export interface WriteSummary {
  readonly kind: 'write-summary'
  readonly key: string
  readonly markdown: string
}

export const writeSummaryEffect: Effect<WriteSummary> = {
  perform: ({ key, markdown }) =>
    receiptOf(key, async () => {
      const { summary } = await loadCore()
      // A failed write must not leave its text to the next one.
      await summary.emptyBuffer().addRaw(markdown, true).write().catch(refuse)
      return undefined
    }),
  describe: ({ markdown }) => `write ${Buffer.byteLength(markdown)} bytes to the job summary`,
}

function refuse(cause: unknown): never {
  throw new PlatformError(`cannot write the job summary: ${messageOf(cause)}`, {
    cause,
    remedy: 'check that GITHUB_STEP_SUMMARY names a file that this step may write',
  })
}
