import { BlockDecoder } from './block-decoder.js'

/** A file's head as text, in whatever encoding it is; what is cut off at its end is U+FFFD. */
export function headText(head: Uint8Array): string {
  const known = texts.get(head)
  if (known !== undefined) return known
  let text = ''
  const decoder = new BlockDecoder((block) => {
    text += block
  })
  decoder.write(head)
  decoder.end()
  texts.set(head, text)
  return text
}

/** Every format that is text looks at the same head. */
const texts = new WeakMap<Uint8Array, string>()
