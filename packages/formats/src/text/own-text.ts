/**
 * The same text without a hold on the block it was cut from: engines keep the whole parent of a substring alive, so a
 * model with one name from each block would keep the whole file.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1)
}
