import { GrowingIntegers } from '../../compact/growing-integers.js'
import { NameNumbers } from '../../compact/name-numbers.js'
import type { NumberedFunction } from '../coverage-builder.js'
import { FunctionList } from './function-list.js'

/**
 * The functions of one section. LCOV 1 tells start (`FN`) and count (`FNDA`) apart and ties them by name; the n-th
 * count of a name belongs to its n-th start, since classes may share method names. LCOV 2 numbers groups of aliases
 * (`FNL`, `FNA`): a group is one function.
 *
 * Serves one section after the other. What points to a function is its index plus one, 0 where there is none.
 */
export class SectionFunctions {
  private readonly names: NameNumbers
  private readonly named = new FunctionList()
  /** By the number of a name: its first and last start, and the one that was counted last. */
  private readonly firstStarts = new GrowingIntegers()
  private readonly lastStarts = new GrowingIntegers()
  private readonly lastCounted = new GrowingIntegers()
  /** By index: the next start of the same name. */
  private readonly nextStarts = new GrowingIntegers()

  private readonly groups = new FunctionList()
  private readonly groupNames = new NameNumbers()
  /** By the number of a group's name; and the other way round. */
  private readonly groupIndexes = new GrowingIntegers()
  private readonly groupNumbers = new GrowingIntegers()

  /** @param names of the functions of the whole report */
  constructor(names: NameNumbers) {
    this.names = names
  }

  /** @returns false, as all that add do, when the report names more functions than can be told apart */
  addStart(name: string, line: number): boolean {
    const number = this.names.numberOf(name)
    if (number !== null) this.addNamed(number, line)
    return number !== null
  }

  addCount(name: string, hits: number): boolean {
    const number = this.names.numberOf(name)
    if (number === null) return false
    if (this.firstStarts.at(number) === 0) this.addNamed(number, 0)
    const last = this.lastCounted.at(number)
    const target = last === 0 ? this.firstStarts.at(number) : this.nextStarts.at(last - 1) || last
    this.named.addHits(target - 1, hits)
    this.lastCounted.set(number, target)
    return true
  }

  addGroup(group: string, line: number): boolean {
    const index = this.indexOfGroup(group)
    if (index !== null) this.groups.setLine(index, line)
    return index !== null
  }

  addAlias(group: string, name: string, hits: number): boolean {
    const index = this.indexOfGroup(group)
    const number = this.names.numberOf(name)
    if (index === null || number === null) return false
    if (this.names.nameOf(this.groups.at(index).name) === '') this.groups.setName(index, number)
    this.groups.addHits(index, hits)
    return true
  }

  /**
   * @param declared the section's own number of functions (`FNF`), or null. It tells what several names on one line are:
   * functions of their own, as istanbul means it, or aliases of one, as lcov and llvm-cov do.
   * Ask once for a section: aliases are folded in place.
   */
  *list(declared: number | null): Generator<NumberedFunction, undefined> {
    const leaders = declared === null || declared === this.named.length ? null : this.leadersOfLines()
    if (leaders === null || leaders.count !== declared) {
      for (let index = 0; index < this.named.length; index++) yield this.named.at(index)
    } else yield* this.foldAliases(leaders.byLine)
    for (let index = 0; index < this.groups.length; index++) yield this.groups.at(index)
  }

  /** For the next section. */
  clear(): void {
    for (let index = 0; index < this.named.length; index++) {
      const { name } = this.named.at(index)
      for (const column of [this.firstStarts, this.lastStarts, this.lastCounted]) column.set(name, 0)
    }
    for (let index = 0; index < this.groups.length; index++) this.groupIndexes.set(this.groupNumbers.at(index), 0)
    this.named.clear()
    this.groups.clear()
  }

  private addNamed(number: number, line: number): void {
    const index = this.named.push(number, line)
    this.nextStarts.set(index, 0)
    const last = this.lastStarts.at(number)
    if (last === 0) this.firstStarts.set(number, index + 1)
    else this.nextStarts.set(last - 1, index + 1)
    this.lastStarts.set(number, index + 1)
  }

  private indexOfGroup(group: string): number | null {
    const number = this.groupNames.numberOf(group)
    const nameless = this.names.numberOf('')
    if (number === null || nameless === null) return null
    const known = this.groupIndexes.at(number)
    if (known !== 0) return known - 1
    const index = this.groups.push(nameless, 0)
    this.groupNumbers.set(index, number)
    this.groupIndexes.set(number, index + 1)
    return index
  }

  /** The first function on each line, and how many functions remain if the others there are its aliases. */
  private leadersOfLines(): { readonly byLine: ReadonlyMap<number, number>; readonly count: number } {
    const byLine = new Map<number, number>()
    let withoutLine = 0
    for (let index = 0; index < this.named.length; index++) {
      const line = this.named.lineAt(index)
      if (line === 0) withoutLine++
      else if (!byLine.has(line)) byLine.set(line, index)
    }
    return { byLine, count: byLine.size + withoutLine }
  }

  /** One function for each start line: its first name, all counts. Without a line each stays its own. */
  private *foldAliases(byLine: ReadonlyMap<number, number>): Generator<NumberedFunction, undefined> {
    const leaderOf = (index: number): number => byLine.get(this.named.lineAt(index)) ?? index
    for (let index = 0; index < this.named.length; index++)
      if (leaderOf(index) !== index) this.named.addHits(leaderOf(index), this.named.at(index).hits)
    for (let index = 0; index < this.named.length; index++) if (leaderOf(index) === index) yield this.named.at(index)
  }
}
