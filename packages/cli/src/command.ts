/** One word of the command line. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** How to call it, without the program's name: `inspect [options] <path or glob>...`. */
  readonly usage: string
  readonly options: readonly Option[]
  /** @returns the exit code: 0, 1 (a gate failed), 2 (configuration or input) */
  run(call: CommandCall, terminal: Terminal): Promise<number>
}

export interface Option {
  readonly name: string
  /** A flag stands alone, a value follows its option. */
  readonly takes: 'nothing' | 'value'
  readonly description: string
}

export interface CommandCall {
  readonly words: readonly string[]
  readonly values: ReadonlyMap<string, string>
  readonly flags: ReadonlySet<string>
}

/** Where a command was called and where it answers: data to standard output, messages to standard error. */
export interface Terminal {
  readonly cwd: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly style: 'colour' | 'plain'
  readonly columns: number
  print(text: string): void
  complain(text: string): void
}
