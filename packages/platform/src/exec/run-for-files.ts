import type { ChildResult, WritingCommand, WritingResult, WrittenFiles } from '@testwarden/core/ports/exec'
import { createWorkspaceFiles } from '../files.js'
import { changedSince, stampFiles } from './changed-files.js'
import { withOwnFolder } from './own-folder.js'
import { placedIn, writeOutput } from './report-folder.js'
import { joinWritten } from './written-files.js'

/** How files of the fresh folder are shown; those of the workspace have their own paths. */
const FOLDER_PREFIX = '{report}/'

interface WritingRun<Value> {
  readonly command: WritingCommand
  readonly workspace: string
  /** Where the runner keeps what is temporary; undefined: the machine's own place. */
  readonly temporary: string | undefined
  readonly start: (command: WritingCommand) => Promise<ChildResult>
  readonly read: (written: WrittenFiles) => Promise<Value>
}

/** @throws PlatformError when the command cannot be started, or its files not be found */
export function runForFiles<Value>(run: WritingRun<Value>): Promise<WritingResult<Value>> {
  const { report } = run.command
  return withOwnFolder(run.temporary, async (folder) => {
    const workspace = createWorkspaceFiles({ root: run.workspace, reach: 'workspace' })
    const place = { root: run.workspace, files: workspace, pattern: report.written }
    const before = await stampFiles(place)
    const child = await run.start(placedIn(folder, run.command))
    if (report.outputAs !== null) await writeOutput(folder, report.outputAs, child.stdout)
    const changed = changedSince(before, await stampFiles(place))
    const fresh = createWorkspaceFiles({ root: folder, reach: 'workspace' })
    const paths = (await fresh.find('.')).map(({ path }) => path)
    const files = joinWritten([
      { files: fresh, paths, prefix: FOLDER_PREFIX },
      { files: workspace, paths: changed, prefix: '' },
    ])
    return { child, value: await run.read({ files, child }) }
  })
}
