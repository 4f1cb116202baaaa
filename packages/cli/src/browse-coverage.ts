import type { CoverageView } from '@testwarden/core/model/coverage-view'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Git } from '@testwarden/core/ports/git'
import type { CoverageBrowsing } from '@testwarden/html-page/coverage/browsing'
import { createWorkspaceFiles } from '@testwarden/platform/files'
import type { JudgedGate } from '@testwarden/platform/judge-gates'
import { redactorOf } from '@testwarden/platform/redaction'
import type { LocalStep } from './open-local-step.js'
import { readSources } from './read-sources.js'

export interface BrowsingTask {
  readonly step: LocalStep
  readonly gates: readonly JudgedGate[]
  readonly workspace: string
}

/** What the HTML page lets people look through; null when no gate lends anything. */
export async function browseCoverage({ step, gates, workspace }: BrowsingTask): Promise<CoverageBrowsing | null> {
  const view = viewOf(gates)
  if (view === null) return null
  const files = createWorkspaceFiles({ root: workspace, reach: 'workspace' })
  const sources = await readSources(view, { files, prefix: await prefixOf(step.git) })
  return { view, sources, redact: await redactorOf(step.sources) }
}

function viewOf(gates: readonly JudgedGate[]): CoverageView | null {
  const views = gates.map(({ definition, evidence }) => (evidence === null ? undefined : definition.browse?.(evidence)))
  return views.find((view) => view !== undefined && view.files.length > 0) ?? null
}

async function prefixOf(git: Git): Promise<string> {
  if (git.absence !== null) return ''
  try {
    return await git.workspacePrefix()
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return ''
  }
}
