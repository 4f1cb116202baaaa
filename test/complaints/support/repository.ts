import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCli } from '../../../packages/cli/src/run-cli.js'
import type { Inspection } from '../../../packages/core/src/files/inspect-file.js'
import type { GateVerdict } from '../../../packages/core/src/files/verdict-file.js'
import type { Reason } from '../../../packages/core/src/model/verdict.js'
import { git } from '../../../packages/testkit/src/git-remote/git.js'

/** Path to content; null removes the file. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

export interface Trees {
  readonly base: Files
  /** What the branch under test changes. */
  readonly change?: Files
}

/** What somebody sees who runs the gate in a clone of theirs. */
export interface Judged {
  readonly exitCode: number
  readonly gate: GateVerdict
  /** The job summary. */
  readonly page: string
}

export interface Repository {
  readonly folder: string
  /** Files that git does not track, such as reports. */
  write(files: Files): void
  /** `testwarden check coverage` against the base. */
  judge(...options: readonly string[]): Promise<Judged>
  /** `testwarden check flaky` against the base. */
  judgeTests(...options: readonly string[]): Promise<Judged>
  /** `testwarden check perf` against the base. */
  judgeSpeed(...options: readonly string[]): Promise<Judged>
  judgeWithPath(path: string, ...options: readonly string[]): Promise<Judged>
  /** `testwarden inspect` of these files. */
  inspect(...paths: readonly string[]): Promise<Omit<Inspection, 'schema'>>
  remove(): void
}

/** A real clone in a temporary folder: the base on `main`, the change checked out on a branch. */
export function createRepository({ base, change = {} }: Trees): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'testwarden-complaint-'))
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  commit(folder, { '.gitignore': 'page.md\n', ...base })
  git(folder, ['switch', '--quiet', '--create', 'change'])
  commit(folder, change)
  const path = process.env.PATH ?? ''
  return {
    folder,
    write: (files) => writeFiles(folder, files),
    judge: (...options) => check({ folder, path }, ['coverage', ...options]),
    judgeTests: (...options) => check({ folder, path }, ['flaky', ...options]),
    judgeSpeed: (...options) => check({ folder, path }, ['perf', ...options]),
    judgeWithPath: (given, ...options) => check({ folder, path: given }, ['coverage', ...options]),
    inspect: async (...paths) =>
      JSON.parse((await callCli({ folder, path: '' }, ['inspect', '--json', ...paths])).printed),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The reason of one rule; of a component where one is named. */
export function reasonOf({ gate }: Judged, ruleId: string, component?: string): Reason | undefined {
  return gate.reasons.find((reason) => reason.ruleId === ruleId && reason.component === component)
}

/** `outcome numerator/denominator`, as short as an assertion likes it. */
export function rateOf(judged: Judged, ruleId: string, component?: string): string {
  const reason = reasonOf(judged, ruleId, component)
  if (reason === undefined) return 'no such reason'
  const { outcome, actual } = reason
  if (actual === null) return outcome
  return typeof actual === 'number' ? `${outcome} ${actual}` : `${outcome} ${actual.numerator}/${actual.denominator}`
}

function commit(folder: string, files: Files): void {
  writeFiles(folder, files)
  git(folder, ['add', '--all'])
  git(folder, ['commit', '--quiet', '--allow-empty', '--message', 'work'])
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path)
    if (content === null) {
      rmSync(place)
      continue
    }
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, content)
  }
}

interface Caller {
  readonly folder: string
  readonly path: string
}

/** @param words the gate, and options of its own */
async function check(caller: Caller, words: readonly string[]): Promise<Judged> {
  const common = ['--base', 'main', '--json', '--markdown', 'page.md']
  const { exitCode, printed } = await callCli(caller, ['check', ...words, ...common])
  const page = readFileSync(join(caller.folder, 'page.md'), 'utf8')
  return { exitCode, gate: soleGate(JSON.parse(printed)), page }
}

async function callCli(
  { folder, path }: Caller,
  args: readonly string[],
): Promise<{ readonly exitCode: number; readonly printed: string }> {
  const printed: string[] = []
  const complaints: string[] = []
  const exitCode = await runCli(args, {
    cwd: folder,
    environment: { PATH: path, GIT_CONFIG_NOSYSTEM: '1', HOME: folder },
    style: 'plain',
    columns: 100,
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
  })
  if (printed.length === 0) throw new Error(`testwarden printed nothing: ${complaints.join('')}`)
  return { exitCode, printed: printed.join('') }
}

function soleGate({ gates }: { readonly gates: readonly GateVerdict[] }): GateVerdict {
  const [gate] = gates
  if (gate === undefined) throw new Error('no gate was judged')
  return gate
}
