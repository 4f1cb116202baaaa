const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Footnotes of one table, numbered as they come. */
export class Footnotes {
  private readonly texts: string[] = []

  /** @returns the sign that stands for it in the table */
  mark(text: string): string {
    const known = this.texts.indexOf(text)
    const place = known === -1 ? this.texts.push(text) : known + 1
    return raised(place)
  }

  list(): readonly string[] {
    return this.texts.map((text, index) => `${raised(index + 1)} ${text}`)
  }
}

function raised(place: number): string {
  return [...String(place)].map((digit) => RAISED.charAt(Number(digit))).join('')
}
