import { camelCase, pascalCase } from '../names.mjs'

/**
 * The reader of a format of benchmarks that is made of lines: everything but the lines themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function lineReader({ id, displayName }) {
  const machine = `${pascalCase(id)}Machine`
  return `import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader, type TextMachine } from '../../guarded-reader.js'
import { type LineSink, LineSplitter } from '../../text/line-splitter.js'
import { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'

/** Longer lines are cut: programs print them. */
const MAX_LINE_LENGTH = 256 * 1024

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader({ path }: ReaderOptions): Reader<BenchmarkReport> {
  return guardedReader(path, new ${machine}(path))
}

class ${machine} implements TextMachine<BenchmarkReport>, LineSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: LineSplitter
  private readonly builder = new BenchmarkBuilder(this.warnings)

  constructor(path: string) {
    this.path = path
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'cut' })
  }

  write(text: string): void {
    this.lines.write(text)
  }

  /** Fill in: how the file shows that it ends early, and what it tells of the machine. */
  end(): { readonly model: BenchmarkReport; readonly partial: boolean } {
    this.lines.end()
    return { model: this.builder.report({ dialect: null, machine: null, startedAt: null }), partial: false }
  }

  ${fillInBenchmark('line')}
  line(_text: string, _start: number, _end: number, at: number): void {
    ${notWritten({ id, displayName, method: 'line', at: 'line: at' })}
  }
}
`
}

/**
 * The reader of a format of benchmarks that is XML: everything but the elements themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function xmlReader({ id, displayName }) {
  const document = `${pascalCase(id)}Document`
  return `import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { Reader, ReaderOptions } from '../../format.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { lenientXmlReader } from '../../xml/lenient-xml-reader.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader({ path }: ReaderOptions): Reader<BenchmarkReport> {
  return lenientXmlReader(path, (warnings) => {
    const document = new ${document}(path, warnings)
    return { handler: document, endEarly: () => document.endEarly(), model: () => document.report() }
  })
}

class ${document} implements XmlHandler {
  private readonly path: string
  private readonly builder: BenchmarkBuilder

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new BenchmarkBuilder(warnings)
  }

  ${fillInBenchmark('element')}
  open(_name: string, _attributes: XmlAttributes, line: number): void {
    ${notWritten({ id, displayName, method: 'open', at: 'line' })}
  }

  close(_name: string): void {
    // Fill in: what ends with an element, such as the benchmark that samples belong to.
  }

  /**
   * Fill in: a benchmark that was open counts only where all of its numbers are there.
   * @returns whether there is a benchmark
   */
  endEarly(): boolean {
    return this.builder.count > 0
  }

  /** Fill in: what the file tells of the machine. */
  report(): BenchmarkReport {
    return this.builder.report({ dialect: null, machine: null, startedAt: null })
  }
}
`
}

/**
 * The reader of a format of benchmarks that is JSON: everything but the members themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function jsonReader({ id, displayName }) {
  const document = `${pascalCase(id)}Document`
  return `import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { Reader, ReaderOptions } from '../../format.js'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import { type BenchmarkDocument, benchmarkJsonReader } from '../json-reader.js'

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader(options: ReaderOptions): Reader<BenchmarkReport> {
  return benchmarkJsonReader(options, (warnings) => new ${document}(options.path, warnings))
}

class ${document} implements BenchmarkDocument {
  readonly visitor: JsonVisitor = { enter: (_key, container, line) => this.root(container, line) }
  private readonly path: string
  private readonly builder: BenchmarkBuilder

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new BenchmarkBuilder(warnings)
  }

  get count(): number {
    return this.builder.count
  }

  /** Fill in: what the file tells of the machine. */
  model(): BenchmarkReport {
    return this.builder.report({ dialect: null, machine: null, startedAt: null })
  }

  ${fillInBenchmark('member')}
  private root(_container: JsonContainer, line: number): JsonVisitor | null {
    ${notWritten({ id, displayName, method: 'root', at: 'line' })}
  }
}
`
}

/** @param {string} part what tells of a benchmark */
function fillInBenchmark(part) {
  return `/**
   * Fill in: \`this.builder.add(seen, samples, line)\` for what the ${part} tells of a benchmark, with its unit as written and
   * a list for each process; \`this.builder.fail\` for one that gave no number, a warning for what is odd.
   */`
}

/** So that nothing passes before it is done; the message leads to the place. */
function notWritten({ id, displayName, method, at }) {
  return `throw new ReportError('reading ${displayName} is not written yet', {
      path: this.path,
      ${at},
      remedy: 'Write \`${method}\` of packages/formats/src/benchmark/${id}/reader.ts.',
    })`
}
