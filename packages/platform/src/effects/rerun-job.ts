import type { RerunJob } from '@testwarden/core/model/change'
import { type Effect, receiptOf, requireGitHub } from './effect.js'

/** The receipt's id is the one that was asked for; the job that runs now has another. */
export const rerunJobEffect: Effect<RerunJob> = {
  perform: ({ key, jobId }, context) =>
    receiptOf(key, async () => {
      await requireGitHub(context).rerunJob(jobId)
      return jobId
    }),
  describe: ({ jobId }) => `run job ${jobId} again`,
}
