import { BlockDecoder } from './block-decoder.js'

/** A file's head as text, in whatever encoding it is; what is cut off at its end is U+FFFD. */
export function headText(head: Uint8Array): string {
  let text = ''
  const decoder = new BlockDecoder((block) => {
    text += block
  })
  decoder.write(head)
  decoder.end()
  return text
}
