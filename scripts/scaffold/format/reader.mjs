import { camelCase, pascalCase } from '../names.mjs'

/**
 * What a new format is called.
 * @typedef {object} FormatNames
 * @property {string} kind
 * @property {string} id
 * @property {string} displayName
 * @property {'lines' | 'xml' | 'json'} skeleton what the file is made of
 */

/**
 * What a format is, and how it is known; loading the code that reads it is left to the run that meets such a file.
 * @param {FormatNames} names
 */
export function formatFile({ id, displayName, skeleton }) {
  return `import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
${DETECTION[skeleton].imports}
${DETECTION[skeleton].constants(id)}

/** ${displayName}. Fill in: who writes it. */
export const ${camelCase(id)}: Format<CoverageReport> = {
  id: '${id}',
  kind: 'coverage',
  displayName: '${displayName}',
  url: 'https://example.com/fill-in-where-the-format-is-specified',
  detect: (head) => ${DETECTION[skeleton].test},
  load: async () => (await import('./${id}/reader.js')).${camelCase(id)}Reader,
}
`
}

const DETECTION = {
  lines: {
    imports: "import { firstTextLine } from '../text/first-text-line.js'",
    constants: (id) =>
      `/** Fill in: how the first line of every such file begins. */\nconst FIRST_LINE = /^fill in the first line of ${id}/`,
    test: "FIRST_LINE.test(firstTextLine(head) ?? '')",
  },
  xml: {
    imports: "import { peekXml } from '../xml/peek.js'",
    constants: (id) =>
      `/** Fill in: the root element. When other formats share it, also ask its attributes and children. */\nconst ROOT = 'fill-in-the-root-of-${id}'`,
    test: 'peekXml(head)?.root === ROOT',
  },
  json: {
    imports: "import { peekJson } from '../json/peek.js'\nimport { asObject } from '../json/value.js'",
    constants: (id) =>
      `/** Fill in: a key of the root that no other format has. When there is none, ask what stands below it. */\nconst KEY = 'fill-in-a-key-of-${id}'`,
    test: 'asObject(peekJson(head))?.has(KEY) === true',
  },
}

/**
 * The reader of a format that is made of lines: everything but the lines themselves.
 * @param {FormatNames} names
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
 * The reader of a format that is XML: everything but the elements themselves.
 * @param {FormatNames} names
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
 * The reader of a format that is JSON: everything but the members themselves.
 * @param {FormatNames} names
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
