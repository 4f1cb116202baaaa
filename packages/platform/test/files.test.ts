import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Files, PassBy, UnreadableFolder } from '@testwarden/core/ports/files'
import { walkFiles } from '../src/files/walk.js'
import { createWorkspaceFiles } from '../src/files.js'
import { tempFolder } from './support/temp-folder.js'

function workspace(contents: Readonly<Record<string, string>> = {}): { root: string; files: Files } {
  const root = path.join(tempFolder(), 'workspace')
  mkdirSync(root)
  put(root, contents)
  return { root, files: createWorkspaceFiles({ root, reach: 'workspace' }) }
}

function put(root: string, contents: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), content)
  }
}

/** A superuser may read everything, so they become nobody for a while. */
async function asOrdinaryUser<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.('nobody')
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

async function paths(files: Files, pattern: string, passBy?: PassBy): Promise<string[]> {
  return (await files.find(pattern, passBy)).map((file) => file.path)
}

async function contentOf(files: Files, name: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of files.read(name)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const REFUSED = { name: 'PlatformError', remedy: expect.any(String) }

describe('what earlier steps left', () => {
  test('is read by its whole path, and never written', async () => {
    const { root } = workspace()
    const stepFiles = tempFolder()
    const files = createWorkspaceFiles({ root, reach: 'workspace', stepFiles })
    put(stepFiles, { 'flaky/verdict.v1.json': '{}' })
    const verdict = path.join(stepFiles, 'flaky/verdict.v1.json')
    expect(await files.find(verdict)).toEqual([{ path: verdict, bytes: 2, how: 'named' }])
    expect(await paths(files, `${stepFiles}/*/verdict.v1.json`)).toEqual([verdict])
    expect(await files.readText(verdict, 100)).toBe('{}')
    await expect(files.write(verdict, 'x')).rejects.toMatchObject(REFUSED)
    await expect(files.find(`${stepFiles}/../elsewhere`)).rejects.toMatchObject(REFUSED)
    symlinkSync('/etc/passwd', path.join(stepFiles, 'link'))
    await expect(files.readText(path.join(stepFiles, 'link'), 100_000)).rejects.toMatchObject(REFUSED)
  })
})

describe('find', () => {
  test('takes a file as it was named', async () => {
    const { root, files } = workspace({ 'out/a.xml': '12345' })
    const found = { bytes: 5, how: 'named' }
    expect(await files.find('out/a.xml')).toEqual([{ ...found, path: 'out/a.xml' }])
    expect(await files.find('./out/a.xml')).toEqual([{ ...found, path: './out/a.xml' }])
    expect(await files.find(path.join(root, 'out/a.xml'))).toEqual([{ ...found, path: path.join(root, 'out/a.xml') }])
  })

  test('walks a folder in order, without git, installed packages and what is linked twice', async () => {
    const { root, files } = workspace({
      'b/z.xml': '',
      'b/a.xml': '',
      'a.xml': '',
      '.hidden/x.xml': '',
      '.git/c.xml': '',
      'b/node_modules/d.xml': '',
    })
    symlinkSync('b', path.join(root, 'a-link'))
    symlinkSync('a.xml', path.join(root, '0-link.xml'))
    symlinkSync('.git', path.join(root, 'git-link'))
    symlinkSync('..', path.join(root, 'b/loop'))
    symlinkSync('nowhere', path.join(root, 'broken'))
    expect(await paths(files, '.')).toEqual(['.hidden/x.xml', 'a.xml', 'b/a.xml', 'b/z.xml'])
    expect(await paths(files, 'b')).toEqual(['b/a.xml', 'b/z.xml'])
    expect(await paths(files, './b/')).toEqual(['./b/a.xml', './b/z.xml'])
    expect(await paths(files, 'b/node_modules')).toEqual(['b/node_modules/d.xml'])
    expect((await files.find('b')).every((file) => file.how === 'met')).toBe(true)
  })

  test('takes globs with any depth, alternatives and hidden folders, and minds the case', async () => {
    const { files } = workspace({ 'a/x.xml': '', 'a/b/x.xml': '', '.c/y.info': '', 'a/X.XML': '', 'x.xml': '' })
    expect(await paths(files, '**/x.xml')).toEqual(['a/b/x.xml', 'a/x.xml', 'x.xml'])
    expect(await paths(files, 'a/*.xml')).toEqual(['a/x.xml'])
    expect(await paths(files, './a/*.xml')).toEqual(['./a/x.xml'])
    expect(await paths(files, '**/*.{xml,info}')).toEqual(['.c/y.info', 'a/b/x.xml', 'a/x.xml', 'x.xml'])
    expect(await paths(files, 'a/{b/x,x}.xml')).toEqual(['a/b/x.xml', 'a/x.xml'])
    expect(await paths(files, './*.xml')).toEqual(['./x.xml'])
    expect(await paths(files, 'missing/**')).toEqual([])
    expect(await paths(files, 'missing.xml')).toEqual([])
    expect(await paths(files, '')).toEqual([])
  })

  test('takes a path that exists by its word, though it could be a glob', async () => {
    const { files } = workspace({ '[id].xml': 'x', 'i.xml': '', 'a{b,c}/r.xml': '' })
    expect(await files.find('[id].xml')).toEqual([{ path: '[id].xml', bytes: 1, how: 'named' }])
    expect(await paths(files, 'a{b,c}')).toEqual(['a{b,c}/r.xml'])
    expect(await paths(files, '[ij].xml')).toEqual(['i.xml'])
  })

  test('refuses what lies outside, by its name or by a link', async () => {
    const { root, files } = workspace({ 'in.xml': '' })
    put(path.dirname(root), { 'out.xml': 'secret', 'workspace-2/x.xml': 'secret' })
    symlinkSync('../out.xml', path.join(root, 'link.xml'))
    symlinkSync('..', path.join(root, 'up'))
    const outside = [
      '../out.xml',
      '/etc/passwd',
      'link.xml',
      'up',
      'up/out.xml',
      '../*.xml',
      'up/*.xml',
      '/etc/*',
      'a\0b',
    ]
    for (const pattern of [...outside, '../workspace-2/x.xml', `${root}-2/x.xml`])
      await expect(files.find(pattern)).rejects.toMatchObject(REFUSED)
    expect(await paths(files, '**')).toEqual(['in.xml'])
    expect(await paths(files, 'sub/../in.xml')).toEqual(['sub/../in.xml'])
  })

  test('refuses a pipe instead of waiting for it', async () => {
    const { root, files } = workspace()
    execFileSync('mkfifo', [path.join(root, 'pipe')])
    await expect(files.find('pipe')).rejects.toMatchObject(REFUSED)
    await expect(files.readHead('pipe', 10)).rejects.toMatchObject(REFUSED)
    expect(await paths(files, '.')).toEqual([])
  })

  test('passes by a folder below that may not be read, and tells so', async () => {
    const { root, files } = workspace({ 'a/report.xml': '', 'b/secret/report.xml': '', 'c/report.xml': '' })
    chmodSync(path.dirname(root), 0o755)
    chmodSync(path.join(root, 'b/secret'), 0o000)
    const passed: UnreadableFolder[] = []
    const note = (folder: UnreadableFolder) => void passed.push(folder)
    await asOrdinaryUser(async () => {
      for (const pattern of ['**/*.xml', '.'])
        expect(await paths(files, pattern, note)).toEqual(['a/report.xml', 'c/report.xml'])
      expect(await paths(files, './b/**', note)).toEqual([])
      await expect(files.find('.')).rejects.toMatchObject({ message: expect.stringContaining('b/secret') })
      await expect(files.find('b/secret', note)).rejects.toMatchObject(REFUSED)
    }).finally(() => chmodSync(path.join(root, 'b/secret'), 0o755))
    const reason = expect.stringContaining('EACCES')
    expect(passed).toEqual(['b/secret', 'b/secret', './b/secret'].map((folder) => ({ path: folder, reason })))
  })

  test('stops at a workspace with more entries than anybody has reports', async () => {
    const { root } = workspace({ a: '', b: '', 'c/d': '' })
    const walk = { folder: root, within: root, maxDepth: 9 }
    expect(await walkFiles({ ...walk, maxEntries: 4 })).toHaveLength(3)
    await expect(walkFiles({ ...walk, maxEntries: 3 })).rejects.toMatchObject(REFUSED)
  })

  test('reaches anywhere from a developer’s command line', async () => {
    const { root } = workspace({ 'in.xml': '' })
    const elsewhere = tempFolder()
    put(elsewhere, { 'r/x.xml': 'x' })
    symlinkSync(elsewhere, path.join(root, 'link'))
    const files = createWorkspaceFiles({ root, reach: 'machine' })
    expect(await paths(files, path.join(elsewhere, 'r'))).toEqual([path.join(elsewhere, 'r/x.xml')])
    expect(await paths(files, `${elsewhere}/**/*.xml`)).toEqual([path.join(elsewhere, 'r/x.xml')])
    expect(await paths(files, 'link')).toEqual(['link/r/x.xml'])
    expect(await paths(files, '../workspace/in.xml')).toEqual(['../workspace/in.xml'])
    expect(await paths(files, '.')).toEqual(['in.xml'])
  })
})

describe('read', () => {
  test('gives the bytes in large portions', async () => {
    const text = 'line\n'.repeat(100_000)
    const { files } = workspace({ big: text, empty: '' })
    const sizes: number[] = []
    for await (const chunk of files.read('big')) sizes.push(chunk.length)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(text.length)
    expect(sizes[0]).toBeGreaterThanOrEqual(64 * 1024)
    expect(await contentOf(files, 'big')).toBe(text)
    expect(await contentOf(files, 'empty')).toBe('')
  })

  test('gives the head of a file, and all of a shorter one', async () => {
    const { files } = workspace({ a: 'abcdef' })
    expect(Buffer.from(await files.readHead('a', 3)).toString()).toBe('abc')
    expect(Buffer.from(await files.readHead('a', 30)).toString()).toBe('abcdef')
  })

  test('gives text up to its cap, and null where nothing is', async () => {
    const { files } = workspace({ a: 'äb' })
    expect(await files.readText('a', 3)).toBe('äb')
    await expect(files.readText('a', 2)).rejects.toMatchObject({ message: 'a is longer than 2 bytes' })
    expect(await files.readText('b', 3)).toBeNull()
    expect(await files.readText('a/b', 3)).toBeNull()
  })

  test('says what is wrong with a path', async () => {
    const { root, files } = workspace({ 'd/a': '' })
    symlinkSync('/etc/passwd', path.join(root, 'link'))
    await expect(contentOf(files, 'nothing')).rejects.toMatchObject({ ...REFUSED, message: 'nothing does not exist' })
    await expect(contentOf(files, 'd')).rejects.toMatchObject({ ...REFUSED, message: 'd is a folder' })
    await expect(contentOf(files, 'link')).rejects.toMatchObject(REFUSED)
    await expect(files.readText('../x', 9)).rejects.toMatchObject(REFUSED)
  })

  test('says so when there is no workspace at all', async () => {
    const files = createWorkspaceFiles({ root: path.join(tempFolder(), 'gone'), reach: 'workspace' })
    await expect(files.find('.')).rejects.toMatchObject(REFUSED)
  })
})

describe('write', () => {
  test('makes folders and replaces a file whole', async () => {
    const { root, files } = workspace({ a: 'old' })
    linkSync(path.join(root, 'a'), path.join(root, 'reader'))
    await files.write('new/deep/file', 'text')
    await files.write('a', new Uint8Array([104, 105]))
    expect(readFileSync(path.join(root, 'new/deep/file'), 'utf8')).toBe('text')
    expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe('hi')
    expect(readFileSync(path.join(root, 'reader'), 'utf8')).toBe('old')
    expect(readdirSync(root).sort()).toEqual(['a', 'new', 'reader'])
  })

  test('refuses what leaves the workspace, git’s own folder and anything but a file', async () => {
    const { root, files } = workspace({ '.git/config': 'kept', 'd/a': '' })
    const outside = tempFolder()
    symlinkSync(outside, path.join(root, 'out'))
    symlinkSync(path.join(outside, 'dangling'), path.join(root, 'dangling'))
    for (const target of ['../x', path.join(outside, 'x'), 'out/x', 'out/new/x', 'dangling', '.git/config', 'd'])
      await expect(files.write(target, 'x')).rejects.toMatchObject(REFUSED)
    expect(readdirSync(outside)).toEqual([])
    expect(readFileSync(path.join(root, '.git/config'), 'utf8')).toBe('kept')
    expect(existsSync(path.join(path.dirname(root), 'x'))).toBe(false)
  })
})
