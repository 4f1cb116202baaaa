import type { LineNumbers, NamedFunction, NamedHits } from '@testwarden/core/files/explain-file'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import type { LineRange } from '@testwarden/core/model/line-range'

/** More of a kind on one line are told by their number only. */
const SHOWN_MAX = 200

/** All that a file's coverage says of one line. */
export function lineNumbers(file: FileCoverage, line: number): LineNumbers {
  const branch = file.branches.get(line)
  const counted = branch?.counted ?? null
  return {
    hits: file.lines.get(line) ?? null,
    arms: [...(branch?.arms ?? [])].slice(0, SHOWN_MAX).map(([name, hits]) => ({ name, hits })),
    counted: counted === null || counted.total === 0 ? null : counted,
    functions: functionsAt(file, line),
    statements: statementsAt(file, line),
  }
}

function functionsAt({ functions }: FileCoverage, line: number): readonly NamedFunction[] {
  const here: NamedFunction[] = []
  let above: NamedFunction | null = null
  for (const { name, line: first, hits } of functions?.values() ?? []) {
    if (first === line) here.push({ name, line: first, hits })
    else if (first > 0 && first < line && first > (above?.line ?? 0)) above = { name, line: first, hits }
  }
  return [...(above === null ? [] : [above]), ...here].slice(0, SHOWN_MAX)
}

function statementsAt({ statements }: FileCoverage, line: number): readonly NamedHits[] {
  const found: NamedHits[] = []
  for (const [name, hits] of statements ?? []) {
    const lines = linesOfStatement(name)
    if (lines === null || line < lines.first || line > lines.last) continue
    found.push({ name, hits })
    if (found.length === SHOWN_MAX) break
  }
  return found
}

/** A place, as istanbul's statements and the blocks of Go are named: `5:2-7:10`, `5.12,8.2#0`. */
const PLACE = /^(\d{1,10})[:.](\d{1,10})[-,](\d{1,10})[:.](\d{1,10})/

/** null: its name is no place. */
function linesOfStatement(name: string): LineRange | null {
  const [, first, , last] = PLACE.exec(name) ?? []
  return first === undefined || last === undefined ? null : { first: Number(first), last: Number(last) }
}
