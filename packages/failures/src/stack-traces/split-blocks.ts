/** The lines of a trace, cut where a line begins a new exception; that line is the first of its block. */
export function splitBlocks(
  lines: readonly string[],
  beginsBlock: (line: string) => boolean,
): readonly (readonly string[])[] {
  const blocks: string[][] = [[]]
  for (const line of lines) {
    if (beginsBlock(line)) blocks.push([])
    blocks.at(-1)?.push(line)
  }
  return blocks
}
