import { BlockDecoder } from './block-decoder.js'

/** The first line of a file's head that is not blank, without spaces around it; null when there is none. */
export function firstTextLine(head: Uint8Array): string | null {
  let text = ''
  const decoder = new BlockDecoder((block) => {
    text += block
  })
  decoder.write(head)
  decoder.end()
  const trimmed = text.trimStart()
  const end = trimmed.indexOf('\n')
  const line = (end === -1 ? trimmed : trimmed.slice(0, end)).trimEnd()
  return line === '' ? null : line
}
