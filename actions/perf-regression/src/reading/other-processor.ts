import type { PerfLeg, PerfReport } from '../facts.js'

/** The first report that was measured on another processor than that of the job; null where none says so. */
export function reportOfOtherProcessor({ reports, stratum }: Pick<PerfLeg, 'reports' | 'stratum'>): PerfReport | null {
  return reports.find(({ cpu }) => cpu !== null && isOther(cpu, stratum)) ?? null
}

/**
 * Tools write one processor in many ways, with and without trademarks, clocks and counts of cores: two are different only
 * where both name their maker, or both a model, and have none in common.
 */
function isOther(left: string, right: string): boolean {
  return [MAKER, MODEL].some((part) => {
    const [named, others] = [partsOf(left, part), partsOf(right, part)]
    return named.length > 0 && others.length > 0 && !named.some((each) => others.includes(each))
  })
}

const MAKER = /\b(?:amd|ampere|apple|arm|ibm|intel|qualcomm)\b/g
/** `7763`, `8370c`, `i7`, `m1`, `e5`. */
const MODEL = /\b(?=[a-z]*\d)[a-z\d]{2,}/g
const CLOCK_OR_CORES = /@?\s*\d+(?:\.\d+)?\s*[gm]hz|\d+[- ]cores?\b/g

function partsOf(processor: string, part: RegExp): readonly string[] {
  return processor.toLowerCase().replace(CLOCK_OR_CORES, ' ').match(part) ?? []
}
