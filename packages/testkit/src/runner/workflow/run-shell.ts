import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StepResult, StepRun } from '../action-run.js'
import { evaluateTemplate, STEP_CONTEXTS } from '../expressions.js'
import { runStep } from '../run-step.js'
import type { Step } from './workflow.js'

/**
 * How each `shell:` is started; where none is named, a failing command in a pipe does not count.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
 */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  '': ['bash', '-e'],
  bash: ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail'],
  sh: ['sh', '-e'],
}

/** A step with `run:`, in a real shell. @throws Error for another shell than bash or sh, and without its folder */
export function runShell(step: Step, run: StepRun): Promise<StepResult> {
  const [program, ...args] = SHELLS[step.shell ?? ''] ?? []
  if (program === undefined) throw new Error(`The simulator has no shell '${step.shell}'`)
  const script = join(mkdtempSync(join(run.temporaryFolder, 'script-')), 'script.sh')
  return runStep(run, ({ contexts }) => {
    const folder = join(run.workspace, evaluateTemplate(step.workingDirectory ?? '', contexts, STEP_CONTEXTS))
    if (!existsSync(folder)) throw new Error(`The working directory does not exist: ${folder}`)
    writeFileSync(script, evaluateTemplate(step.run ?? '', contexts, STEP_CONTEXTS))
    return { program, args: [...args, script], inputs: new Map(), folder }
  })
}
