import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** What the tests of a job leave behind, instead of running them. */
export interface StoredTests {
  /** Path below the folder in which the tests are started, to text. */
  readonly reports: Readonly<Record<string, string>>
  /** 0 when absent: the tests pass. */
  readonly exitCode?: number
  /** Further programs by their names, in the words of a shell: what has to look at where it runs. */
  readonly programs?: Readonly<Record<string, string>>
}

/** Programs that only prepare. */
const PREPARING = ['pip']
/** Programs that run tests. */
const TESTING = ['pytest', 'make']

/**
 * The one thing that a recipe's job does not do for real: its test command finds programs of the right name on the PATH
 * that write stored reports. The commands themselves run in a real shell, as they stand in the recipe.
 * @param folder is filled
 * @returns the PATH
 */
export function installStoredTests(folder: string, { reports, exitCode = 0, programs = {} }: StoredTests): string {
  const stored = join(folder, 'reports')
  const bin = join(folder, 'bin')
  for (const made of [stored, bin]) mkdirSync(made)
  for (const [path, text] of Object.entries(reports)) {
    mkdirSync(dirname(join(stored, path)), { recursive: true })
    writeFileSync(join(stored, path), text)
  }
  for (const name of PREPARING) writeProgram(join(bin, name), 'exit 0')
  for (const name of TESTING) writeProgram(join(bin, name), `cp -R '${stored}/.' . && exit ${exitCode}`)
  for (const [name, script] of Object.entries(programs)) writeProgram(join(bin, name), script)
  return [bin, process.env.PATH ?? ''].join(delimiter)
}

function writeProgram(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}
