import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A test suite split over as many jobs, each of which loads most of one project. */
const SHARDS = 115
const PROJECT_FILES = 125
/** Of its files each shard leaves every eighth out, or fewer, not always the same. */
const LEFT_OUT = 8
const STATEMENTS = 80
const STATEMENTS_PER_FUNCTION = 8
const STATEMENTS_PER_BRANCH = 5

/**
 * The same numbers give the same bytes, as Jest's json reporter writes them: each shard about 1.3 MB in one line.
 * @param {string} folder
 * @returns {readonly string[]} paths
 */
export function writeIstanbulShards(folder) {
  mkdirSync(folder, { recursive: true })
  for (let shard = 0; shard < SHARDS; shard++)
    writeFileSync(join(folder, `shard-${shard}.json`), JSON.stringify(shardOf(shard)))
  return readdirSync(folder).map((name) => join(folder, name))
}

/** @param {number} shard */
function shardOf(shard) {
  const files = {}
  for (let file = 0; file < PROJECT_FILES; file++) {
    if ((file + shard) % (LEFT_OUT + (shard % LEFT_OUT)) === 0) continue
    const path = `/home/build/work/packages/part-${file % 12}/src/module-${file}.js`
    files[path] = fileOf(path, shard, file * 31 + shard)
  }
  return files
}

/**
 * @param {string} path
 * @param {number} shard
 * @param {number} seed
 */
function fileOf(path, shard, seed) {
  const entry = { path, statementMap: {}, fnMap: {}, branchMap: {}, s: {}, f: {}, b: {} }
  for (let at = 0; at < STATEMENTS; at++) {
    const line = at * 2 + 3
    entry.statementMap[at] = span(line, 4, 44)
    entry.s[at] = at % 11 === 0 ? 0 : (seed * 7919 + at * 104729) % (9 + shard * 37)
    if (at % STATEMENTS_PER_FUNCTION === 0) addFunction(entry, line - 1, seed + at)
    if (at % STATEMENTS_PER_BRANCH === 0) addBranch(entry, line, seed + at)
  }
  return { ...entry, _coverageSchema: '1a1c01bbd47fc00a2c39e90264f33305004495a9', hash: String(seed).padStart(40, '0') }
}

function addFunction({ fnMap, f }, line, seed) {
  const id = Object.keys(fnMap).length
  const name = id % 3 === 0 ? `(anonymous_${id})` : `handler${id}`
  fnMap[id] = { name, decl: span(line, 9, 20), loc: span(line, 24, 60), line }
  f[id] = id % 4 === 0 ? 0 : seed % 3
}

function addBranch({ branchMap, b }, line, seed) {
  const id = Object.keys(branchMap).length
  const locations = id % 2 === 0 ? [span(line, 4, 40), { start: {}, end: {} }] : [span(line, 8, 20), span(line, 24, 40)]
  branchMap[id] = { loc: span(line, 4, 40), type: id % 2 === 0 ? 'if' : 'binary-expr', locations, line }
  b[id] = [seed % 2, id % 3 === 0 ? 0 : seed % 5]
}

function span(line, column, endColumn) {
  return { start: { line, column }, end: { line, column: endColumn } }
}
