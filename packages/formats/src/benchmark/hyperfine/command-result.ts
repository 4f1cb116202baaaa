import type { SampleSummary } from '@testwarden/core/model/benchmark'
import { Fields } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import { NO_SUMMARY } from '../sample-summary.js'

/** What became of one command. */
export interface CommandResult {
  readonly line: number
  /** The command with its parameters filled in, or the name that was given to it. */
  readonly name: string
  /** The parameters: a name, or a part of a command that hides them, may stand for several. */
  readonly variant: string
  /** Seconds, of each run. */
  readonly times: readonly number[]
  /** Bytes, of each run; empty before version 1.18. */
  readonly memory: readonly number[]
  /** Runs that ended with another code than 0. */
  readonly failures: number
  readonly summary: SampleSummary
}

const WANTED = new Set(['command', 'mean', 'stddev', 'median', 'min', 'max'])

/** `{ command, parameters?: { <name>: <value> }, mean, stddev, …, times: [], memory_usage_byte?: [], exit_codes: [] }`. */
export class CommandVisitor {
  private readonly line: number
  private readonly times: number[] = []
  private readonly memory: number[] = []
  private readonly parameters: string[] = []
  private failures = 0
  private fields = new Fields(WANTED)

  constructor(line: number) {
    this.line = line
  }

  visitor(done: (result: CommandResult) => void): JsonVisitor {
    this.fields = new Fields(WANTED, { enter: (key) => this.enterPart(key), done: () => done(this.result()) })
    return this.fields
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'times') return numbers(this.times)
    if (key === 'memory_usage_byte') return numbers(this.memory)
    if (key === 'exit_codes') return { scalar: (_key, code) => void (code !== 0 && this.failures++) }
    if (key !== 'parameters') return null
    return { scalar: (name, value) => void this.parameters.push(ownText(`${name}=${value}`)) }
  }

  private result(): CommandResult {
    const { failures, fields, memory, times } = this
    return {
      line: this.line,
      name: fields.text('command') ?? '',
      variant: this.parameters.join(', '),
      times,
      memory,
      failures,
      summary: {
        ...NO_SUMMARY,
        min: fields.number('min'),
        max: fields.number('max'),
        mean: fields.number('mean'),
        median: fields.number('median'),
        stddev: fields.number('stddev'),
      },
    }
  }
}
