import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGitDiff } from '../../../packages/formats/src/diff/read-unified-diff.js'
import { createActionHost } from '../../../packages/platform/src/action-host.js'
import { createActionLog } from '../../../packages/platform/src/log.js'
import { publishRun } from '../../../packages/platform/src/publish/run-publish.js'
import { runStep } from '../../../packages/platform/src/run-action.js'
import { allGates } from '../../../packages/platform/src/suite.js'
import { GATES } from '../../../packages/suite/src/gates.js'

export interface HereStep {
  readonly action: 'gates' | 'publish'
  readonly event: { readonly name: string; readonly payload: unknown }
  readonly workspace: string
  /** Empty, and this step's own. */
  readonly temporary: string
  readonly apiUrl: string
  readonly token: string
  readonly sha: string
  readonly ref: string
  /** Its number; 1 when absent. */
  readonly run?: number
  readonly attempt: number
  /** Where programs are looked for. */
  readonly path: string
  /** `mode` to its value. */
  readonly inputs?: Readonly<Record<string, string>>
  /** What its `env:` gives it. */
  readonly env?: Readonly<Record<string, string>>
}

export interface HereRun {
  readonly exitCode: number
  readonly summary: string
  readonly log: string
  /** Path of the evidence file; empty when there is none. */
  readonly evidencePath: string
}

/** A step with the variables that a runner would give it, but in this process: hundreds of runs without as many starts. */
export async function runHere(step: HereStep): Promise<HereRun> {
  const env = environmentOf(step)
  const host = createActionHost(env)
  const texts: string[] = []
  const log = createActionLog((text) => texts.push(text), 'normal')
  const exitCode =
    step.action === 'publish'
      ? await publishRun({ definitions: GATES, parseDiff: readGitDiff, host, log })
      : await runStep({ suite: allGates(GATES), parseDiff: readGitDiff, host, log })
  const [summary, outputs] = [env.GITHUB_STEP_SUMMARY, env.GITHUB_OUTPUT].map((path) =>
    readFileSync(path ?? '', 'utf8'),
  )
  const evidencePath = /^evidence-path<<.*\n(.*)$/m.exec(outputs ?? '')?.[1] ?? ''
  return { exitCode, summary: summary ?? '', log: texts.join(''), evidencePath }
}

function environmentOf({ event, temporary, ...step }: HereStep): NodeJS.ProcessEnv {
  const file = (name: string, text: string) => {
    writeFileSync(join(temporary, name), text)
    return join(temporary, name)
  }
  mkdirSync(temporary, { recursive: true })
  return {
    ...step.env,
    PATH: step.path,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_API_URL: step.apiUrl,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)),
    GITHUB_JOB: step.action,
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_REF: step.ref,
    GITHUB_REPOSITORY: 'octo-org/example',
    GITHUB_RUN_ATTEMPT: String(step.attempt),
    GITHUB_RUN_ID: String(step.run ?? 1),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: step.sha,
    GITHUB_STEP_SUMMARY: file('summary', ''),
    GITHUB_WORKFLOW: 'CI',
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_TEMP: temporary,
    'INPUT_GITHUB-TOKEN': step.token,
    ...Object.fromEntries(
      Object.entries(step.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  }
}
