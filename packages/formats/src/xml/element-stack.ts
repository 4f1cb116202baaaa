interface OpenElement {
  readonly name: string
  readonly line: number
}

const MAX_SHOWN_LENGTH = 60

/** The elements around the place at hand. Methods that can fail return the problem, or null. */
export class ElementStack {
  private readonly open: OpenElement[] = []
  private readonly maxDepth: number
  private hasRoot = false

  constructor(maxDepth: number) {
    this.maxDepth = maxDepth
  }

  get isInRoot(): boolean {
    return this.open.length > 0
  }

  /** The root element was seen, whether or not it is closed already. */
  get hasBegun(): boolean {
    return this.hasRoot
  }

  begin(name: string, line: number): string | null {
    if (this.hasRoot && this.open.length === 0) return 'a second root element'
    if (this.open.length >= this.maxDepth) return `elements nested more than ${this.maxDepth} deep`
    this.hasRoot = true
    this.open.push({ name, line })
    return null
  }

  end(name: string): string | null {
    const opened = this.open.pop()
    if (opened === undefined) return `</${shown(name)}> closes nothing`
    if (opened.name === name) return null
    return `</${shown(name)}> closes <${shown(opened.name)}>, which line ${opened.line} opens`
  }

  /** What is wrong when the document ends here. */
  finish(): string | null {
    const unclosed = this.open.at(-1)
    if (unclosed !== undefined)
      return `the file ends inside <${shown(unclosed.name)}>, which line ${unclosed.line} opens: it is cut off`
    return this.hasRoot ? null : 'the file has no XML element'
  }
}

function shown(name: string): string {
  return name.length <= MAX_SHOWN_LENGTH ? name : `${name.slice(0, MAX_SHOWN_LENGTH)}...`
}
