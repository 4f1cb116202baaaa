import type { ReportWatch } from '../report-watch.js'
import type { JsonContainer, JsonScalar, JsonVisitor } from './visitor.js'

/**
 * A visitor that is told the same as another, after a watch was moved to the member that it is told of. There is no quick
 * way past it: every member must be met.
 */
export function watchedVisitor(visitor: JsonVisitor, watch: ReportWatch): JsonVisitor {
  const enter = (key: string, container: JsonContainer, line: number): JsonVisitor | null => {
    watch.moveTo(line, () => '.')
    const root = visitor.enter?.(key, container, line) ?? null
    return root === null ? null : watched(root, { watch, keys: () => '', line, container })
  }
  return visitor.scalar === undefined ? { enter } : { enter, scalar: visitor.scalar.bind(visitor) }
}

interface Place {
  readonly watch: ReportWatch
  /** The keys from the root on, in the notation of jq: `.files["src/a.py"].executed_lines`. */
  readonly keys: () => string
  readonly line: number
  readonly container: JsonContainer
}

function watched(visitor: JsonVisitor, { watch, keys, line, container }: Place): JsonVisitor {
  let index = -1
  const nameOf = (key: string): (() => string) => {
    index++
    const nth = index
    return () => `${keys()}${container === 'array' ? `[${nth}]` : keyText(key)}`
  }
  const visit: JsonVisitor = {
    enter(key, inner, at) {
      const name = nameOf(key)
      watch.moveTo(at, () => rooted(name()))
      const found = visitor.enter?.(key, inner, at) ?? null
      return found === null ? null : watched(found, { watch, keys: name, line: at, container: inner })
    },
    leave() {
      watch.moveTo(line, () => rooted(keys()))
      visitor.leave?.()
    },
  }
  if (visitor.scalar === undefined) return visit
  const scalar = (key: string, value: JsonScalar, at: number): void => {
    const name = nameOf(key)
    watch.moveTo(at, () => `${rooted(name())} = ${JSON.stringify(value)}`)
    visitor.scalar?.(key, value, at)
  }
  return { ...visit, scalar }
}

const PLAIN_KEY = /^[A-Za-z_]\w*$/

function keyText(key: string): string {
  return PLAIN_KEY.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

function rooted(keys: string): string {
  return keys.startsWith('.') ? keys : `.${keys}`
}
