import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { unifiedDiffReader } from '../../src/diff/unified-diff.js'
import { mustRead, readAll } from '../support/read.js'

const OPTIONS = ['--no-color', '--src-prefix=a/', '--dst-prefix=b/', '-M']

function git(folder: string, ...words: readonly string[]): Uint8Array {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.autocrlf=false']
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...words], { cwd: folder })
  if (status !== 0) throw new Error(String(stderr))
  return stdout
}

function commit(folder: string): void {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'x')
}

function numbered(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('')
}

const hasGit = spawnSync('git', ['--version']).status === 0

describe('what git really prints', () => {
  const when = hasGit ? test : test.skip

  when('is read with the counts that git gives itself, with and without context', () => {
    const folder = mkdtempSync(join(tmpdir(), 'diff-'))
    try {
      git(folder, 'init', '-q')
      mkdirSync(join(folder, 'a dir'))
      writeFileSync(join(folder, 'a dir/moved é.txt'), numbered(1, 60))
      writeFileSync(join(folder, 'headers.txt'), '-- a/x\n++ b/y\ndiff --git a/q b/q\n@@ -1 +1 @@\n')
      writeFileSync(join(folder, 'gone.txt'), numbered(1, 3))
      writeFileSync(join(folder, 'crlf.txt'), 'a\r\nb\r\nc')
      writeFileSync(join(folder, 'image.bin'), Uint8Array.from([0, 1, 2, 0]))
      commit(folder)
      renameSync(join(folder, 'a dir/moved é.txt'), join(folder, 'tab\t"quoted".txt'))
      writeFileSync(
        join(folder, 'tab\t"quoted".txt'),
        `top\n${numbered(1, 20)}${numbered(22, 50)}changed\n${numbered(52, 60)}`,
      )
      writeFileSync(join(folder, 'headers.txt'), '++ b/x\n-- a/y\n')
      rmSync(join(folder, 'gone.txt'))
      writeFileSync(join(folder, 'crlf.txt'), 'a\r\nB\r\nc\r\n')
      writeFileSync(join(folder, 'image.bin'), Uint8Array.from([0, 3]))
      writeFileSync(join(folder, 'new.txt'), 'one\ntwo')
      commit(folder)
      const read = (...more: readonly string[]) =>
        mustRead(readAll(unifiedDiffReader({ path: 'd' }), git(folder, 'diff', ...OPTIONS, ...more, 'HEAD~1', 'HEAD')))
          .model
      const without = read('-U0')
      expect(read('-U3')).toEqual(without)
      expect(read('-U1', '--binary')).toEqual(without)
      const counts = without.map(({ newPath, oldPath, hunks, isBinary }) => [
        newPath ?? oldPath,
        isBinary ? '-' : hunks.reduce((sum, { newCount }) => sum + newCount, 0),
        isBinary ? '-' : hunks.reduce((sum, { oldCount }) => sum + oldCount, 0),
      ])
      expect(counts).toEqual(
        numstat(new TextDecoder().decode(git(folder, 'diff', '--numstat', '-z', '-M', 'HEAD~1', 'HEAD'))),
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** `added TAB removed TAB path NUL`, or with two more NULs for the paths of a rename. */
function numstat(text: string): unknown[] {
  const fields = text.split('\0')
  const rows: unknown[] = []
  for (let at = 0; at < fields.length - 1; at++) {
    const [added = '', removed = '', ...path] = (fields[at] ?? '').split('\t')
    const isRename = path.join('\t') === ''
    if (isRename) at += 2
    const name = isRename ? fields[at] : path.join('\t')
    rows.push([name, added === '-' ? '-' : Number(added), removed === '-' ? '-' : Number(removed)])
  }
  return rows
}
