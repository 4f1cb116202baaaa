import { PlatformError, ReportError } from '@testwarden/core/model/errors'
import type { PastRunApi } from '@testwarden/platform/artifacts/past-runs'
import { REPORT_BYTES_MAX, readReportFiles } from '@testwarden/platform/artifacts/report-files'
import type { ListedArtifact } from '@testwarden/platform/artifacts/run-api'
import { unpacked } from '@testwarden/platform/files/unpack'
import type { AttemptArtifacts } from './artifact-attempts.js'
import type { PlacedRun } from './placed-run.js'

const CHUNK_BYTES = 256 * 1024

/** The files of one attempt, in memory. What would go another time leaves the attempt out as a whole. */
export async function readAttempt(api: PastRunApi, part: AttemptArtifacts): Promise<PlacedRun> {
  const title = `run ${part.run.id}.${part.attempt}`
  const contents = new Map<string, Buffer>()
  const leftOut = part.leftOut.map((text) => `${title}: ${text}`)
  let bytesLeft = REPORT_BYTES_MAX
  for (const artifact of part.artifacts) {
    const read = await readArtifact(api, artifact, bytesLeft)
    if (read.kind === 'later') return leftForLater(part, { title, reason: read.reason })
    if (read.kind === 'refused') {
      leftOut.push(`${title}: the artifact ${artifact.name} is left out: ${read.reason}`)
      continue
    }
    for (const { name, content } of read.files) {
      contents.set(`${artifact.name}/${name}`, content)
      bytesLeft -= content.length
    }
  }
  return placed(part, { title, contents, leftOut })
}

/** A record is never completed, so that a part of one would stay a part. */
function leftForLater(
  part: AttemptArtifacts,
  { title, reason }: { readonly title: string; readonly reason: string },
): PlacedRun {
  return placed(part, { title, contents: new Map(), leftOut: [`${title} is left out for now: ${reason}`] })
}

type ReadArtifact =
  | { readonly kind: 'read'; readonly files: Awaited<ReturnType<typeof readReportFiles>> }
  /** For good: another call would not do better. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string }

async function readArtifact(api: PastRunApi, artifact: ListedArtifact, maxBytes: number): Promise<ReadArtifact> {
  try {
    return { kind: 'read', files: await readReportFiles(api, artifact, maxBytes) }
  } catch (error) {
    if (error instanceof ReportError) return { kind: 'refused', reason: error.message }
    if (!(error instanceof PlatformError)) throw error
    return { kind: error.retryable ? 'later' : 'refused', reason: error.message }
  }
}

interface AttemptContents {
  readonly title: string
  readonly contents: ReadonlyMap<string, Buffer>
  readonly leftOut: readonly string[]
}

function placed(
  { run, attempt, time, isWhole }: AttemptArtifacts,
  { title, contents, leftOut }: AttemptContents,
): PlacedRun {
  return {
    place: { commit: run.sha, run: run.id, attempt, time },
    files: [...contents].map(([path, { length }]) => ({ path, bytes: length, how: 'met' })),
    read: (path) => unpacked(chunksOf(contents.get(path) ?? Buffer.alloc(0)), { given: path }),
    title,
    leftOut,
    isWhole,
  }
}

async function* chunksOf(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += CHUNK_BYTES) yield content.subarray(at, at + CHUNK_BYTES)
}
