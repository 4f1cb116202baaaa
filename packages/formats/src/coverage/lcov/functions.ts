import { addSaturated } from '@testwarden/core/model/count'
import type { FunctionCoverage } from '@testwarden/core/model/coverage'
import { ownText } from '../../text/own-text.js'

interface OpenFunction {
  name: string
  line: number
  hits: number
}

interface NamedFunctions {
  readonly starts: [OpenFunction, ...OpenFunction[]]
  counted: number
}

/**
 * The functions of one section. LCOV 1 tells start (`FN`) and count (`FNDA`) apart and ties them by name; the n-th
 * count of a name belongs to its n-th start, since classes may share method names. LCOV 2 numbers groups of aliases
 * (`FNL`, `FNA`): a group is one function.
 */
export class SectionFunctions {
  private readonly named = new Map<string, NamedFunctions>()
  private readonly groups = new Map<string, OpenFunction>()

  addStart(name: string, line: number): void {
    const known = this.named.get(name)
    if (known === undefined) this.addNamed({ name: ownText(name), line, hits: 0 })
    else known.starts.push({ name: known.starts[0].name, line, hits: 0 })
  }

  addCount(name: string, hits: number): void {
    const known = this.named.get(name) ?? this.addNamed({ name: ownText(name), line: 0, hits: 0 })
    const target = known.starts[Math.min(known.counted, known.starts.length - 1)] ?? known.starts[0]
    target.hits = addSaturated(target.hits, hits)
    known.counted++
  }

  addGroup(index: string, line: number): void {
    this.groupOf(index).line = line
  }

  addAlias(index: string, name: string, hits: number): void {
    const group = this.groupOf(index)
    if (group.name === '') group.name = ownText(name)
    group.hits = addSaturated(group.hits, hits)
  }

  /**
   * @param declared the section's own number of functions (`FNF`), or null. It tells what several names on one line are:
   * functions of their own, as istanbul means it, or aliases of one, as lcov and llvm-cov do.
   */
  list(declared: number | null): readonly FunctionCoverage[] {
    const named = [...this.named.values()].flatMap(({ starts }) => starts)
    return [...(declared === null ? named : foldAliases(named, declared)), ...this.groups.values()]
  }

  /** With a name of its own: a section may be the whole file, and must not keep the text alive that names come from. */
  private addNamed(first: OpenFunction): NamedFunctions {
    const fresh: NamedFunctions = { starts: [first], counted: 0 }
    this.named.set(first.name, fresh)
    return fresh
  }

  private groupOf(index: string): OpenFunction {
    const known = this.groups.get(index)
    if (known !== undefined) return known
    const fresh = { name: '', line: 0, hits: 0 }
    this.groups.set(ownText(index), fresh)
    return fresh
  }
}

function foldAliases(named: readonly OpenFunction[], declared: number): readonly OpenFunction[] {
  if (named.length === declared) return named
  const byLine = groupByLine(named)
  return byLine.length === declared ? byLine : named
}

/** One function for each start line: its first name, all counts. Without a line each stays its own. */
function groupByLine(functions: readonly OpenFunction[]): readonly OpenFunction[] {
  const groups = new Map<number | OpenFunction, OpenFunction>()
  for (const found of functions) {
    const key = found.line > 0 ? found.line : found
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { ...found })
    else known.hits = addSaturated(known.hits, found.hits)
  }
  return [...groups.values()]
}
