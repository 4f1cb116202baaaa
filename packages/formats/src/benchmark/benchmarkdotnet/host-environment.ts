import type { ReportedMachine } from '@testwarden/core/model/benchmark'
import { Fields } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { reportedMachine } from '../reported-machine.js'

const WANTED = new Set(['ProcessorName', 'OsVersion', 'LogicalCoreCount', 'ProcessorCount'])
const VALUE = new Set(['Value'])
const UNKNOWN = /^unknown/i

/** `{ ProcessorName, OsVersion, LogicalCoreCount, … }`; up to version 0.10 names are objects: `{ IsValueCreated, Value }`. */
export class HostEnvironment {
  private readonly cpu = new Fields(VALUE)
  private readonly os = new Fields(VALUE)
  private readonly fields = new Fields(WANTED, { enter: (key) => this.enterPart(key) })

  get visitor(): JsonVisitor {
    return this.fields
  }

  machine(): ReportedMachine | null {
    const { cpu, fields, os } = this
    const name = fields.text('ProcessorName') ?? cpu.text('Value') ?? ''
    return reportedMachine({
      cpu: UNKNOWN.test(name) ? null : name,
      cores: fields.count('LogicalCoreCount') ?? fields.count('ProcessorCount'),
      os: fields.text('OsVersion') ?? os.text('Value'),
    })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'ProcessorName') return this.cpu
    return key === 'OsVersion' ? this.os : null
  }
}
