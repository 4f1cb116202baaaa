import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, test } from '@jest/globals'
import { readReported } from '@testwarden/action-flaky-detector/rerun/read-reported'
import type { RerunTest } from '@testwarden/action-flaky-detector/rerun/reported-rerun'
import { parseRerunCommand } from '@testwarden/action-flaky-detector/rerun/rerun-command'
import type { RunnerName, Selection, TestSelector } from '@testwarden/action-flaky-detector/selectors/selector'
import { callWithoutShell } from '@testwarden/core/command/command-call'
import { createExec } from '@testwarden/platform/exec'

/** Folder whose `node_modules` has the runners that this repository itself does not need. */
const RUNNERS = process.env.TESTWARDEN_RUNNERS

/** A test that needs a program of this machine, skipped aloud without it. */
export function testWith(program: string, ...args: readonly string[]): typeof test.skip {
  const { status } = spawnSync(program, args, { stdio: 'ignore', shell: false })
  return status === 0 ? test : test.skip
}

/** A test that needs what few machines have, or downloads it: only where {@link RUNNERS} is set. */
export const testWithRunners: typeof test.skip = RUNNERS === undefined ? test.skip : test

const made: string[] = []

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A new folder with these files; `node_modules` of the given place, where there is one, are its own. */
export function projectOf(contents: Readonly<Record<string, string>>, modules?: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'testwarden-runner-')))
  made.push(folder)
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  if (modules !== undefined) symlinkSync(path.resolve(modules), path.join(folder, 'node_modules'))
  return folder
}

/** The `node_modules` of {@link RUNNERS}. */
export function runnerModules(): string {
  return path.join(RUNNERS ?? '', 'node_modules')
}

export interface RealRunner {
  readonly selector: TestSelector
  /** Runs what the arguments name, all tests without any. */
  run(args: readonly string[]): Promise<readonly RerunTest[]>
}

/** @param written the name of a preset, or a command line */
export function realRunner(folder: string, written: string): RealRunner {
  const parsed = parseRerunCommand(written)
  if (!parsed.ok) throw new Error(parsed.expected)
  const { command } = parsed
  const exec = createExec({ cwd: folder, env: outsideOfJest() })
  return {
    selector: command.selector,
    async run(args) {
      const call = callWithoutShell(command, args)
      const report = command.report ?? { written: null, outputAs: null }
      const request = { kind: 'run-command', id: 'run', ...call, timeoutMs: 170_000, report } as const
      const { child, value } = await exec.runForFiles({ ...request, maxOutputBytes: 1024 ** 2 }, (files) =>
        readReported(request, files),
      )
      if (value.tests.length === 0 || value.problems.length > 0)
        throw new Error([...value.problems, child.stdout, child.stderr].join('\n'))
      return value.tests
    },
  }
}

/** Playwright refuses to run below Jest. */
function outsideOfJest(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('JEST_')))
}

/** What ran when these tests were selected, and what should have. */
export async function runSelected(
  { selector, run }: RealRunner,
  tests: readonly RerunTest[],
): Promise<{ readonly ran: readonly string[]; readonly wanted: readonly string[]; readonly selection: Selection }> {
  const selection = selector.select(tests)
  const ran = await run(selection.args)
  return { ran: namesOf(ran, selector), wanted: namesOf(tests, selector), selection }
}

export function namesOf(tests: readonly RerunTest[], selector: TestSelector): readonly string[] {
  return tests.map((each) => textOf(selector.nameOf(each))).sort()
}

function textOf({ place, name }: RunnerName): string {
  return `${place ?? ''} ${name}`
}

/** Two parts of a list, so that each is selected once and left out once. */
export function halves<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return [items.filter((_, index) => index % 2 === 0), items.filter((_, index) => index % 2 === 1)]
}
