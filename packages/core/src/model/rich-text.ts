import type { Inline } from './page.js'

/** A message in which `code` stands between backticks, as our own messages write it. Everything else is text. */
export function richText(message: string): Inline {
  return message.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? part : { kind: 'code', text: part }))
}
