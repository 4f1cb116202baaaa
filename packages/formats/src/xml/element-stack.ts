const MAX_SHOWN_LENGTH = 60

/** The elements around the place at hand. Methods that can fail return the problem, or null. */
export class ElementStack {
  /** Of the open elements, outermost first: two columns, so that an element costs no object. */
  private readonly names: string[] = []
  private readonly lines: number[] = []
  private readonly maxDepth: number
  private depth = 0
  private hasRoot = false

  constructor(maxDepth: number) {
    this.maxDepth = maxDepth
  }

  get isInRoot(): boolean {
    return this.depth > 0
  }

  /** The root element was seen, whether or not it is closed already. */
  get hasBegun(): boolean {
    return this.hasRoot
  }

  begin(name: string, line: number): string | null {
    if (this.hasRoot && this.depth === 0) return 'a second root element'
    if (this.depth >= this.maxDepth) return `elements nested more than ${this.maxDepth} deep`
    this.hasRoot = true
    this.names[this.depth] = name
    this.lines[this.depth] = line
    this.depth++
    return null
  }

  end(name: string): string | null {
    if (this.depth === 0) return `</${shown(name)}> closes nothing`
    this.depth--
    const opened = this.names[this.depth] ?? ''
    if (opened === name) return null
    return `</${shown(name)}> closes <${shown(opened)}>, which line ${this.lines[this.depth]} opens`
  }

  /** What is wrong when the document ends here. */
  finish(): string | null {
    if (this.depth === 0) return this.hasRoot ? null : 'the file has no XML element'
    const unclosed = this.names[this.depth - 1] ?? ''
    return `the file ends inside <${shown(unclosed)}>, which line ${this.lines[this.depth - 1]} opens: it is cut off`
  }
}

function shown(name: string): string {
  return name.length <= MAX_SHOWN_LENGTH ? name : `${name.slice(0, MAX_SHOWN_LENGTH)}...`
}
