import { spawn } from 'node:child_process'
import { readActionMetadata } from './action-metadata.js'
import type { ActionRun, StepResult } from './action-run.js'
import { contextsOf } from './contexts.js'
import { environmentOf } from './environment.js'
import { resolveInputs } from './inputs.js'
import { LineSplitter } from './line-splitter.js'
import { createStepFiles, readStepFiles, removeStepFiles } from './step-files.js'
import { StepLog } from './step-log.js'

const DEFAULT_TIMEOUT_MS = 60_000

/**
 * Runs a JavaScript action the way actions/runner does: defaults with their contexts, `INPUT_*`, the GITHUB_* variables
 * and files, workflow commands from both streams, masks and limits.
 *
 * Problem matchers, `pre` and `post` are not simulated.
 * @throws Error when the action cannot be started at all: no `action.yml`, no script, a malformed expression
 */
export async function runAction(run: ActionRun): Promise<StepResult> {
  const action = readActionMetadata(run.actionFolder)
  const log = new StepLog(run.workspace)
  log.masks.add(run.token)
  const files = createStepFiles(run.temporaryFolder, run.event.payload)
  const contexts = contextsOf(run, files.eventPath)
  const inputs = resolveInputs({ action, run, contexts }, log)
  const env = environmentOf({ run, contexts, inputs, files: files.variables })
  const exitCode = await runScript({ run, env, script: action.main }, log)
  const results = readStepFiles(files, log)
  removeStepFiles(files)
  return {
    exitCode,
    outcome: exitCode === 0 && !log.hasFailedCommand ? 'success' : 'failure',
    log: log.lines,
    annotations: log.annotations,
    annotationsDropped: log.annotationsDropped,
    ...results,
    outputs: new Map([...log.outputs, ...results.outputs]),
    state: new Map([...log.state, ...results.state]),
    masks: log.masks.values,
    commands: log.commands,
  }
}

interface Script {
  readonly run: ActionRun
  readonly env: Record<string, string>
  readonly script: string
}

function runScript({ run, env, script }: Script, log: StepLog): Promise<number | null> {
  const child = spawn(run.nodePath ?? process.execPath, [script], {
    cwd: run.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: run.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  })
  for (const stream of [child.stdout, child.stderr]) {
    const lines = new LineSplitter((line) => log.read(line))
    stream.on('data', (chunk: Buffer) => lines.write(chunk))
    stream.on('end', () => lines.end())
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code))
  })
}
