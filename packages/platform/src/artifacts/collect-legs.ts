import type { Leg } from '@testwarden/core/evidence-fold/leg'
import { type Problem, ReportError } from '@testwarden/core/model/errors'
import { attempt } from '../attempt.js'
import type { AnyAction } from '../judge-gates.js'
import { isEvidenceName, readLeg } from './read-leg.js'
import type { ListedArtifact, RunApi } from './run-api.js'
import { unzip } from './unzip.js'

/** A matrix has at most 256 legs. */
const ARTIFACTS_MAX = 256
const ZIP_BYTES_MAX = 64 * 1024 * 1024
/** Of all artifacts together: what is read is held until it is folded. */
const TOTAL_BYTES_MAX = 256 * 1024 * 1024
const UNZIP_LIMITS = {
  maxEntries: 100,
  maxEntryBytes: ZIP_BYTES_MAX,
  maxTotalBytes: TOTAL_BYTES_MAX,
  maxRatio: 100,
}

export interface LegSearch {
  readonly run: string
  /** What the names of evidence artifacts begin with. */
  readonly prefix: string
  readonly definitions: readonly AnyAction[]
  readonly api: RunApi
}

export interface CollectedLegs {
  readonly legs: readonly Leg[]
  /** Artifacts and files that are not used, each with its name and reason. */
  readonly refused: readonly Problem[]
}

/**
 * Every evidence file among the artifacts of a run, checked piece by piece and kept in memory: nothing is written to
 * disk. What is refused never keeps the rest from being read.
 * @throws PlatformError when the artifacts cannot even be listed
 */
export async function collectLegs(search: LegSearch): Promise<CollectedLegs> {
  const { artifacts, isWhole } = await search.api.listArtifacts(search.run)
  const ours = artifacts.filter(({ name }) => name.startsWith(search.prefix)).sort(byName)
  const legs: Leg[] = []
  const refused: Problem[] = isWhole ? [] : [notWhole(artifacts.length)]
  let bytes = 0
  for (const [index, artifact] of ours.entries()) {
    bytes += artifact.bytes
    const read = await attempt(() => readArtifact(artifact, { search, index, bytes }))
    if (!read.ok) refused.push(asWhole(read.problem))
    else for (const file of read.value) file.ok ? legs.push(file.value) : refused.push(asWhole(file.problem))
  }
  return { legs, refused }
}

interface Reading {
  readonly search: LegSearch
  readonly index: number
  /** Of all artifacts so far, this one included. */
  readonly bytes: number
}

async function readArtifact(artifact: ListedArtifact, { search, index, bytes }: Reading) {
  const fault = faultOf(artifact, { index, bytes })
  if (fault !== null) throw refusal(artifact, fault)
  const zip = await search.api.download(artifact, ZIP_BYTES_MAX)
  const unzipped = await unzip(zip, isEvidenceName, UNZIP_LIMITS)
  if (!unzipped.ok) throw refusal(artifact, unzipped.message)
  if (unzipped.files.length === 0) throw refusal(artifact, 'holds no evidence file')
  const how = { source: artifact.name, definitions: search.definitions }
  const files = []
  for (const file of unzipped.files) files.push(await attempt(() => readLeg(file, how)))
  return files
}

function faultOf(
  { bytes: own, isExpired }: ListedArtifact,
  { index, bytes }: { readonly index: number; readonly bytes: number },
): string | null {
  if (isExpired) return 'has expired'
  if (index >= ARTIFACTS_MAX) return `is one of more than ${ARTIFACTS_MAX} artifacts of one run`
  if (own > ZIP_BYTES_MAX) return `is ${own} bytes long; at most ${ZIP_BYTES_MAX} are read`
  return bytes > TOTAL_BYTES_MAX ? `goes beyond the ${TOTAL_BYTES_MAX} bytes that are read of one run` : null
}

function refusal({ name }: ListedArtifact, message: string): ReportError {
  return new ReportError(`the artifact ${name.slice(0, 200)} ${message}`, {
    path: name,
    line: null,
    remedy: 'let only the handover action upload artifacts of this prefix',
  })
}

function notWhole(count: number): Problem {
  return {
    kind: 'platform',
    message: `The run has more than ${count} artifacts; only the newest ${count} were looked at.`,
    path: null,
    line: null,
    remedy: 'Upload fewer artifacts in one run.',
  }
}

/** These messages name their artifact themselves, so that no page says it twice. */
function asWhole(problem: Problem): Problem {
  return { ...problem, path: null }
}

function byName(left: ListedArtifact, right: ListedArtifact): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : left.id - right.id
}
