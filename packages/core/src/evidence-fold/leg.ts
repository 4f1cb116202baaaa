import type { Evidence } from '../model/evidence.js'
import { canonicalJson, type RecordKey } from '../model/record-key.js'

/** The evidence of one leg, as one artifact carried it. Nothing of it is believed yet. */
export interface Leg {
  /** `artifact/coverage.evidence.v1.json.gz`: where it came from, for people. */
  readonly source: string
  /** Tells two contents apart: equal evidence has equal digests. */
  readonly digest: string
  readonly evidence: Evidence<unknown>
}

/** Which leg it is, whatever the attempt: job, matrix cell and step of an action. Two callers of one workflow share it. */
export function legIdentity({ action, job, matrix, step }: RecordKey): string {
  return canonicalJson({ action, job, matrix, step })
}

/** The job and matrix cell, which all gates and steps of one leg share. */
export function legCell({ job, matrix, checkRun }: Pick<RecordKey, 'job' | 'matrix' | 'checkRun'>): string {
  return canonicalJson({ job, matrix, checkRun })
}

/** `test (20, ubuntu)`, close to what GitHub calls the job; the order of its values is lost. */
export function legName({ job, matrix }: Pick<RecordKey, 'job' | 'matrix'>): string {
  const values = matrixValues(matrix)
  return values.length === 0 ? job : `${job} (${values.join(', ')})`
}

/** {@link legName} of a variant; empty where the text, which another job may have written, is none. @param variant canonical JSON */
export function variantName(variant: string): string {
  try {
    const key: unknown = JSON.parse(variant)
    if (typeof key !== 'object' || key === null || !('job' in key) || !('matrix' in key)) return ''
    const { job, matrix } = key
    return typeof job === 'string' && typeof matrix === 'string' ? legName({ job, matrix }) : ''
  } catch {
    return ''
  }
}

/** The leaves of a matrix cell as text. @param matrix canonical JSON; anything else has none */
export function matrixValues(matrix: string): readonly string[] {
  try {
    return leaves(JSON.parse(matrix))
  } catch {
    return []
  }
}

function leaves(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves)
  return value === null ? [] : [String(value)]
}
