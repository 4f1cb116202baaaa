import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24Path } from '../../../scripts/node24.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Holds `dist/`: the bundle that `npm test` built, or a copy of one's own where others build there at the same time. */
const BUILD = resolve(ROOT, process.env.TESTWARDEN_BUILD ?? 'build')

/** The bundle, laid out as GitHub downloads it: `actions/<name>` beside `dist`, `gates` at the top. */
export function bundledAction(name: string): string {
  const place = name === 'gates' ? '.' : join('actions', name)
  const folder = join(BUILD, place)
  if (!existsSync(join(BUILD, 'dist', name, 'index.js')))
    throw new Error('build/dist is missing: run `npm run e2e`, which builds it')
  mkdirSync(folder, { recursive: true })
  placeWhole(join(ROOT, place, 'action.yml'), join(folder, 'action.yml'))
  return folder
}

/** Test files run side by side and place the same file: none of them may read half of it. */
function placeWhole(from: string, to: string): void {
  const copy = `${to}.${process.pid}-${Math.random().toString(36).slice(2)}`
  cpSync(from, copy)
  renameSync(copy, to)
}

export const BUNDLED_CLI = join(BUILD, 'dist', 'cli', 'index.js')

/** What GitHub runs actions with, where it is installed. */
export const RUNNER_NODE = node24Path() ?? process.execPath

/** The runner's Node, and the oldest that developers use. */
export function nodes(): readonly { readonly name: string; readonly path: string }[] {
  const runner = node24Path()
  const own = { name: `Node ${process.versions.node.split('.')[0]}`, path: process.execPath }
  return runner === null ? [own] : [own, { name: 'Node 24', path: runner }]
}
