import { ownText } from '../text/own-text.js'
import type { JsonScalar, JsonVisitor } from './visitor.js'

/** Real tuples are far shorter; what is behind is left out. */
const MAX_LENGTH = 64

/**
 * An array of short arrays, such as `[[1, 5, true], [2, 3, false]]`.
 * @param take gets each of them with the line of its bracket; the array is filled anew for the next one
 */
export function tuples(take: (tuple: readonly JsonScalar[], line: number) => void): JsonVisitor {
  const tuple: JsonScalar[] = []
  let at = 0
  const members: JsonVisitor = {
    scalar(_key, value) {
      if (tuple.length < MAX_LENGTH) tuple.push(typeof value === 'string' ? ownText(value) : value)
    },
    leave: () => take(tuple, at),
  }
  return {
    enter(_key, container, line) {
      tuple.length = 0
      at = line
      return container === 'array' ? members : null
    },
  }
}
