import { eventOf, textOf } from '../../json/json-lines.js'

/** Output of `go test -json`, which holds the same lines in events, some of them in pieces. */
export class TestEvents {
  private readonly sink: (line: string, at: number) => void
  private rest = ''

  constructor(sink: (line: string, at: number) => void) {
    this.sink = sink
  }

  /** @returns whether the line is an event */
  take(line: string, at: number): boolean {
    if (!line.startsWith('{"')) return false
    const event = eventOf(line)
    if (event === null || textOf(event, 'Action') === null) return false
    const lines = (this.rest + (textOf(event, 'Output') ?? '')).split('\n')
    this.rest = lines.pop() ?? ''
    for (const whole of lines) if (whole !== '') this.sink(whole, at)
    return true
  }
}
