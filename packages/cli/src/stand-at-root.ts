import { realpathSync } from 'node:fs'
import path from 'node:path'
import { findRepository } from '@testwarden/platform/git/absence'
import type { CommandCall, Terminal } from './command.js'

/** A call as if it had been made at the root of the repository, which is where an action stands. */
export interface Standing {
  readonly call: CommandCall
  readonly terminal: Terminal
  /** Where the developer stands: empty at the root and outside a repository, else a path that ends with `/`. */
  readonly folder: string
}

/** Options that name files as they are seen from where the developer stands. */
const PATHS: readonly string[] = [
  'config',
  'diff',
  'html',
  'mapping',
  'markdown',
  'policy',
  'reports',
  'write-lcov',
  'write-cobertura',
]

/** The config and what it names are found from every folder of the repository; paths of options mean what they say. */
export function standAtRoot(call: CommandCall, terminal: Terminal): Standing {
  const cwd = realpathSync(terminal.cwd)
  const root = findRepository(cwd) ?? cwd
  const folder = path.relative(root, cwd).split(path.sep).join('/')
  if (folder === '') return { call, terminal, folder: '' }
  const values = [...call.values].map(([name, value]) => [name, fromRoot(folder, { name, value })] as const)
  return { call: { ...call, values: new Map(values) }, terminal: { ...terminal, cwd: root }, folder: `${folder}/` }
}

function fromRoot(folder: string, { name, value }: { readonly name: string; readonly value: string }): string {
  if (PATHS.includes(name))
    return value
      .split('\n')
      .map((entry) => joined(folder, entry))
      .join('\n')
  if (name !== 'history' || !value.startsWith(DIR)) return value
  return DIR + joined(folder, value.slice(DIR.length))
}

const DIR = 'dir:'

function joined(folder: string, entry: string): string {
  return entry.trim() === '' || path.isAbsolute(entry) ? entry : path.posix.join(folder, entry)
}
