import type { WriteFile } from '@testwarden/core/model/change'
import { type Effect, receiptOf } from './effect.js'

/** The receipt's id is the path. */
export const writeFileEffect: Effect<WriteFile> = {
  perform: ({ key, path, content }, { files }) =>
    receiptOf(key, async () => {
      await files.write(path, content)
      return path
    }),
  describe: ({ path, content }) => `write ${Buffer.byteLength(content)} bytes to ${path}`,
}
