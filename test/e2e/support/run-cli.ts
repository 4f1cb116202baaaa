import { execFile, spawnSync } from 'node:child_process'
import { BUNDLED_CLI } from './bundled-action.js'

export interface CliResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The bundled command as a child process, in a folder, as a developer starts it. */
export function runCli(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLED_CLI, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 300_000,
  })
  return { exitCode: status, stdout, stderr }
}

/** The same without waiting for it, so that a server of this process can answer it. */
export function startCli(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const options = { cwd, env: { PATH: process.env.PATH, ...env }, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [BUNDLED_CLI, ...args], options, (_, stdout, stderr) =>
      resolve({ exitCode: child.exitCode, stdout, stderr }),
    )
  })
}
