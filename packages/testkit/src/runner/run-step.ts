import { spawn } from 'node:child_process'
import type { StepResult, StepRun } from './action-run.js'
import { contextsOf } from './contexts.js'
import { environmentOf } from './environment.js'
import type { Contexts } from './expressions.js'
import { LineSplitter } from './line-splitter.js'
import { createStepFiles, readStepFiles, removeStepFiles } from './step-files.js'
import { StepLog } from './step-log.js'

const DEFAULT_TIMEOUT_MS = 500_000

/** What is known of a step before its process starts. */
export interface OpenStep {
  readonly contexts: Contexts
  readonly log: StepLog
}

export interface StepProcess {
  readonly program: string
  readonly args: readonly string[]
  /** Become `INPUT_*`. */
  readonly inputs: ReadonlyMap<string, string>
  /** The working directory; the workspace when absent. */
  readonly folder?: string
}

/**
 * Runs the one process of a step as actions/runner does: the GITHUB_* variables and files, workflow commands from both
 * streams, masks and limits.
 * @throws Error when the process cannot be started
 */
export async function runStep(run: StepRun, plan: (step: OpenStep) => StepProcess): Promise<StepResult> {
  const log = new StepLog(run.workspace)
  log.masks.add(run.token)
  const files = createStepFiles(run.temporaryFolder, run.event.payload)
  const contexts = contextsOf(run, files.eventPath)
  const process = plan({ contexts, log })
  const env = environmentOf({ run, contexts, inputs: process.inputs, files: files.variables })
  const exitCode = await runProcess({ run, env, process }, log)
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

interface Child {
  readonly run: StepRun
  readonly env: Record<string, string>
  readonly process: StepProcess
}

function runProcess({ run, env, process }: Child, log: StepLog): Promise<number | null> {
  const child = spawn(process.program, process.args, {
    cwd: process.folder ?? run.workspace,
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
