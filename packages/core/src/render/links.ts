import type { RunContext } from '../model/evidence.js'
import type { LineRange } from '../model/line-range.js'

/** Where the files of one commit can be looked at in a browser. */
export interface BlobBase {
  /** `https://github.com/owner/name/blob/<sha>`, without a slash at the end. */
  readonly url: string
}

/** null outside GitHub, and where no commit is known. */
export function blobBaseOf(run: RunContext): BlobBase | null {
  const repository = repositoryUrl(run)
  return repository === null || run.headSha === null
    ? null
    : { url: `${repository}/blob/${encodeURIComponent(run.headSha)}` }
}

/** One file, at the given lines where there are any; null for a path that a browser would resolve to another. */
export function blobLink(base: BlobBase, path: string, range: LineRange | null): string | null {
  if (path.split('/').some((segment) => ['', '.', '..'].includes(segment))) return null
  return `${base.url}/${encodePath(path)}${range === null ? '' : lineAnchor(range)}`
}

/** The page of the workflow run; null outside GitHub. */
export function runLink(run: RunContext): string | null {
  const repository = repositoryUrl(run)
  return repository === null || !/^\d+$/.test(run.key.run) ? null : `${repository}/actions/runs/${run.key.run}`
}

/** The page of an issue; null outside GitHub. */
export function issueLink(run: RunContext, number: number): string | null {
  const repository = repositoryUrl(run)
  return repository === null ? null : `${repository}/issues/${number}`
}

/** The page of a commit; null outside GitHub. */
export function commitLink(run: RunContext, sha: string): string | null {
  const repository = repositoryUrl(run)
  return repository === null ? null : `${repository}/commit/${encodeURIComponent(sha)}`
}

function repositoryUrl(run: RunContext): string | null {
  if (run.serverUrl === null || run.repository === null) return null
  return `${run.serverUrl.replace(/\/$/, '')}/${encodePath(run.repository)}`
}

function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/')
}

/** Half a surrogate pair has no encoding, and brackets or quotes would end a Markdown link. */
function encodeSegment(segment: string): string {
  const wellFormed = segment.replace(/\p{Cs}/gu, '\ufffd')
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function lineAnchor({ first, last }: LineRange): string {
  return first === last ? `#L${first}` : `#L${first}-L${last}`
}
