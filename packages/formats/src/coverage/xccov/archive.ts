import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import type { FileBuilder } from '../coverage-builder.js'
import { isLineNumber, readHits } from '../json-numbers.js'

/** `[{ line, isExecutable, executionCount, subranges }]`, a line of one file each. */
export function archivedLines(file: FileBuilder, warnings: WarningLog): JsonVisitor {
  return {
    enter: (_key, container, line) => (container === 'object' ? archivedLine(file, warnings, line) : null),
    leave: () => file.endSection(),
  }
}

function archivedLine(file: FileBuilder, warnings: WarningLog, at: number): JsonVisitor {
  let [line, hits, isExecutable]: [number, number | null, boolean] = [0, null, false]
  return {
    scalar(key, value) {
      if (key === 'line' && isLineNumber(value)) line = value
      if (key === 'isExecutable') isExecutable = value === true
      if (key === 'executionCount') hits = readHits(value, warnings, at)
    },
    leave() {
      if (!isExecutable) return
      if (line > 0 && hits !== null) file.addLine(line, hits)
      else warnings.add('a line without a number or a count is ignored', at)
    },
  }
}
