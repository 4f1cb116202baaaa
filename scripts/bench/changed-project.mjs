import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How much of the project a change touches. */
export const CHANGED_FILES = 5000
export const CHANGED_LINES_PER_FILE = 2

/**
 * A repository with every file that a report names, and a change to many of them on top.
 * @param {string} folder is made anew
 * @param {{ reportPath: string, linesPerFile: number }} report
 * @returns {{ base: string, head: string, fileCount: number }} shas
 */
export function createChangedProject(folder, { reportPath, linesPerFile }) {
  const paths = [...readFileSync(reportPath, 'utf8').matchAll(/^SF:(.+)$|filename="([^"]+)"/gm)].map(
    ([, lcov, cobertura]) => lcov ?? cobertura,
  )
  if (paths.length < CHANGED_FILES) throw new Error(`${reportPath} names ${paths.length} files, too few`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  git(folder, ['init', '--quiet'])
  const base = commitAll(folder, { paths, linesPerFile, changedLines: 0 })
  const changed = paths.slice(0, CHANGED_FILES)
  const head = commitAll(folder, { paths: changed, linesPerFile, changedLines: CHANGED_LINES_PER_FILE })
  return { base, head, fileCount: paths.length }
}

function commitAll(folder, { paths, linesPerFile, changedLines }) {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), sourceText(linesPerFile, changedLines))
  }
  git(folder, ['add', '--all'])
  git(folder, ['commit', '--quiet', '--message', 'A commit'])
  return git(folder, ['rev-parse', 'HEAD'])
}

/** The changed lines stand apart, so that each is a hunk of its own. */
function sourceText(lines, changedLines) {
  const changed = new Set(Array.from({ length: changedLines }, (_, index) => 3 + index * 20))
  return Array.from({ length: lines }, (_, index) => `${changed.has(index + 1) ? 'new' : 'old'} ${index + 1}\n`).join(
    '',
  )
}

function git(folder, args) {
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0']
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout.trim()
}
