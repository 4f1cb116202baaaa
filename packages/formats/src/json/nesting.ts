import type { JsonContainer, JsonVisitor } from './visitor.js'

/** The objects and arrays around the place at hand. */
export class Nesting {
  /** Outermost first: two columns, so that a container costs no object. */
  private readonly containers: JsonContainer[] = []
  private readonly visitors: (JsonVisitor | null)[] = []

  get depth(): number {
    return this.containers.length
  }

  isObject(): boolean {
    return this.containers[this.containers.length - 1] === 'object'
  }

  /** For messages. */
  name(): string {
    if (this.depth === 0) return 'its only value'
    return this.isObject() ? 'an object' : 'an array'
  }

  /** @param visitor who got the members of what is around */
  push(container: JsonContainer, visitor: JsonVisitor | null): void {
    this.containers.push(container)
    this.visitors.push(visitor)
  }

  /** @returns who gets the members again */
  pop(): JsonVisitor | null {
    this.containers.pop()
    return this.visitors.pop() ?? null
  }
}
