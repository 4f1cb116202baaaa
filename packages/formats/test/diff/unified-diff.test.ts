import { describe, expect, test } from '@jest/globals'
import type { FileDiff } from '@testwarden/core/model/diff'
import fc from 'fast-check'
import { unifiedDiffReader } from '../../src/diff/unified-diff.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

function read(text: string, portion?: number): readonly FileDiff[] {
  return mustRead(readAll(unifiedDiffReader({ path: 'diff' }), text, portion)).model
}

function failure(text: string): { readonly line: number | null; readonly message: string } {
  const result = readAll(unifiedDiffReader({ path: 'diff' }), text)
  if (result.ok) throw new Error('the diff was accepted')
  return { line: result.error.line, message: result.error.message }
}

function lines(...parts: readonly string[]): string {
  return `${parts.join('\n')}\n`
}

const HUNK = { oldStart: 1, oldCount: 1, newStart: 1, newCount: 1 }

describe('a diff of git', () => {
  test('without a byte has no files', () => {
    expect(read('')).toEqual([])
  })

  test('gives paths and hunks of a changed file', () => {
    const text = lines(
      'diff --git a/src/a.ts b/src/a.ts',
      'index 1..2 100644',
      '--- a/src/a.ts',
      '+++ b/src/a.ts',
      '@@ -3,2 +3 @@ f()',
      '-x',
      '-y',
      '+z',
      '@@ -9,0 +9,2 @@',
      '+p',
      '+q',
      '@@ -12 +13,0 @@',
      '-r',
    )
    expect(read(text)).toEqual([
      {
        oldPath: 'src/a.ts',
        newPath: 'src/a.ts',
        isBinary: false,
        hunks: [
          { oldStart: 3, oldCount: 2, newStart: 3, newCount: 1 },
          { oldStart: 9, oldCount: 0, newStart: 9, newCount: 2 },
          { oldStart: 12, oldCount: 1, newStart: 13, newCount: 0 },
        ],
      },
    ])
  })

  test('of a new file has no old path, of a deleted one no new path', () => {
    const added = lines(
      'diff --git a/n b/n',
      'new file mode 100644',
      'index 0..1',
      '--- /dev/null',
      '+++ b/n',
      '@@ -0,0 +1 @@',
      '+x',
    )
    const deleted = lines(
      'diff --git a/o b/o',
      'deleted file mode 100644',
      'index 1..0',
      '--- a/o',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-x',
    )
    const empty = lines('diff --git a/e e b/e e', 'new file mode 100644', 'index 0..e')
    expect(read(added + deleted + empty).map(({ oldPath, newPath }) => [oldPath, newPath])).toEqual([
      [null, 'n'],
      ['o', null],
      [null, 'e e'],
    ])
  })

  test('follows renames and copies, with and without changes', () => {
    const renamed = lines(
      'diff --git a/old name b/new name',
      'similarity index 100%',
      'rename from old name',
      'rename to new name',
    )
    const copied = lines(
      'diff --git a/x b/y',
      'similarity index 90%',
      'copy from x',
      'copy to y',
      'index 1..2 100644',
      '--- a/x',
      '+++ b/y',
      '@@ -1 +1 @@',
      '-a',
      '+b',
    )
    expect(read(renamed + copied)).toEqual([
      { oldPath: 'old name', newPath: 'new name', isBinary: false, hunks: [] },
      { oldPath: 'x', newPath: 'y', isBinary: false, hunks: [HUNK] },
    ])
  })

  test('of a mode, a binary file or a submodule has no hunks', () => {
    const mode = lines('diff --git a/run.sh b/run.sh', 'old mode 100644', 'new mode 100755')
    const binary = lines('diff --git a/p.png b/p.png', 'index 1..2 100644', 'Binary files a/p.png and b/p.png differ')
    const patch = lines(
      'diff --git a/q b/q',
      'index 1..2 100644',
      'GIT binary patch',
      'delta 6',
      'NcmZ?&@@',
      '',
      'delta 6',
      'NcmZ',
      '',
    )
    const submodule = lines(
      'diff --git a/lib b/lib',
      'index 1..2 160000',
      '--- a/lib',
      '+++ b/lib',
      '@@ -1 +1 @@',
      '-Subproject commit 1',
      '+Subproject commit 2',
    )
    expect(read(mode + binary + patch + submodule)).toEqual([
      { oldPath: 'run.sh', newPath: 'run.sh', isBinary: false, hunks: [] },
      { oldPath: 'p.png', newPath: 'p.png', isBinary: true, hunks: [] },
      { oldPath: 'q', newPath: 'q', isBinary: true, hunks: [] },
      { oldPath: 'lib', newPath: 'lib', isBinary: false, hunks: [] },
    ])
  })

  test('unquotes paths', () => {
    const text = lines(
      'diff --git "a/caf\\303\\251 \\"x\\"\\t\\\\.ts" "b/caf\\303\\251 \\"x\\"\\t\\\\.ts"',
      'old mode 100644',
      'new mode 100755',
    )
    expect(read(text)[0]?.newPath).toBe('café "x"\t\\.ts')
  })

  test('drops the tab that git writes behind a path with blanks', () => {
    const text = lines('diff --git a/a b b/a b', '--- a/a b\t', '+++ b/a b\t', '@@ -1 +1 @@', '-x', '+y')
    expect(read(text)[0]?.newPath).toBe('a b')
  })

  test('takes content that looks like headers for content', () => {
    const text = lines(
      'diff --git a/a b/a',
      '--- a/a',
      '+++ b/a',
      '@@ -1,4 +1,2 @@',
      '--- a/b',
      '-diff --git a/c b/c',
      '-@@ -1 +1 @@',
      '-',
      '+++ b/b',
      '+\\ No newline',
      '\\ No newline at end of file',
      'diff --git a/d b/d',
      'old mode 100644',
      'new mode 100755',
    )
    expect(read(text).map(({ newPath, hunks }) => [newPath, hunks.length])).toEqual([
      ['a', 1],
      ['d', 0],
    ])
  })

  test('with context lines gives the same hunks as without', () => {
    const text = lines(
      'diff --git a/a b/a',
      '--- a/a',
      '+++ b/a',
      '@@ -1,7 +1,7 @@',
      ' one',
      '-two',
      '+zwei',
      ' three',
      '',
      '+new',
      ' five',
      '-six',
      ' seven',
    )
    expect(read(text)[0]?.hunks).toEqual([
      { oldStart: 2, oldCount: 1, newStart: 2, newCount: 1 },
      { oldStart: 4, oldCount: 0, newStart: 5, newCount: 1 },
      { oldStart: 6, oldCount: 1, newStart: 6, newCount: 0 },
    ])
  })

  test('may use carriage returns, inside and for its own lines', () => {
    const text = lines('diff --git a/a b/a\r', '--- a/a\r', '+++ b/a\r', '@@ -1 +1 @@\r', '-x\r', '+y\r')
    expect(read(text)[0]).toMatchObject({ newPath: 'a', hunks: [HUNK] })
  })

  test('may be one hunk with two hundred thousand changes between context lines', () => {
    const count = 200_000
    const text = lines(
      `diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,${count} +1,${2 * count} @@`,
      '+x\n y\n'.repeat(count),
    )
    expect(read(text)[0]?.hunks).toHaveLength(count)
  })

  test('may hold a line of ten million characters', () => {
    const long = 'x'.repeat(10_000_000)
    expect(
      read(lines('diff --git a/a b/a', '--- a/a', '+++ b/a', '@@ -1 +1 @@', `-${long}`, `+${long}`))[0]?.hunks,
    ).toEqual([HUNK])
  })
})

describe('a diff that cannot be read', () => {
  const HEADER = ['diff --git a/a b/a', '--- a/a', '+++ b/a']

  test.each([
    ['ends inside a hunk', lines(...HEADER, '@@ -1,2 +1 @@', '-x'), 5, /ends inside a hunk/],
    ['has too many lines in a hunk', lines(...HEADER, '@@ -1 +1 @@', '-x', '-y', '+z'), 6, /does not fit its hunk/],
    ['has a line without a mark', lines(...HEADER, '@@ -1 +1 @@', 'x', '+z'), 5, /does not fit its hunk/],
    ['has a damaged hunk header', lines(...HEADER, '@@ -1 +x @@', '-x'), 4, /hunk header/],
    ['is of a merge', lines('diff --cc a', 'index 1,2..3'), 1, /combined/],
    ['has a path with an open quote', lines('diff --git a/a b/a', '--- "a/a', '+++ b/a'), 2, /path/],
    ['names two paths and no rename', lines('diff --git a/a b/b', 'index 1..2'), 1, /told apart/],
    ['has no diff --git line', lines('--- a/a', '+++ b/a', '@@ -1 +1 @@', '-x', '+y'), 1, /without a "diff --git"/],
    ['has text between hunks', lines(...HEADER, '@@ -1 +1 @@', '-x', '+y', 'surprise'), 7, /outside any hunk/],
  ])('because it %s is an error with its line', (_why, text, line, message) => {
    expect(failure(text)).toEqual({ line, message: expect.stringMatching(message) })
  })
})

test('portions of any size give the same diff', () => {
  const text = lines(
    'diff --git "a/caf\\303\\251" "b/caf\\303\\251"',
    '--- "a/caf\\303\\251"',
    '+++ "b/caf\\303\\251"',
    '@@ -1,2 +1,2 @@',
    ' a',
    '-ü',
    '+ö',
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: bytesOf(text).length }), (portion) => {
      expect(read(text, portion)).toEqual(read(text))
    }),
  )
})
