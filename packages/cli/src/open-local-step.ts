import type { ConfigSources } from '@testwarden/core/action/effective-config'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { systemClock } from '@testwarden/platform/clock'
import { createExec } from '@testwarden/platform/exec'
import { createRefusingExec } from '@testwarden/platform/exec/refusing-exec'
import { createWorkspaceFiles } from '@testwarden/platform/files'
import { createGit, type WorkspaceGit } from '@testwarden/platform/git'
import { openHistory } from '@testwarden/platform/history/open-history'
import { createTerminalLog } from '@testwarden/platform/log'
import { readAcceptsFile } from '@testwarden/platform/read-accepts'
import { readConfigFile } from '@testwarden/platform/read-config-file'
import { describeLocalRun } from '@testwarden/platform/run-context/local-run'
import { type PolicyOwner, readLocalPolicy } from './read-local-policy.js'
import { searchNearby } from './search-nearby.js'
import type { Standing } from './stand-at-root.js'

/** A run on a developer's machine with everything that the gates need. Nothing is written. */
export interface LocalStep {
  readonly run: RunContext
  readonly comparedWith: string | null
  readonly sources: ConfigSources
  readonly ports: Ports
  readonly git: WorkspaceGit
}

/** @throws ConfigurationError when an option names something that does not exist */
export async function openLocalStep({ call, terminal, folder }: Standing, owner: PolicyOwner): Promise<LocalStep> {
  const { cwd: workspace } = terminal
  const env = { ...terminal.environment }
  const log = createTerminalLog({ write: terminal.complain })
  const files = createWorkspaceFiles({ root: workspace, reach: 'machine' })
  const config = call.values.get('config') ?? null
  const tested: ConfigSources = { inputs: call.values, file: await readConfigFile(files, config) }
  const accepts = await readAcceptsFile(files)
  const git = createGit({ workspace, env, token: null, parseDiff: readGitDiff, log })
  const base = call.values.get('base') ?? null
  const { run, comparedWith } = await describeLocalRun({ env, git, clock: systemClock, base, action: 'check' })
  const policy = await readLocalPolicy({ inputs: call.values, owner, git, run, workspace, config, accepts })
  const sources: ConfigSources = { ...tested, ...policy }
  const exec = call.flags.has('rerun')
    ? createExec({ cwd: workspace, env, clones: git.clones })
    : createRefusingExec('add `--rerun` to run it on this machine')
  const history = await openHistory(sources, { workspace, env, token: null })
  const ports = {
    files: searchNearby({ files, git, folder, warn: log.info }),
    git,
    exec,
    clock: systemClock,
    log,
    github: null,
    history,
  }
  return { run: withDiffFile(run, call.values.get('diff')), comparedWith, sources, ports, git }
}

function withDiffFile(run: RunContext, path: string | undefined): RunContext {
  return path === undefined ? run : { ...run, base: { kind: 'diff-file', path } }
}
