import type { ParseResult } from '@testwarden/core/model/result'
import type { TestCase, TestRunReport } from '@testwarden/core/model/test-run'
import { countTests } from '@testwarden/core/model/test-totals'
import type { OpenReader, Reader } from '../../src/format.js'
import { testRunFormats } from '../../src/test-run/registry.js'

const loaded = new Map<string, OpenReader<TestRunReport>>()
// One after the other: the modules of jest fail where two of them are loaded at once.
for (const { id, load } of testRunFormats) loaded.set(id, await load())

/** A reader of the test run format with this id, without waiting for its code. */
export function openTestRun(id: string, path = 'report'): Reader<TestRunReport> {
  const open = loaded.get(id)
  if (open === undefined) throw new Error(`no format ${id}`)
  return open({ path })
}

const SHOWN_CASES = 40

/** A reading as `expected.json` of a fixture has it. */
export function summaryOfTestRun(format: string, result: ParseResult<TestRunReport>): unknown {
  if (!result.ok) return { error: { line: result.error.line, message: result.error.message } }
  const { model, partial, warnings } = result
  return {
    format,
    dialect: model.dialect,
    partial,
    totals: countTests(model.cases),
    suites: model.suites,
    durationUs: model.durationUs,
    startedAt: model.startedAt,
    declared: model.declared,
    cases: [...model.cases].slice(0, SHOWN_CASES).map(caseLine),
    warnings: warnings.map(({ message }) => message),
  }
}

/** `FP suite > Class > name (file:3) [tag] AssertionError: message`: one letter per attempt, the failure of the last. */
export function caseLine(testCase: TestCase): string {
  const { suite, className, name, file, line, tags, attempts, status } = testCase
  const letters =
    attempts.length === 0 ? letterOf(status) : attempts.map((attempt) => letterOf(attempt.status)).join('')
  const path = [...suite, ...(className === null ? [] : [className]), name].join(' > ')
  const place = file === null ? '' : ` (${file}${line === null ? '' : `:${line}`})`
  const marks = tags.length === 0 ? '' : ` [${tags.join(', ')}]`
  const failure = attempts.findLast((attempt) => attempt.failure !== null)?.failure
  const [firstLine = ''] = failure?.message.split('\n') ?? []
  return `${letters} ${path}${place}${marks}${failure == null ? '' : ` ${failure.type ?? '-'}: ${firstLine}`}`
}

function letterOf(status: TestCase['status']): string {
  return status.slice(0, 1).toUpperCase()
}
