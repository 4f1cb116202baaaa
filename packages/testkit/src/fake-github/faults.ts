/** What goes wrong. `after-effect`: GitHub did it, but the answer was lost, which makes a blind retry do it twice. */
export type FaultAnswer =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly message?: string
      readonly retryAfterSeconds?: number
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'drop'; readonly moment: 'before-effect' | 'after-effect' }
  | { readonly kind: 'slow'; readonly delayMs: number; readonly moment?: 'before-effect' | 'after-effect' }

export interface Fault {
  readonly method: string
  /** Tried on the path without its query. */
  readonly path: RegExp
  /** The first matching request is 1; `every` hits all. */
  readonly nth?: number | 'every'
  readonly answer: FaultAnswer
}

/** Faults that wait for their request. */
export class Faults {
  readonly #waiting: { readonly fault: Fault; seen: number }[] = []

  add(fault: Fault): void {
    this.#waiting.push({ fault, seen: 0 })
  }

  /** What was injected for one part of a test is not left for the next. */
  clear(): void {
    this.#waiting.length = 0
  }

  /** The first fault whose turn it is; every fault counts the requests that match it. */
  take(method: string, path: string): FaultAnswer | null {
    const matching = this.#waiting.filter(({ fault }) => fault.method === method && fault.path.test(path))
    for (const waiting of matching) waiting.seen++
    const due = matching.find(({ fault, seen }) => fault.nth === 'every' || seen === (fault.nth ?? 1))
    return due?.fault.answer ?? null
  }
}
