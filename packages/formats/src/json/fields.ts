import type { JsonContainer, JsonScalar, JsonVisitor } from './visitor.js'

/** What is wanted of an object beside its scalars. */
export interface FieldsOptions {
  /** As {@link JsonVisitor.enter}. */
  readonly enter?: (key: string, container: JsonContainer, line: number) => JsonVisitor | null
  /** All members were seen. */
  readonly done?: () => void
}

/** No file has so many lines, and columns of them are of 32 bits. */
const MAX_LINE = 2 ** 31 - 1

const NONE: ReadonlySet<string> = new Set()

/** Collects those scalars of one object that somebody asked for. */
export class Fields implements JsonVisitor {
  private readonly wanted: ReadonlySet<string>
  private readonly options: FieldsOptions
  private readonly values = new Map<string, JsonScalar>()

  constructor(wanted: ReadonlySet<string>, options: FieldsOptions = {}) {
    this.wanted = wanted
    this.options = options
  }

  enter(key: string, container: JsonContainer, line: number): JsonVisitor | null {
    return this.options.enter?.(key, container, line) ?? null
  }

  wantsText(key: string): boolean {
    return this.wanted.has(key)
  }

  scalar(key: string, value: JsonScalar): void {
    if (this.wanted.has(key)) this.values.set(key, value)
  }

  leave(): void {
    this.options.done?.()
  }

  /** Lets go of what was collected. */
  clear(): void {
    this.values.clear()
  }

  has(key: string): boolean {
    return this.values.has(key)
  }

  /** null for what is no text. */
  text(key: string): string | null {
    const value = this.values.get(key)
    return typeof value === 'string' ? value : null
  }

  /** null for what is no number. */
  number(key: string): number | null {
    const value = this.values.get(key)
    return typeof value === 'number' ? value : null
  }

  /** null for what is no whole number from zero up. */
  count(key: string): number | null {
    const value = this.number(key)
    return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null
  }

  /** null for what is no number of a line. */
  line(key: string): number | null {
    const value = this.count(key)
    return value !== null && value >= 1 && value <= MAX_LINE ? value : null
  }

  /** null for what is neither true nor false. */
  flag(key: string): boolean | null {
    const value = this.values.get(key)
    return typeof value === 'boolean' ? value : null
  }
}

/** One object of which no scalar is wanted: `enter` says who gets its other members. */
export function members(enter: NonNullable<FieldsOptions['enter']>): JsonVisitor {
  return new Fields(NONE, { enter })
}

/** An array of objects, or an object of objects: `start` says who gets the members of each. */
export function objects(start: (line: number) => JsonVisitor | null): JsonVisitor {
  return { enter: (_key, container, line) => (container === 'object' ? start(line) : null) }
}

/** An array of texts, of which the first `maxTexts` are kept. */
export function texts(list: string[], maxTexts: number): JsonVisitor {
  return {
    scalar(_key, value) {
      if (typeof value === 'string' && list.length < maxTexts) list.push(value)
    },
  }
}
