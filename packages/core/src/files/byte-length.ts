/** Length as UTF-8, which is what travels and what limits count. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength
}
