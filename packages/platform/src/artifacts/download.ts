import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHubClient } from '../github/connection.js'

/** The store of artifacts is slower than the API, and a leg's evidence may be megabytes. */
const DOWNLOAD_TIMEOUT_MS = 60_000

export interface ArtifactDownload {
  readonly id: number
  readonly name: string
  readonly maxBytes: number
}

/**
 * The zip file of an artifact. GitHub answers with the address of a store elsewhere; by the rules of fetch the token
 * does not go there.
 * @see https://docs.github.com/rest/actions/artifacts#download-an-artifact
 * @throws PlatformError also when the file is longer than `maxBytes`, whatever its list entry said
 */
export async function downloadArtifact(
  { octokit, owner, repo, ask }: GitHubClient,
  { id, name, maxBytes }: ArtifactDownload,
): Promise<Buffer> {
  const what = `download the artifact ${name.slice(0, 200)}`
  const zip = await ask({ kind: 'read', what }, async () => {
    const { data } = await octokit.request(
      'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
      {
        owner,
        repo,
        artifact_id: id,
        archive_format: 'zip',
        request: { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS), parseSuccessResponseBody: false },
      },
    )
    return readAll(data, maxBytes)
  })
  // Thrown here, because what is thrown above is asked for again.
  if (zip === null) throw new PlatformError(`cannot ${what}: it is no file of at most ${maxBytes} bytes`)
  return zip
}

/** null: no bytes, or too many. Reading ends where the limit does. */
async function readAll(body: unknown, maxBytes: number): Promise<Buffer | null> {
  if (!(body instanceof ReadableStream)) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk instanceof Uint8Array ? chunk.byteLength : Number.POSITIVE_INFINITY
    if (bytes > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
