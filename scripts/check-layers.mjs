// The layer law of docs/architecture.md: which part may import which. Run by `npm run check`.
import { existsSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseFileSync } from '@swc/core'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const BUILTINS = new Set(builtinModules)

/** A part of the house: what it may import of the house, and what from outside. Itself is always allowed. */
const LAW = [
  { part: 'packages/stats/src', may: [], outside: [] },
  { part: 'packages/core/src/model', may: [], outside: [] },
  { part: 'packages/core/src/action', may: ['packages/core/src', 'packages/stats/src'], outside: [] },
  { part: 'packages/core/src/config', may: ['packages/core/src/model'], outside: [] },
  { part: 'packages/core/src/files', may: ['packages/core/src/model'], outside: ['valibot'] },
  { part: 'packages/core/src/paths', may: [], outside: ['picomatch'] },
  {
    part: 'packages/core/src/render',
    may: ['packages/core/src/model', 'packages/stats/src'],
    outside: ['node:crypto'],
  },
  { part: 'packages/core/src', may: ['packages/core/src/model', 'packages/stats/src'], outside: [] },
  { part: 'packages/failures/src', may: ['packages/core/src'], outside: ['node:crypto'] },
  { part: 'packages/formats/src', may: ['packages/core/src'], outside: [] },
  { part: 'packages/history/src', may: ['packages/core/src'], outside: ['valibot', 'node:crypto'] },
  {
    part: 'packages/intake/src',
    may: ['packages/core/src', 'packages/formats/src'],
    outside: ['picomatch', 'fast-xml-parser'],
  },
  { part: 'packages/html-page/src', may: ['packages/core/src'], outside: [] },
  { part: 'packages/platform/src', may: ['packages/core/src', 'packages/history/src'], outside: ['*'] },
  { part: 'packages/testkit/src', may: ['packages/core/src', 'packages/history/src'], outside: ['*'] },
  {
    part: 'packages/cli/src',
    may: [
      'packages',
      'actions/*/src/index.ts',
      'actions/*/src/backtest',
      'actions/*/src/explain',
      'actions/*/src/importing',
    ],
    outside: ['*'],
  },
  { part: 'packages/suite/src', may: ['packages/platform/src', 'actions/*/src/index.ts'], outside: [] },
  { part: 'actions/*/src/main.ts', may: ['actions/*/src/index.ts', 'packages'], outside: [] },
  { part: 'actions/*/src/index.ts', may: ['packages/core/src', 'packages/formats/src'], outside: [] },
  {
    part: 'actions/*/src/collect.ts',
    may: [
      'packages/core/src',
      'packages/failures/src',
      'packages/formats/src',
      'packages/intake/src',
      'packages/history/src',
    ],
    outside: [],
  },
  {
    part: 'actions/*/src/read-changes.ts',
    may: ['packages/core/src', 'packages/formats/src', 'packages/intake/src'],
    outside: [],
  },
  {
    part: 'actions/*/src/rerun/read-reported.ts',
    may: ['packages/core/src', 'packages/formats/src', 'packages/intake/src'],
    outside: [],
  },
  {
    part: 'actions/*/src/paired/read-measured.ts',
    may: ['packages/core/src', 'packages/formats/src', 'packages/intake/src', 'packages/stats/src'],
    outside: [],
  },
  { part: 'actions/*/src/write-reports.ts', may: ['packages/core/src', 'packages/formats/src'], outside: [] },
  {
    part: 'actions/*/src',
    may: ['packages/core/src', 'packages/stats/src', 'packages/failures/src', 'packages/history/src'],
    outside: [],
  },
]

/** Files that alone may import these packages, so that they are loaded on demand and replaced in one place. */
const ONLY_IN = [{ pattern: /^@actions\/(core|github|exec)$|^@octokit\//, file: 'packages/platform/src/sdk.ts' }]

function main() {
  const files = sourceFiles()
  const graph = new Map(files.map((file) => [file, importsOf(file)]))
  const faults = [...graph].flatMap(([file, imports]) => imports.flatMap((target) => faultOf(file, target)))
  faults.push(...findCycles(graph))
  for (const fault of faults) console.error(fault)
  console.log(`layers: ${files.length} files, ${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}

function sourceFiles() {
  return ['packages', 'actions']
    .flatMap((top) => readdirSync(join(ROOT, top)).map((name) => join(top, name, 'src')))
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(sep).join('/'))
    .sort()
}

/** Every imported thing of a file: paths inside the house, package names outside. */
function importsOf(file) {
  const found = []
  const program = parseFileSync(join(ROOT, file), { syntax: 'typescript', target: 'es2022' })
  visit(program, (node) => {
    const source =
      node.type === 'CallExpression' && node.callee.type === 'Import' ? node.arguments[0]?.expression : node.source
    if (source?.type === 'StringLiteral') found.push(resolveImport(file, source.value))
  })
  return found
}

function visit(node, look) {
  if (typeof node !== 'object' || node === null) return
  if (typeof node.type === 'string') look(node)
  for (const value of Object.values(node)) if (typeof value === 'object') visit(value, look)
}

function resolveImport(file, specifier) {
  if (specifier.startsWith('.'))
    return relative(ROOT, join(ROOT, dirname(file), specifier))
      .split(sep)
      .join('/')
      .replace(/\.js$/, '.ts')
  const own = /^@testwarden\/(action-)?([^/]+)\/(.+)$/.exec(specifier)
  if (own) return `${own[1] ? 'actions' : 'packages'}/${own[2]}/src/${own[3]}.ts`
  return specifier
}

function faultOf(file, target) {
  const law = LAW.find(({ part }) => isInside(file, part))
  if (law === undefined) return [`${file}: no layer is named for it in scripts/check-layers.mjs`]
  const isHouse = /^(packages|actions)\//.test(target)
  const allowed = isHouse
    ? isItself(file, target) || law.may.some((part) => isInside(target, part))
    : law.outside.includes('*') || law.outside.includes(packageOf(target))
  const reserved = ONLY_IN.find(({ pattern }) => pattern.test(target))
  if (reserved && file !== reserved.file) return [`${file} imports ${target}, which only ${reserved.file} may`]
  return allowed ? [] : [`${file} imports ${target}: not allowed in ${law.part}`]
}

/** A part may always import itself: its package, and inside core only its own folder. */
function isItself(file, target) {
  const depth = file.startsWith('packages/core/') ? 4 : 2
  return file.split('/').slice(0, depth).join('/') === target.split('/').slice(0, depth).join('/')
}

function isInside(file, part) {
  if (!part.includes('*')) return file === part || file.startsWith(`${part}/`)
  const pattern = new RegExp(`^${part.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}(/|$)`)
  return pattern.test(file)
}

function packageOf(target) {
  if (BUILTINS.has(target)) return `node:${target}`
  return target.startsWith('@')
    ? target.split('/').slice(0, 2).join('/')
    : target.startsWith('node:')
      ? target
      : target.split('/')[0]
}

/** Depth-first search; each cycle is told once, by its files. */
function findCycles(graph) {
  const faults = []
  const state = new Map()
  const walk = (file, trail) => {
    state.set(file, 'open')
    for (const target of graph.get(file) ?? []) {
      if (state.get(target) === 'open')
        faults.push(`cycle: ${[...trail.slice(trail.indexOf(target)), target].join(' -> ')}`)
      else if (graph.has(target) && !state.has(target)) walk(target, [...trail, target])
    }
    state.set(file, 'done')
  }
  for (const file of graph.keys()) if (!state.has(file)) walk(file, [file])
  return faults
}

main()
