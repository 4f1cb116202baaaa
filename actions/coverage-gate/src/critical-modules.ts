import type { Field, Parsed, Setting } from '@testwarden/core/config/field'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { PERCENT_SCHEMAS, parsePercent } from '@testwarden/core/config/fields/percent'
import { compareDecimals, parseDecimal } from '@testwarden/core/model/decimal'

/** Files that deserve a floor of their own. */
export interface CriticalModule {
  /** Glob, file or folder, relative to the repository's root. */
  readonly files: string
  /** Exact decimal percentage; null: nobody wrote one, and {@link ASSUMED_CRITICAL_LINE} advises. */
  readonly line: string | null
}

export const ASSUMED_CRITICAL_LINE = '85'

const EXPECTED = 'a list of {files: <glob>, line: <percent>}, or one `<glob>` or `<glob> 85%` per line'

const ENTRY_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['files'],
  properties: {
    files: { type: 'string', pattern: '\\S' },
    line: { anyOf: [...PERCENT_SCHEMAS, { type: 'null' }], default: Number(ASSUMED_CRITICAL_LINE) },
  },
}

/** A last word that ends with a percent sign must be a percentage. */
const LINE_SCHEMA = {
  type: 'string',
  pattern: '\\S',
  anyOf: [
    { not: { pattern: '\\S\\s+\\S*%\\s*$' } },
    { pattern: PERCENT_SCHEMAS[1].pattern.replace('^\\s*', '\\S\\s+').replace('\\s*%?', '%') },
  ],
}

/** Critical modules: a list in the config file; in an input one glob per line, its floor behind it. */
export function criticalModules(details: FieldDetails<readonly CriticalModule[]>): Field<readonly CriticalModule[]> {
  return {
    ...details,
    type: 'field',
    fallbackText: '',
    stricter: null,
    jsonSchema: { anyOf: [{ type: 'string' }, { type: 'array', items: { anyOf: [LINE_SCHEMA, ENTRY_SCHEMA] } }] },
    parse: parseModules,
    tighten: tightenModules,
    toText: (modules) => modules.map(moduleText).join(', ') || 'nothing',
  }
}

function moduleText({ files, line }: CriticalModule): string {
  return line === null ? files : `${files} ${line}%`
}

/** No module may go, no floor may sink; a floor that nobody wrote only advises, so any may take its place. */
function tightenModules(
  base: Setting<readonly CriticalModule[]>,
  wanted: readonly CriticalModule[],
): readonly CriticalModule[] {
  const missing = base.value.filter((module) => !wanted.some((asked) => covers(asked, module)))
  if (missing.length === 0) return wanted
  const kept = new Set(missing.map(({ files }) => files))
  return [...missing, ...wanted.filter(({ files }) => !kept.has(files))]
}

/** The same module with a floor that is at least as high. */
function covers(asked: CriticalModule, module: CriticalModule): boolean {
  if (asked.files !== module.files) return false
  if (asked.line === null || module.line === null) return module.line === null
  const [floor, base] = [parseDecimal(asked.line), parseDecimal(module.line)]
  return floor !== null && base !== null && compareDecimals(floor, base) >= 0
}

function parseModules(raw: unknown): Parsed<readonly CriticalModule[]> {
  const items = typeof raw === 'string' ? raw.split('\n').filter((line) => line.trim() !== '') : raw
  if (!Array.isArray(items)) return { ok: false, expected: EXPECTED }
  const modules = items.map((item: unknown) => (typeof item === 'string' ? parseLine(item) : parseEntry(item)))
  const valid = modules.filter((module) => module !== null)
  return valid.length === modules.length ? { ok: true, value: valid } : { ok: false, expected: EXPECTED }
}

/** `src/billing/**` or `src/billing/** 85%`. A path may hold blanks, so only a percentage at the end is a floor. */
function parseLine(line: string): CriticalModule | null {
  const text = line.trim()
  const blank = text.search(/\s\S*$/)
  const last = text.slice(blank + 1)
  if (blank < 0 || !last.endsWith('%')) return text === '' ? null : { files: text, line: null }
  const floor = parsePercent(last)
  return floor.ok ? { files: text.slice(0, blank).trim(), line: floor.value } : null
}

function parseEntry(entry: unknown): CriticalModule | null {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return null
  const { files, line, ...others }: { files?: unknown; line?: unknown } = entry
  if (typeof files !== 'string' || files.trim() === '' || Object.keys(others).length > 0) return null
  if (line === undefined || line === null) return { files: files.trim(), line: null }
  const floor = parsePercent(line)
  return floor.ok ? { files: files.trim(), line: floor.value } : null
}
