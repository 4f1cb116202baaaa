const ESC = '\u001b'
const SEQUENCE = new RegExp(`${ESC}\\[[0-9;?]{0,64}[A-Za-z]`, 'g')

/** A line without what terminals make colours of: tools write it into files too where somebody forces them to. */
export function uncoloured(line: string): string {
  return line.includes(ESC) ? line.replace(SEQUENCE, '') : line
}
