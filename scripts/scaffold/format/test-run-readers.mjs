import { camelCase, pascalCase } from '../names.mjs'

/**
 * The reader of a format of test results that is made of lines: everything but the lines themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function lineReader({ id, displayName }) {
  const machine = `${pascalCase(id)}Machine`
  return `import { ReportError } from '@testwarden/core/model/errors'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader, type TextMachine } from '../../guarded-reader.js'
import { type LineSink, LineSplitter } from '../../text/line-splitter.js'
import { WarningLog } from '../../warning-log.js'
import { SuiteCounter } from '../suite-counter.js'
import { TestRunBuilder } from '../test-run-builder.js'

/** Longer lines are cut: a message may be of any length. */
const MAX_LINE_LENGTH = 1024 * 1024

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader({ path }: ReaderOptions): Reader<TestRunReport> {
  return guardedReader(path, new ${machine}(path))
}

class ${machine} implements TextMachine<TestRunReport>, LineSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: LineSplitter
  private readonly builder = new TestRunBuilder(this.warnings)
  private readonly suites = new SuiteCounter()

  constructor(path: string) {
    this.path = path
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'cut' })
  }

  write(text: string): void {
    this.lines.write(text)
  }

  /** Fill in: how the file shows that it ends early (then it is partial), and what it tells of the whole run. */
  end(): { readonly model: TestRunReport; readonly partial: boolean } {
    this.lines.end()
${indented(REPORT)}
    return { model, partial: false }
  }

  ${fillInCase('line')}
  line(_text: string, _start: number, _end: number, at: number): void {
    ${notWritten({ id, displayName, method: 'line', at: 'line: at' })}
  }
}
`
}

/**
 * The reader of a format of test results that is XML: everything but the elements themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function xmlReader({ id, displayName }) {
  const document = `${pascalCase(id)}Document`
  return `import { ReportError } from '@testwarden/core/model/errors'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { lenientXmlReader } from '../../xml/lenient-xml-reader.js'
import { SuiteCounter } from '../suite-counter.js'
import { TestRunBuilder } from '../test-run-builder.js'

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader({ path }: ReaderOptions): Reader<TestRunReport> {
  return lenientXmlReader(path, (warnings) => {
    const document = new ${document}(path, warnings)
    return { handler: document, endEarly: () => document.endEarly(), model: () => document.report() }
  })
}

class ${document} implements XmlHandler {
  private readonly path: string
  private readonly builder: TestRunBuilder
  private readonly suites = new SuiteCounter()

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new TestRunBuilder(warnings)
  }

  ${fillInCase('element')}
  open(_name: string, _attributes: XmlAttributes, line: number): void {
    ${notWritten({ id, displayName, method: 'open', at: 'line' })}
  }

  text(_piece: string): void {
    // Fill in: what a failure says, in pieces; \`isTextWanted\` spares the copies of those that nobody asks for.
  }

  close(_name: string): void {
    // Fill in: what ends with an element, such as the case that a failure belongs to.
  }

  /**
   * Fill in: the case that was open counts where its attributes say how it ended.
   * @returns whether there is a case
   */
  endEarly(): boolean {
    return this.builder.count > 0
  }

  /** Fill in: what the file tells of the whole run. */
  report(): TestRunReport {
${indented(REPORT.replace('const model =', 'return'))}
  }
}
`
}

/**
 * The reader of a format of test results that is JSON: everything but the members themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function jsonReader({ id, displayName }) {
  const document = `${pascalCase(id)}Document`
  return `import { ReportError } from '@testwarden/core/model/errors'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { type TestRunDocument, testRunJsonReader } from '../json-reader.js'
import { SuiteCounter } from '../suite-counter.js'
import { TestRunBuilder } from '../test-run-builder.js'

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader(options: ReaderOptions): Reader<TestRunReport> {
  return testRunJsonReader(options, (warnings) => new ${document}(options.path, warnings))
}

class ${document} implements TestRunDocument {
  readonly visitor: JsonVisitor = { enter: (_key, container, line) => this.root(container, line) }
  private readonly path: string
  private readonly builder: TestRunBuilder
  private readonly suites = new SuiteCounter()

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new TestRunBuilder(warnings)
  }

  get count(): number {
    return this.builder.count
  }

  /** Fill in: what the file tells of the whole run. */
  model(): TestRunReport {
${indented(REPORT.replace('const model =', 'return'))}
  }

  ${fillInCase('member')}
  private root(_container: JsonContainer, line: number): JsonVisitor | null {
    ${notWritten({ id, displayName, method: 'root', at: 'line' })}
  }
}
`
}

const REPORT = `const model = this.builder.report({
  dialect: null,
  suites: this.suites.count,
  durationUs: null,
  startedAt: null,
  declared: null,
})`

function indented(text) {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
}

/** @param {string} part what tells of a case */
function fillInCase(part) {
  return `/**
   * Fill in: \`this.suites.see(suite)\` and \`this.builder.add(seen, line)\` for the case that the ${part} tells of, a warning
   * for what is odd. Times are microseconds (\`duration.ts\`), moments have a zone (\`timestamp.ts\`).
   */`
}

/** So that nothing passes before it is done; the message leads to the place. */
function notWritten({ id, displayName, method, at }) {
  return `throw new ReportError('reading ${displayName} is not written yet', {
      path: this.path,
      ${at},
      remedy: 'Write \`${method}\` of packages/formats/src/test-run/${id}/reader.ts.',
    })`
}
