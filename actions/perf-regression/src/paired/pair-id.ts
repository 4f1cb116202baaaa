/** Of the two trees that are compared. */
export type Side = 'base' | 'head'

/** `screen`: everything, to find what may be slower; `confirm`: fresh pairs of that alone, which decide. */
export type Stage = 'screen' | 'confirm'

/** What makes a tree ready, in this order. */
export const STEPS = ['setup', 'build'] as const
export type Step = (typeof STEPS)[number]

/** What a request of the pairs is for. */
export type PairRequest =
  | { readonly kind: 'step'; readonly step: Step; readonly side: Side }
  | {
      readonly kind: 'process'
      readonly stage: Stage
      readonly pair: number
      readonly side: Side
      readonly scope: Scope
    }
  | { readonly kind: 'kernel'; readonly stage: Stage; readonly pair: number }

/** Whether a process was told which benchmarks to run. */
export type Scope = 'all' | 'some'

/** Ids of requests, which their observations bear: `pair/screen/3/head/all`. Pairs count from 0. */
export function pairId(request: PairRequest): string {
  if (request.kind === 'step') return `pair/${request.step}/${request.side}`
  const pair = `pair/${request.stage}/${request.pair}`
  return request.kind === 'kernel' ? `${pair}/kernel` : `${pair}/${request.side}/${request.scope}`
}

const STEP = /^pair\/(setup|build)\/(base|head)$/
const PROCESS = /^pair\/(screen|confirm)\/(\d{1,3})\/(base|head)\/(all|some)$/
const KERNEL = /^pair\/(screen|confirm)\/(\d{1,3})\/kernel$/

/** null: another request. */
export function parsePairId(id: string): PairRequest | null {
  const step = STEP.exec(id)
  if (step !== null) return { kind: 'step', step: step[1] as Step, side: step[2] as Side }
  const run = PROCESS.exec(id)
  if (run !== null)
    return {
      kind: 'process',
      stage: run[1] as Stage,
      pair: Number(run[2]),
      side: run[3] as Side,
      scope: run[4] as Scope,
    }
  const kernel = KERNEL.exec(id)
  return kernel === null ? null : { kind: 'kernel', stage: kernel[1] as Stage, pair: Number(kernel[2]) }
}

/** Which side of a pair runs first: they take turns, so that neither is always the one behind. */
export function orderOf(pair: number): readonly [Side, Side] {
  return pair % 2 === 0 ? ['base', 'head'] : ['head', 'base']
}
