import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { standAtRoot } from '../src/stand-at-root.js'
import { recordingTerminal } from './commands/recording-terminal.js'

let root = ''

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'testwarden-root-')))
  mkdirSync(join(root, 'packages/a'), { recursive: true })
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function standing(cwd: string, values: Readonly<Record<string, string>>) {
  const call = { words: [], values: new Map(Object.entries(values)), flags: new Set<string>() }
  const { call: moved, terminal, folder } = standAtRoot(call, recordingTerminal(cwd))
  return { cwd: terminal.cwd, folder, values: Object.fromEntries(moved.values) }
}

describe('a call from a folder of a repository', () => {
  beforeEach(() => mkdirSync(join(root, '.git')))

  test('is made at the root, its paths as they were meant', () => {
    const { cwd, folder, values } = standing(join(root, 'packages/a'), {
      reports: 'out/*.xml\n../b/lcov.info',
      html: 'page.html',
      history: 'dir:records',
      base: 'main',
      ignore: 'src/**',
    })
    expect([cwd, folder]).toEqual([root, 'packages/a/'])
    expect(values).toEqual({
      reports: 'packages/a/out/*.xml\npackages/b/lcov.info',
      html: 'packages/a/page.html',
      history: 'dir:packages/a/records',
      base: 'main',
      ignore: 'src/**',
    })
  })

  test('leaves absolute paths and histories on a branch as they are', () => {
    const values = { config: join(root, 'other.yml'), history: 'git:records' }
    expect(standing(join(root, 'packages/a'), values).values).toEqual(values)
  })

  test('at its root is left as it is', () => {
    expect(standing(root, { reports: './a.xml' })).toEqual({ cwd: root, folder: '', values: { reports: './a.xml' } })
  })
})

test('a call outside a repository is left as it is', () => {
  const cwd = join(root, 'packages/a')
  expect(standing(cwd, { reports: 'a.xml' })).toEqual({ cwd, folder: '', values: { reports: 'a.xml' } })
})
