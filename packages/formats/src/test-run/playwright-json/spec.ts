import { Fields, objects, texts } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { sumOfAttempts } from '../attempt.js'
import { type SeenCase, SKIPPED } from '../test-run-builder.js'
import { Result } from './result.js'

const WANTED = new Set(['title', 'file', 'line'])
const TEST = new Set(['projectName', 'expectedStatus'])
const MAX_TAGS = 100
/** Projects times repetitions; and attempts of each. */
const MAX_TESTS = 100_000
const MAX_RESULTS = 1_000

interface ProjectTest {
  readonly fields: Fields
  readonly results: readonly Result[]
}

/** One test as it is written, which each project runs as a case of its own. */
export class Spec {
  private readonly warnings: WarningLog
  private readonly at: number
  private readonly tags: string[] = []
  private readonly tests: ProjectTest[] = []
  private fields = new Fields(WANTED)

  /** @param at line of the report */
  constructor(warnings: WarningLog, at: number) {
    this.warnings = warnings
    this.at = at
  }

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, {
      enter: (key) => {
        if (key === 'tags') return texts(this.tags, MAX_TAGS)
        return key === 'tests' ? objects(() => this.enterTest()) : null
      },
      done,
    })
    return this.fields
  }

  /** @param path titles around the test */
  seen(path: readonly string[]): readonly SeenCase[] {
    return this.tests.map((test) => this.seenTest(test, path))
  }

  private enterTest(): JsonVisitor | null {
    if (this.tests.length >= MAX_TESTS) return this.leaveOut(`tests of one title beyond the first ${MAX_TESTS}`)
    const results: Result[] = []
    const fields = new Fields(TEST, {
      enter: (key) => (key === 'results' ? objects(() => this.enterResult(results)) : null),
    })
    this.tests.push({ fields, results })
    return fields
  }

  private enterResult(results: Result[]): JsonVisitor | null {
    if (results.length >= MAX_RESULTS) return this.leaveOut(`attempts of one test beyond the first ${MAX_RESULTS}`)
    const result = new Result()
    results.push(result)
    return result.fields
  }

  private leaveOut(what: string): null {
    this.warnings.add(`${what} are left out`, this.at)
    return null
  }

  private seenTest({ fields, results }: ProjectTest, path: readonly string[]): SeenCase {
    const expected = fields.text('expectedStatus') ?? 'passed'
    const attempts = results.map((result) => result.attempt(expected, this.warnings, this.at))
    return {
      suite: [fields.text('projectName') ?? '', ...path],
      className: null,
      name: this.fields.text('title') ?? '',
      file: this.fields.text('file'),
      line: this.fields.line('line'),
      durationUs: sumOfAttempts(attempts),
      tags: this.tags,
      // A test without results was not reached.
      attempts: attempts.length === 0 ? SKIPPED : attempts,
    }
  }
}
