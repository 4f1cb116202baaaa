import { blobLink } from '@testwarden/core/render/links'
import type { StepPage } from '@testwarden/core/render/step-page'
import type { CoverageBrowsing } from './coverage/browsing.js'
import type { PlaceLink } from './html-inline.js'

/**
 * To the server where there is one. Without a server the tested tree is what the page is about, so a place of a file that
 * can be looked through leads to its lines further down.
 */
export function linkOfPage({ blobs }: Pick<StepPage, 'blobs'>, coverage: CoverageBrowsing | null): PlaceLink {
  if (blobs !== null) return (path, range) => blobLink(blobs, path, range)
  const paths = new Set(coverage?.view.files.map(({ path }) => path))
  return (path, range) => {
    if (!paths.has(path)) return null
    const lines = range === null ? '' : range.first === range.last ? `:${range.first}` : `:${range.first}-${range.last}`
    return `#${path.split('/').map(encodeSegment).join('/')}${lines}`
  }
}

/** Half a surrogate pair has no encoding. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'))
}
