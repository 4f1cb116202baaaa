import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { headText } from '../text/head-text.js'

/** A message may be longer than the head, so only its beginning tells. */
const MESSAGE = /^\{\s*"reason"\s*:\s*"(?:benchmark|group)-complete"/m
const XML = /^\s*</

/** What cargo-criterion writes with `--message-format=json`: one message on each line. */
export const criterionMessages: Format<BenchmarkReport> = {
  id: 'criterion-messages',
  kind: 'benchmark',
  displayName: 'cargo-criterion messages (JSON)',
  url: 'https://bheisler.github.io/criterion.rs/book/cargo_criterion/external_tools.html',
  detect(head) {
    const text = headText(head)
    return MESSAGE.test(text) && !XML.test(text)
  },
  load: async () => (await import('./criterion-messages/reader.js')).criterionMessagesReader,
}
