import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** Nothing that is built or checked here needs them. */
const LEFT_OUT = /^(?:dist|examples|\.github)\//

/** The working tree as somebody else would have it, to be changed at will. */
export interface CopiedTree {
  readonly folder: string
  read(path: string): string
  run(command: string, args: readonly string[]): Ended
  /** What `npm install` does for a workspace package. */
  linkPackages(): void
  remove(): void
}

export interface Ended {
  readonly status: number | null
  /** Both streams. */
  readonly output: string
}

/** All files that git tracks or would track, beside the real dependencies. */
export function copyTree(): CopiedTree {
  const folder = mkdtempSync(join(tmpdir(), 'testwarden-scaffold-'))
  for (const path of listFiles().filter((name) => !LEFT_OUT.test(name) && existsSync(join(ROOT, name))))
    cpSync(join(ROOT, path), join(folder, path))
  linkDependencies(folder)
  const tree: CopiedTree = {
    folder,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    run: (command, args) => run(folder, command, args),
    linkPackages: () => linkPackages(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  tree.linkPackages()
  return tree
}

/** What belongs to the tree is for git to say. */
export function isRepository(): boolean {
  return spawnSync('git', ['rev-parse', '--git-dir'], { cwd: ROOT }).status === 0
}

/** Files that are new and not committed yet belong to the tree too. */
function listFiles(): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git cannot list the working tree: ${stderr}`)
  return stdout.split('\0').filter((name) => name !== '')
}

/** One link each instead of one for all, so that our own packages are those of the copy. */
function linkDependencies(folder: string): void {
  const target = join(folder, 'node_modules')
  mkdirSync(target)
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((entry) => entry !== '@testwarden'))
    symlinkSync(join(ROOT, 'node_modules', name), join(target, name), 'junction')
}

function linkPackages(folder: string): void {
  for (const group of ['packages', 'actions'])
    for (const member of readdirSync(join(folder, group))) {
      const manifest = join(folder, group, member, 'package.json')
      // A composite action is no package.
      if (!existsSync(manifest)) continue
      const { name } = JSON.parse(readFileSync(manifest, 'utf8'))
      const link = join(folder, 'node_modules', name)
      mkdirSync(dirname(link), { recursive: true })
      if (!existsSync(link)) symlinkSync(join(folder, group, member), link, 'junction')
    }
}

function run(cwd: string, command: string, args: readonly string[]): Ended {
  const { NODE_OPTIONS: _options, ...env } = process.env
  const { status, stdout, stderr, error } = spawnSync(command, [...args], { cwd, env, encoding: 'utf8' })
  if (error !== undefined) throw error
  return { status, output: `${stdout}${stderr}` }
}
