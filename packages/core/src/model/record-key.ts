/** Which run of what wrote a record. Two different jobs never share one, two attempts of a job differ in `attempt`. */
export interface RecordKey {
  readonly action: string
  readonly workflow: string
  readonly job: string
  /** Canonical JSON of the matrix cell (keys sorted), `{}` without one. */
  readonly matrix: string
  /** GITHUB_ACTION: the step, so that one job may run an action twice. */
  readonly step: string
  /**
   * Id of the job's own check run, which differs for two callers of one reusable workflow where all else is the same.
   * Another one in each attempt; empty where GitHub does not tell it (GitHub Enterprise Server).
   */
  readonly checkRun: string
  readonly run: string
  readonly attempt: number
}

/** What stays the same from run to run: the record key without run, attempt and check run. */
export type VariantKey = Omit<RecordKey, 'run' | 'attempt' | 'checkRun'>

/** JSON with sorted keys at every depth, so that equal matrices are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(isSorted(value) ? value : sortKeys(value))
}

/** What was read from canonical JSON is sorted already, and a history reads thousands of such records. */
function isSorted(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isSorted)
  if (typeof value !== 'object' || value === null) return true
  let last = ''
  for (const key of Object.keys(value)) {
    if (key < last || !isSorted((value as Readonly<Record<string, unknown>>)[key])) return false
    last = key
  }
  return true
}

export function variantKeyOf(key: RecordKey): VariantKey {
  const { run: _run, attempt: _attempt, checkRun: _checkRun, ...variant } = key
  return variant
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]))
}
