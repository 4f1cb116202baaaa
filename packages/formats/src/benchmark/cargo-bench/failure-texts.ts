/** A benchmark that failed. */
export interface CargoFailure {
  readonly name: string
  message: string
  readonly at: number
}

/** Behind a name; the second of them where the output is terse. */
const FAILED: readonly string[] = ['... FAILED', '--- FAILED']
const START = /^[.iF]*test /
const OUTPUT = /^---- (\S.*) stdout ----$/
/** `panicked at src/lib.rs:3:5:` with the message in the next line; older: `panicked at 'message', src/lib.rs:3:5`. */
const PANIC = /panicked at (?:'(.*)', )?\S+:[0-9]+:[0-9]+:?$/
const MAX_LENGTH = 2000

/** What Rust's test library says of failures: that there are some first, and behind all benchmarks why. */
export class FailureTexts {
  private readonly failures = new Map<string, CargoFailure>()
  private current: CargoFailure | null = null
  private isMessageNext = false

  line(line: string, at: number): void {
    if (line.length > MAX_LENGTH) return
    const name = failedName(line.trim())
    if (name === null) this.readOutput(line)
    else this.failures.set(name, { name, message: 'It failed.', at })
  }

  list(): readonly CargoFailure[] {
    return [...this.failures.values()]
  }

  private readOutput(line: string): void {
    const [, of] = OUTPUT.exec(line) ?? []
    if (of !== undefined) this.current = this.failures.get(of) ?? null
    if (this.current === null) return
    const panic = PANIC.exec(line)
    const message = panic === null && this.isMessageNext ? line : panic?.[1]
    this.isMessageNext = panic !== null && message === undefined
    if (message === undefined) return
    this.current.message = message
    this.current = null
  }
}

function failedName(line: string): string | null {
  const [plain, terse] = FAILED.map((end) => (line.endsWith(end) ? line.slice(0, -end.length).trimEnd() : null))
  if (terse != null) return terse
  return plain != null && START.test(plain) ? plain.replace(START, '') : null
}
