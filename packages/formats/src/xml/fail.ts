/** Reports a fault at an offset of the text at hand; never returns. */
export type Fail = (problem: string, offset: number) => never

/** For a message about a character that no XML document may hold. */
export function forbidden(code: number): string {
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}, which XML does not allow`
}
