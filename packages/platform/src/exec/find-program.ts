import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** Absolute path of a program as a POSIX system would find it; null where there is none. */
export function findProgram(
  command: string,
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): string | null {
  if (command === '') return null
  const folders = command.includes('/') ? [''] : (env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.resolve(cwd, folder, command)).find(isProgram) ?? null
}

function isProgram(candidate: string): boolean {
  try {
    accessSync(candidate, constants.X_OK)
    return statSync(candidate).isFile()
  } catch {
    return false
  }
}
