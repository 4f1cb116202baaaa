import { MAX_TRACE, type TestAttempt, type TestRunReport } from '@testwarden/core/model/test-run'
import type { WarningLog } from '../../warning-log.js'
import { ClippedText } from '../clipped-text.js'
import { microsecondsOfSeconds } from '../duration.js'
import { type SeenCase, TestRunBuilder } from '../test-run-builder.js'
import { statusOfFailure, tapFailure } from './failure.js'
import { type HeldCase, Level, type OpenPoint } from './level.js'
import type { TestPoint } from './test-point.js'
import type { YamlBlock } from './yaml-block.js'

const SUBTEST_INDENT = 4
/** Nothing real nests so deep. */
const MAX_DEPTH = 100
const BRACE = /\s?\{$/

/** Results and their subtests as they come, cases as soon as the names of their suites are known. */
export class TapResults {
  private readonly builder: TestRunBuilder
  private readonly warnings: WarningLog
  /** Outermost first, never empty. */
  private levels: Level[] = [new Level(0, '')]
  private last: OpenPoint | null = null
  private suites = 0
  private streams = 0

  constructor(warnings: WarningLog) {
    this.warnings = warnings
    this.builder = new TestRunBuilder(warnings)
  }

  /** The result that a YAML block belongs to. */
  get pending(): OpenPoint | null {
    return this.last
  }

  /** The innermost one that is open. */
  get level(): Level {
    return this.levels.at(-1) ?? this.begin(null)
  }

  /** Whether there was any result or plan. */
  get hasAny(): boolean {
    return this.streams > 0 || this.builder.count > 0
  }

  /** A stream of its own. @param name what it is of, where that is known */
  begin(name: string | null): Level {
    const root = new Level(0, name ?? '')
    this.levels = [root]
    return root
  }

  /** Whether lines with this indent are of a level that is open, or may be subtests of one. */
  accepts(indent: number): boolean {
    return this.levels.some(({ indent: open }, depth) => {
      return open === indent || (open + SUBTEST_INDENT === indent && depth < MAX_DEPTH)
    })
  }

  /** @param indent one that is accepted */
  enter(indent: number): Level {
    while (this.level.indent > indent) this.leave()
    if (this.level.indent === indent) this.settlePending()
    else this.descend(indent)
    return this.level
  }

  open(point: TestPoint, at: number): void {
    const { level } = this
    const child = level.lastChild
    if (child !== null && child.name === null) this.name(child, point.name)
    level.lastChild = null
    level.announced = null
    this.last = { point, at, child, comments: null, yaml: null, isBraced: point.isBraced }
  }

  addComment(text: string): void {
    if (this.last === null || this.last.point.isOk) return
    this.last.comments ??= new ClippedText(MAX_TRACE)
    this.last.comments.add(`${text}\n`)
  }

  openBrace(): void {
    if (this.last !== null) this.last.isBraced = true
  }

  /** Ends a stream. */
  finish(): { readonly isOpen: boolean; readonly level: Level } {
    let isOpen = this.levels.length > 1
    while (this.levels.length > 1) this.leave()
    this.settlePending()
    const { level } = this
    isOpen ||= level.lastChild !== null
    this.orphan(level)
    const isAny = level.results > 0 || level.planned !== null
    if (isAny) this.streams++
    // A stream that plans nothing is still a suite.
    if (level.cases > 0 || level.planned === 0) this.suites++
    return { isOpen, level }
  }

  report(dialect: string | null, durationUs: number | null): TestRunReport {
    return this.builder.report({ dialect, suites: this.suites, durationUs, startedAt: null, declared: null })
  }

  private descend(indent: number): void {
    const parent = this.level
    const owner = this.last?.isBraced === true ? this.last : null
    if (owner === null) this.settlePending()
    this.last = null
    this.orphan(parent)
    const name = owner === null ? parent.announced : owner.point.name.replace(BRACE, '')
    parent.announced = null
    this.levels.push(new Level(indent, name, owner))
  }

  /** Ends the innermost subtests. */
  private leave(): void {
    this.settlePending()
    const child = this.levels.pop()
    if (child === undefined) return
    this.orphan(child)
    if (child.planned !== null && child.planned !== child.results)
      this.warnings.add(`${child.planned} subtests are planned, ${child.results} are there`, child.owner?.at ?? null)
    if (child.cases > 0) this.suites++
    if (child.owner === null) this.level.lastChild = child
    else this.settle({ ...child.owner, child })
  }

  /** Subtests whose result never came. */
  private orphan(level: Level): void {
    const child = level.lastChild
    if (child === null) return
    level.lastChild = null
    level.hasFailure ||= child.hasFailure
    if (child.name === null) this.name(child, '')
  }

  private settlePending(): void {
    const point = this.last
    this.last = null
    if (point !== null) this.settle(point)
  }

  private settle(open: OpenPoint): void {
    const { level } = this
    const attempt = attemptOf(open)
    level.results++
    level.hasFailure ||= attempt.failure !== null || open.child?.hasFailure === true
    if (!isOwnCase(open, attempt)) return
    level.cases++
    const name = nameOf(open) ?? `test ${open.point.number ?? level.results}`
    this.add({ name, attempt, levels: this.levels.slice(), at: open.at })
  }

  /** A case waits while anything around it has no name. */
  private add(held: HeldCase): void {
    const unnamed = held.levels.find((level) => level.name === null)
    if (unnamed !== undefined) unnamed.held.push(held)
    else this.builder.add(caseOf(held), held.at)
  }

  private name(level: Level, name: string): void {
    const { held } = level
    level.name = name
    level.held = []
    for (const each of held) this.add(each)
  }
}

/** Without the brace in front of subtests; null for a result that nothing names. */
function nameOf({ point, child }: OpenPoint): string | null {
  const name = child === null ? point.name : point.name.replace(BRACE, '')
  return [name, child?.name ?? ''].find((each) => each !== '') ?? null
}

function caseOf({ name, attempt, levels }: HeldCase): SeenCase {
  const { durationUs } = attempt
  return {
    suite: pathOf(levels),
    className: null,
    name,
    file: null,
    line: null,
    durationUs,
    tags: [],
    attempts: [attempt],
  }
}

/** One array for all cases of a level: what is equal is then quickly seen to be. */
function pathOf(levels: readonly Level[]): readonly string[] {
  const innermost = levels.at(-1)
  if (innermost === undefined) return []
  innermost.path ??= levels.map(({ name }) => name ?? '').filter((name) => name !== '')
  return innermost.path
}

function attemptOf({ point, yaml, comments }: OpenPoint): TestAttempt {
  const durationUs = point.durationUs ?? durationOf(yaml)
  // bats writes not ok for what it skips.
  if (point.directive !== null) return { status: 'skipped', durationUs, failure: null }
  if (point.isOk) return { status: 'passed', durationUs, failure: null }
  const lines = comments?.toString().trimEnd().split('\n') ?? []
  return { status: statusOfFailure(yaml), durationUs, failure: tapFailure(yaml, lines) }
}

function durationOf(yaml: YamlBlock | null): number | null {
  const milliseconds = Number(yaml?.get('duration_ms') ?? Number.NaN)
  return microsecondsOfSeconds(milliseconds / 1000)
}

/** Whether a result counts beside its subtests. */
function isOwnCase({ child, yaml }: OpenPoint, { failure }: TestAttempt): boolean {
  if (yaml?.get('type') === 'suite') return failure !== null && yaml.get('failureType') !== 'subtestsFailed'
  if (child === null || child.results === 0 || durationOf(yaml) !== null) return true
  return failure !== null && !child.hasFailure
}
