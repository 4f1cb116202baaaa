import type { Inline } from '@testwarden/core/model/page'
import { flattenInline } from '@testwarden/core/render/inline'

/** Running text that begins a sentence: a name stays as it is written. */
export function sentenceStart(inline: Inline): Inline {
  const [first, ...others] = flattenInline(inline)
  if (first === undefined) return ''
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...others] : [first, ...others]
}
