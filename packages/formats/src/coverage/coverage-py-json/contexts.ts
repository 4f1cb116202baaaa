import type { JsonVisitor } from '../../json/visitor.js'
import type { FileWatch } from '../file-watch.js'
import { isLineNumber } from '../json-numbers.js'

/**
 * `contexts` of a file, as `coverage json --show-contexts` writes them: `{"12":["test_a|run",""]}`. The empty name is what
 * ran outside of any context.
 */
export function contextsVisitor(watch: FileWatch): JsonVisitor {
  return {
    enter(key, container) {
      const line = Number(key)
      if (container !== 'array' || !isLineNumber(line)) return null
      return {
        scalar(_key, name) {
          if (typeof name === 'string' && name !== '') watch.ranBy(line, name)
        },
      }
    },
  }
}
