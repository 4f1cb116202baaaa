import { readFile, writeFile } from 'node:fs/promises'
import { EOL } from 'node:os'
import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'
import { appendToStepFile } from '../runner/file-command.js'
import { type Effect, receiptOf } from './effect.js'

/** Appends to the job summary of this step. The text fits GitHub's limit already: a longer one is dropped whole. */
export interface WriteSummary {
  readonly kind: 'write-summary'
  readonly key: string
  readonly markdown: string
  /** What this step wrote before and now knows better. */
  readonly replaces?: string
}

export const writeSummaryEffect: Effect<WriteSummary> = {
  perform: ({ key, markdown, replaces }, { env }) =>
    receiptOf(key, async () => {
      if (replaces !== undefined) await takeBack(replaces, env.GITHUB_STEP_SUMMARY ?? '')
      await appendToStepFile(env, 'GITHUB_STEP_SUMMARY', `${markdown}${EOL}`)
      return undefined
    }),
  describe: ({ markdown }) => `write ${Buffer.byteLength(markdown)} bytes to the job summary`,
}

/** Only from the end of the file: nobody else's text is touched. */
async function takeBack(markdown: string, path: string): Promise<void> {
  const written = `${markdown}${EOL}`
  try {
    const whole = await readFile(path, 'utf8')
    if (whole.endsWith(written)) await writeFile(path, whole.slice(0, -written.length))
  } catch (cause) {
    throw new PlatformError(`cannot correct the job summary: ${messageOf(cause)}`, { cause })
  }
}
