import { Fields, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { BenchmarkBuilder } from '../benchmark-builder.js'
import { BenchmarkTest, type FailedTest, type TestTask } from './benchmark-test.js'

const WANTED = new Set(['name'])
const BENCHMARK_FILE = /\.bench\.[cm]?[jt]sx?$/

/**
 * One member of `testResults`. It names its file behind its tests, so they wait for it; where the file is cut off before,
 * they are lost.
 */
export class BenchmarkFile {
  private readonly tasks: TestTask[] = []
  private readonly failed: FailedTest[] = []
  private fields = new Fields(WANTED)

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, {
      enter: (key) => (key === 'assertionResults' ? objects((line) => this.enterTest(line)) : null),
      done,
    })
    return this.fields
  }

  /** The folder of a file is not part of a name: the path is absolute, and another one on each machine. */
  addTo(builder: BenchmarkBuilder): void {
    const file = this.fields.text('name')
    const short = file?.split(/[\\/]/).at(-1)
    const named = (name: string): string => (short === undefined ? name : `${short} > ${name}`)
    for (const { name, samples, sourceLine, line } of this.tasks) {
      if (samples === null) builder.fail(named(name), 'It gave no statistics.', line)
      else builder.add({ name: named(name), metric: 'time', unit: 'ms', file, line: sourceLine }, samples, line)
    }
    const isOfBenchmarks = this.tasks.length > 0 || BENCHMARK_FILE.test(file ?? '')
    if (isOfBenchmarks) for (const { name, message, line } of this.failed) builder.fail(named(name), message, line)
  }

  private enterTest(line: number): JsonVisitor {
    const test = new BenchmarkTest(line)
    return test.visitor(() => {
      this.tasks.push(...test.tasks())
      const failed = test.failure()
      if (failed !== null) this.failed.push(failed)
    })
  }
}
