import { BenchmarkBuilder } from '../benchmark/benchmark-builder.js'
import { type CustomEntry, EntryVisitor } from '../benchmark/custom-json/entry.js'
import { boundedName } from '../bounded-name.js'
import { instantOfMilliseconds } from '../instant.js'
import { Fields, members, objects } from '../json/fields.js'
import type { JsonVisitor } from '../json/visitor.js'
import { ownText } from '../text/own-text.js'
import type { WarningLog } from '../warning-log.js'
import type { BenchmarkRun } from './benchmark-run.js'
import { seenBenchmarks } from './seen-benchmarks.js'

const RUN = new Set(['date', 'tool'])
const COMMIT = new Set(['id', 'message', 'url'])

/** `{ entries: { <suite>: [{ commit: { id, message, url }, date, tool, benches: [] }] } }`. */
export function runsVisitor(runs: BenchmarkRun[], warnings: WarningLog): JsonVisitor {
  return objects(() =>
    members((key) => {
      if (key !== 'entries') return null
      return members((name) => {
        const suite = ownText(name)
        return objects((line) => new RunVisitor({ suite, line, warnings }).visitor((run) => runs.push(run)))
      })
    }),
  )
}

interface RunPlace {
  readonly suite: string
  readonly line: number
  readonly warnings: WarningLog
}

class RunVisitor {
  private readonly place: RunPlace
  private readonly commit = new Fields(COMMIT)
  private readonly entries: CustomEntry[] = []

  constructor(place: RunPlace) {
    this.place = place
  }

  visitor(done: (run: BenchmarkRun) => void): JsonVisitor {
    const fields: Fields = new Fields(RUN, {
      enter: (key) => this.enterPart(key),
      done: () => {
        const run = this.run(fields)
        if (run !== null) done(run)
      },
    })
    return fields
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'commit') return this.commit
    if (key !== 'benches') return null
    return objects(() => new EntryVisitor().visitor((entry) => this.entries.push(entry)))
  }

  /** null: nobody knows what it is about. */
  private run(fields: Fields): BenchmarkRun | null {
    const { line, suite, warnings } = this.place
    const commitId = this.commit.text('id') ?? ''
    if (commitId === '') {
      warnings.add('a run without a commit is left out', line)
      return null
    }
    const tool = fields.text('tool') ?? ''
    const [firstLine = ''] = (this.commit.text('message') ?? '').split('\n')
    return {
      suite: boundedName(suite, line, warnings),
      commitId: boundedName(commitId, line, warnings),
      message: firstLine === '' ? null : boundedName(firstLine, line, warnings),
      url: this.commit.text('url'),
      time: instantOfMilliseconds(fields.number('date')),
      tool,
      metrics: this.metrics(tool),
    }
  }

  private metrics(tool: string): BenchmarkRun['metrics'] {
    const { line, warnings } = this.place
    const builder = new BenchmarkBuilder(warnings)
    for (const { seen, value, summary } of seenBenchmarks(tool, this.entries))
      builder.add(seen, { processes: [[value]], summary }, line)
    const { failed, metrics } = builder.report({ dialect: null, machine: null, startedAt: null })
    for (const { name } of failed) warnings.add(`${name} has no value that can be used`, line)
    return metrics
  }
}
