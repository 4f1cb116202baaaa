import { Fields, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { BenchmarkBuilder } from '../benchmark-builder.js'
import { MitataRun } from './run.js'

const WANTED = new Set(['alias', 'name', 'group'])
/** How versions before 1 call a group without a name. */
const NAMELESS_GROUP = '$mitata_group'

/**
 * One benchmark: `{ alias, group, runs: [<run>] }`, with a run for each set of arguments. Before version 1 it is its own and
 * only run, `{ name, group, stats, error }`. Runs stand in front of what their names are made of, so they wait for it; where
 * the file is cut off before, they are lost.
 */
export class MitataTrial {
  private readonly line: number
  private readonly nameOfGroup: (index: number) => string | null
  private readonly runs: MitataRun[] = []
  private fields = new Fields(WANTED)

  constructor(line: number, nameOfGroup: (index: number) => string | null) {
    this.line = line
    this.nameOfGroup = nameOfGroup
  }

  visitor(done: () => void): JsonVisitor {
    const only = new MitataRun(this.line)
    this.fields = new Fields(WANTED, {
      enter: (key) => (key === 'runs' ? objects((line) => this.enterRun(line)) : only.enterPart(key)),
      done: () => {
        if (only.isTold) this.runs.push(only)
        done()
      },
    })
    return this.fields
  }

  addTo(builder: BenchmarkBuilder): void {
    const alias = this.fields.text('alias')
    const group = this.group()
    for (const run of this.runs) {
      const name = run.name(alias) ?? this.fields.text('name') ?? ''
      run.addTo(builder, group === null ? name : `${group} > ${name}`)
    }
  }

  private enterRun(line: number): JsonVisitor {
    const run = new MitataRun(line)
    return run.visitor(() => void this.runs.push(run))
  }

  private group(): string | null {
    const index = this.fields.count('group')
    if (index !== null) return this.nameOfGroup(index)
    const name = this.fields.text('group')
    return name === null || name === '' || name.startsWith(NAMELESS_GROUP) ? null : name
  }
}
