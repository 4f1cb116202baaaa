import { PlatformError } from '@testwarden/core/model/errors'
import type { ChildCommand, ChildResult, Exec } from '@testwarden/core/ports/exec'
import { jobEnvironment } from './exec/job-environment.js'
import { runChild, runMeasured } from './exec/run-child.js'
import { runForFiles } from './exec/run-for-files.js'
import type { TreeClone, TreeClones } from './git/tree-clones.js'

export interface ExecOptions {
  /** The workspace. */
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** Where the trees of commands are; absent: they run in the workspace only. */
  readonly clones?: Pick<TreeClones, 'of'>
}

/**
 * Child processes for measurements. What they print is captured and never reaches the job's log as it came; of our own
 * environment they get what any step of the job would.
 */
export function createExec({ cwd, env, clones }: ExecOptions): Exec {
  const jobEnv = jobEnvironment(env)
  const temporary = env.RUNNER_TEMP
  const placeOf = async ({ tree }: ChildCommand): Promise<TreeClone> => {
    if (tree === undefined) return { folder: cwd, lacks: [] }
    if (clones === undefined) throw new PlatformError('there is no repository to take a tree from')
    return clones.of(tree)
  }
  const runIn = async ({ folder, lacks }: TreeClone, command: ChildCommand): Promise<ChildResult> => {
    const placed = { ...command, cwd: folder, env: { ...jobEnv, ...command.env } }
    const result = command.measure === undefined ? await runChild(placed) : await runMeasured(placed, temporary)
    return { ...result, lacks }
  }
  return {
    run: async (command) => runIn(await placeOf(command), command),
    runForFiles: async (command, read) => {
      const place = await placeOf(command)
      const start = (placed: ChildCommand): Promise<ChildResult> => runIn(place, placed)
      return runForFiles({ command, read, start, workspace: place.folder, temporary })
    },
  }
}
