import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ActionHost } from '../../src/action-host.js'
import { tempFolder } from './temp-folder.js'

export interface FakeHost extends ActionHost {
  readonly outputPath: string
  readonly summaryPath: string
}

/** One for all steps of a test file: the toolkit remembers the first path that it saw. */
const SUMMARY = path.join(tempFolder(), 'summary')

/** A step as the runner starts it, in fresh folders. The toolkit reads the environment of the process itself. */
export function fakeHost({
  inputs = {},
  env = {},
  payload = null,
}: {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: NodeJS.ProcessEnv
  readonly payload?: unknown
} = {}): FakeHost {
  const root = tempFolder()
  const [outputPath, summaryPath] = [path.join(root, 'output'), SUMMARY]
  for (const file of [outputPath, summaryPath]) writeFileSync(file, '')
  process.env.GITHUB_OUTPUT = outputPath
  process.env.GITHUB_STEP_SUMMARY = summaryPath
  return {
    env: { GITHUB_ACTION: 'gate', GITHUB_OUTPUT: outputPath, GITHUB_STEP_SUMMARY: summaryPath, ...env },
    workspace: tempFolder(),
    temporaryFolder: path.join(root, 'temp'),
    input: (name) => inputs[name] ?? '',
    eventPayload: async () => payload,
    outputPath,
    summaryPath,
  }
}
