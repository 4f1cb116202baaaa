import { ReportError } from '../model/errors.js'

/**
 * Reads one value of facts that somebody else wrote. Fields that nobody asked for are left behind.
 * @throws FactFault
 */
export type FactReader<Value> = (value: unknown) => Value

/** What is wrong; the place is put together on the way back, because nearly every value is fine. */
class FactFault extends Error {
  readonly expected: string
  readonly place: string

  constructor(expected: string, place: string) {
    super(expected)
    this.expected = expected
    this.place = place
  }
}

const PLACE_CHARACTERS_MAX = 200

/** @throws ReportError naming the place that is wrong */
export function readFacts<Facts>(value: unknown, read: FactReader<Facts>): Facts {
  try {
    return read(value)
  } catch (error) {
    if (!(error instanceof FactFault)) throw error
    const place = `facts${error.place}`.slice(0, PLACE_CHARACTERS_MAX)
    throw new ReportError(`is wrong at ${place}: expected ${error.expected}`, {
      path: 'facts',
      line: null,
      remedy: 'pass the evidence file that a Testwarden step of this version wrote, unchanged',
    })
  }
}

export function textFact(maxCharacters: number): FactReader<string> {
  return (value) => {
    if (typeof value === 'string' && value.length <= maxCharacters) return value
    throw new FactFault(`a text of at most ${maxCharacters} characters`, '')
  }
}

/** A text that passes a test of its own. @param expected for the message: `a sha` */
export function shapedFact(expected: string, isRight: (text: string) => boolean): FactReader<string> {
  return (value) => {
    if (typeof value === 'string' && isRight(value)) return value
    throw new FactFault(expected, '')
  }
}

/** An integer that a double holds exactly. */
export function integerFact(min = 0): FactReader<number> {
  return (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min) return value
    throw new FactFault(`a whole number from ${min}`, '')
  }
}

/** A measurement: a finite number from zero up. */
export const measureFact: FactReader<number> = (value) => {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  throw new FactFault('a number from 0', '')
}

/** One of a few words. */
export function wordFact<Word extends string>(words: readonly Word[]): FactReader<Word> {
  return (value) => {
    const found = words.find((each) => each === value)
    if (found !== undefined) return found
    throw new FactFault(`one of ${words.join(', ')}`, '')
  }
}

export const booleanFact: FactReader<boolean> = (value) => {
  if (typeof value === 'boolean') return value
  throw new FactFault('true or false', '')
}

export function nullableFact<Value>(read: FactReader<Value>): FactReader<Value | null> {
  return (value) => (value === null ? null : read(value))
}

export function listFact<Value>(read: FactReader<Value>, maxItems: number): FactReader<readonly Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > maxItems) throw new FactFault(`a list of at most ${maxItems}`, '')
    return value.map((item: unknown, index) => within(`[${index}]`, () => read(item)))
  }
}

/** A list in which each key is greater than the one before it, so that nothing is there twice. */
export function ascendingFact<Value>(
  read: FactReader<readonly Value[]>,
  keyOf: (value: Value) => string | number,
): FactReader<readonly Value[]> {
  return (value) => {
    const list = read(value)
    for (let index = 1; index < list.length; index++) {
      const [before, after] = [list[index - 1], list[index]]
      if (before === undefined || after === undefined || keyOf(before) >= keyOf(after))
        throw new FactFault('an item greater than the one before it', `[${index}]`)
    }
    return list
  }
}

export function objectFact<Facts extends object>(
  fields: {
    readonly [Name in keyof Facts]: FactReader<Facts[Name]>
  },
): FactReader<Facts> {
  const entries = Object.entries<FactReader<unknown>>(fields)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FactFault('an object', '')
    const given: Readonly<Record<string, unknown>> = { ...value }
    const read = entries.map(([name, reader]) => [name, within(`.${name}`, () => reader(given[name]))])
    return Object.fromEntries(read)
  }
}

/** One of several shapes, told apart by their `kind`. */
export function kindFact<Facts extends { readonly kind: string }>(
  shapes: {
    readonly [Kind in Facts['kind']]: FactReader<Omit<Extract<Facts, { readonly kind: Kind }>, 'kind'>>
  },
): FactReader<Facts> {
  const readers = new Map(Object.entries<FactReader<object>>(shapes))
  return (value) => {
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
    const read = typeof kind === 'string' ? readers.get(kind) : undefined
    if (read === undefined) throw new FactFault(`a kind among ${[...readers.keys()].join(', ')}`, '.kind')
    return { kind, ...read(value) } as Facts
  }
}

/** A value that was read, and is still wrong as a whole. @param expected null: it is right */
export function checkedFact<Value>(
  read: FactReader<Value>,
  findFault: (value: Value) => string | null,
): FactReader<Value> {
  return (value) => {
    const whole = read(value)
    const expected = findFault(whole)
    if (expected === null) return whole
    throw new FactFault(expected, '')
  }
}

function within<Value>(place: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw error instanceof FactFault ? new FactFault(error.expected, place + error.place) : error
  }
}
