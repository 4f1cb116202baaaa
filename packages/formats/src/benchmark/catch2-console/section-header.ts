const SECTION_INDENT = 2
/** Sections of a scenario have their words aligned. */
const STEP = /^ +(?:Given|And given|When|And when|Then|And): /
/** Compilers differ: `ring.cc:9`, `ring.cc(9)`. */
const PLACE = /(?::|\()([0-9]{1,9})\)?$/

/** What stands above a table: the test case, its sections, and the place of the innermost of them. */
export class SectionHeader {
  /** Of the test case first. */
  readonly names: string[] = []
  file: string | null = null
  line: number | null = null
  private next: 'names' | 'place' | null = null

  /** A line of dashes: above the names and below them. */
  rule(): void {
    this.next = this.next === 'names' ? 'place' : 'names'
    if (this.next === 'place') return
    this.names.length = 0
    this.file = null
    this.line = null
  }

  /** Whatever else is printed between tables means nothing. */
  read(text: string): void {
    if (this.next === 'names' && text !== '') this.readName(text)
    else if (this.next === 'place') this.readPlace(text)
  }

  /** Sections are indented by two, and what goes on in another line by more, or not at all. */
  private readName(text: string): void {
    const name = text.trim()
    const isSection = text.length - name.length === SECTION_INDENT || STEP.test(text)
    const isNew = this.names.length === 0 || isSection
    if (isNew) this.names.push(name)
    else this.names.push(`${this.names.pop() ?? ''} ${name}`)
  }

  private readPlace(text: string): void {
    this.next = null
    const [end, line] = PLACE.exec(text) ?? []
    if (end === undefined || line === undefined) return
    this.file = text.slice(0, -end.length)
    this.line = Number(line) > 0 ? Number(line) : null
  }
}
