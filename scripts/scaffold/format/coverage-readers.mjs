import { camelCase, pascalCase } from '../names.mjs'

/**
 * The reader of a format of coverage that is made of lines: everything but the lines themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function lineReader({ id, displayName }) {
  const machine = `${pascalCase(id)}Machine`
  return `import type { CoverageReport } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader, type TextMachine } from '../../guarded-reader.js'
import { type LineSink, LineSplitter } from '../../text/line-splitter.js'
import { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'

/** No tool writes longer ones. */
const MAX_LINE_LENGTH = 64 * 1024

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader({ path }: ReaderOptions): Reader<CoverageReport> {
  return guardedReader(path, new ${machine}(path))
}

class ${machine} implements TextMachine<CoverageReport>, LineSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: LineSplitter
  /** Fill in: 'sum' when a line that is listed twice ran both times, 'max' when both entries tell of the same runs. */
  private readonly builder = new CoverageBuilder('sum')

  constructor(path: string) {
    this.path = path
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'refuse' })
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): { readonly model: CoverageReport; readonly partial: boolean } {
    this.lines.end()
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    return { model: { dialect: null, files, sources: [], declared: null }, partial: false }
  }

  /** Fill in: \`this.builder.file(path).addLine(line, hits)\` for what the line tells, a warning for what is odd. */
  line(_text: string, _start: number, _end: number, at: number): void {
    throw new ReportError('reading ${displayName} is not written yet', {
      path: this.path,
      line: at,
      remedy: 'Write \`line\` of packages/formats/src/coverage/${id}/reader.ts.',
    })
  }
}
`
}

/**
 * The reader of a format of coverage that is XML: everything but the elements themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function xmlReader({ id, displayName }) {
  const document = `${pascalCase(id)}Document`
  return `import type { CoverageReport } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { Reader, ReaderOptions } from '../../format.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { CoverageBuilder } from '../coverage-builder.js'

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader({ path }: ReaderOptions): Reader<CoverageReport> {
  return xmlReader(path, (warnings) => {
    const document = new ${document}(path, warnings)
    return { handler: document, model: () => document.report() }
  })
}

class ${document} implements XmlHandler {
  private readonly path: string
  private readonly warnings: WarningLog
  /** Fill in: 'sum' when a line that is listed twice ran both times, 'max' when both entries tell of the same runs. */
  private readonly builder = new CoverageBuilder('max')

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
  }

  /** Fill in: \`this.builder.file(path).addLine(line, hits)\` for what the element tells, a warning for what is odd. */
  open(_name: string, _attributes: XmlAttributes, line: number): void {
    throw new ReportError('reading ${displayName} is not written yet', {
      path: this.path,
      line,
      remedy: 'Write \`open\` of packages/formats/src/coverage/${id}/reader.ts.',
    })
  }

  close(_name: string): void {
    // Fill in: what ends with an element, such as the file that lines belong to.
  }

  report(): CoverageReport {
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    return { dialect: null, files, sources: [], declared: null }
  }
}
`
}

/**
 * The reader of a format of coverage that is JSON: everything but the members themselves.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function jsonReader({ id, displayName }) {
  const document = `${pascalCase(id)}Document`
  return `import type { CoverageReport } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { Reader, ReaderOptions } from '../../format.js'
import { type JsonDocument, jsonReader } from '../../json/json-reader.js'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'

/** Reads ${displayName}. */
export function ${camelCase(id)}Reader({ path }: ReaderOptions): Reader<CoverageReport> {
  return jsonReader(path, (warnings) => new ${document}(path, warnings))
}

class ${document} implements JsonDocument<CoverageReport> {
  readonly visitor: JsonVisitor = { enter: (_key, container, line) => this.root(container, line) }
  private readonly path: string
  private readonly warnings: WarningLog
  /** Fill in: 'sum' when a line that is listed twice ran both times, 'max' when both entries tell of the same runs. */
  private readonly builder = new CoverageBuilder('sum')

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
  }

  model(): CoverageReport {
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    return { dialect: null, files, sources: [], declared: null }
  }

  /** Fill in: who gets the root's members. \`this.builder.file(path).addLine(line, hits)\` for what they tell. */
  private root(_container: JsonContainer, line: number): JsonVisitor | null {
    throw new ReportError('reading ${displayName} is not written yet', {
      path: this.path,
      line,
      remedy: 'Write \`root\` of packages/formats/src/coverage/${id}/reader.ts.',
    })
  }
}
`
}
