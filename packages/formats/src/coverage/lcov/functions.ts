import { addSaturated } from '@testwarden/core/model/count'
import type { FunctionCoverage } from '@testwarden/core/model/coverage'

interface OpenFunction {
  name: string
  line: number
  hits: number
}

/**
 * The functions of one section. LCOV 1 tells start (`FN`) and count (`FNDA`) apart and ties them by name; the n-th
 * count of a name belongs to its n-th start, since classes may share method names. LCOV 2 numbers groups of aliases
 * (`FNL`, `FNA`): a group is one function.
 */
export class SectionFunctions {
  private readonly named = new Map<string, { readonly starts: OpenFunction[]; counted: number }>()
  private readonly groups = new Map<string, OpenFunction>()

  addStart(name: string, line: number): void {
    this.namedOf(name).starts.push({ name, line, hits: 0 })
  }

  addCount(name: string, hits: number): void {
    const known = this.namedOf(name)
    const target = known.starts[Math.min(known.counted, known.starts.length - 1)]
    if (target === undefined) known.starts.push({ name, line: 0, hits })
    else target.hits = addSaturated(target.hits, hits)
    known.counted++
  }

  addGroup(index: string, line: number): void {
    this.groupOf(index).line = line
  }

  addAlias(index: string, name: string, hits: number): void {
    const group = this.groupOf(index)
    if (group.name === '') group.name = name
    group.hits = addSaturated(group.hits, hits)
  }

  list(): readonly FunctionCoverage[] {
    return [...[...this.named.values()].flatMap(({ starts }) => starts), ...this.groups.values()]
  }

  private namedOf(name: string): { readonly starts: OpenFunction[]; counted: number } {
    const known = this.named.get(name)
    if (known !== undefined) return known
    const fresh = { starts: [], counted: 0 }
    this.named.set(name, fresh)
    return fresh
  }

  private groupOf(index: string): OpenFunction {
    const known = this.groups.get(index)
    if (known !== undefined) return known
    const fresh = { name: '', line: 0, hits: 0 }
    this.groups.set(index, fresh)
    return fresh
  }
}
