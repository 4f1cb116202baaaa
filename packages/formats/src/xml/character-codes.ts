/** Stands for every character beyond ASCII. */
export const BEYOND_ASCII = 0xff

const encoder = new TextEncoder()

/**
 * The characters of a text as bytes, at the same offsets: loops over an array take half the time of loops that ask a
 * string for each character.
 */
export class CharacterCodes {
  codes = new Uint8Array(0)

  show(text: string): void {
    if (this.codes.length < text.length) this.codes = new Uint8Array(text.length * 2)
    const { read, written } = encoder.encodeInto(text, this.codes)
    // Encoding is nearly free, and right whenever all of the text is ASCII.
    if (read !== text.length || written !== text.length) this.showEach(text)
  }

  private showEach(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      this.codes[at] = code < 0x80 ? code : BEYOND_ASCII
    }
  }
}
