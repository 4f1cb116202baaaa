import type { Diff } from '@testwarden/core/model/diff'
import { unifiedDiffReader } from './unified-diff.js'

/** Pumps a unified diff through its reader. @throws ReportError when it is none */
export async function readUnifiedDiff(bytes: AsyncIterable<Uint8Array>, path: string): Promise<Diff> {
  const reader = unifiedDiffReader({ path })
  for await (const chunk of bytes) reader.write(chunk)
  const result = reader.end()
  if (!result.ok) throw result.error
  return result.model
}

/** What git prints for us. @throws ReportError when git prints something else */
export function readGitDiff(bytes: AsyncIterable<Uint8Array>): Promise<Diff> {
  return readUnifiedDiff(bytes, 'git diff')
}
