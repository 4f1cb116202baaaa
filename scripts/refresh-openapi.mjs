// Cuts the operations that the fake GitHub knows out of GitHub's published description. Usage: npm run refresh:openapi
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** 385 MB unpacked, so never a dependency. */
const PACKAGE = '@octokit/openapi@23.0.2'
const DESCRIPTION = 'package/generated/api.github.com.json'
const TARGET = fileURLToPath(new URL('../packages/testkit/src/fake-github/openapi.json', import.meta.url))

const OPERATIONS = [
  'actions/download-artifact',
  'actions/get-workflow',
  'actions/get-workflow-run',
  'actions/list-jobs-for-workflow-run',
  'actions/list-repo-workflows',
  'actions/list-workflow-run-artifacts',
  'actions/list-workflow-runs',
  'actions/re-run-job-for-workflow-run',
  'checks/create',
  'checks/get',
  'checks/list-annotations',
  'checks/list-for-ref',
  'checks/update',
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tree',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tree',
  'git/update-ref',
  'issues/add-assignees',
  'issues/add-labels',
  'issues/check-user-can-be-assigned',
  'issues/create',
  'issues/create-comment',
  'issues/create-label',
  'issues/delete-comment',
  'issues/get',
  'issues/get-comment',
  'issues/get-label',
  'issues/list-comments',
  'issues/list-events-for-timeline',
  'issues/list-for-repo',
  'issues/list-labels-on-issue',
  'issues/remove-label',
  'issues/set-labels',
  'issues/update',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'rate-limit/get',
  'repos/compare-commits-with-basehead',
  'repos/get',
  'repos/get-collaborator-permission-level',
  'repos/get-commit',
  'repos/get-content',
]

/** Prose and examples: no test needs them, and they are three quarters of the size. */
const PROSE = new Set([
  'description',
  'example',
  'examples',
  'externalDocs',
  'summary',
  'tags',
  'x-github',
  'x-octokit',
])

const source = JSON.parse(download())
const paths = cutPaths(source.paths)
const cut = { openapi: source.openapi, paths, components: cutComponents(paths) }
writeFileSync(TARGET, `${JSON.stringify(cut)}\n`)
console.log(`${OPERATIONS.length} operations, ${JSON.stringify(cut).length} bytes: ${TARGET}`)

function download() {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, shell: process.platform === 'win32' })
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))
    execFileSync('tar', ['-xzf', archive, DESCRIPTION], { cwd: folder })
    return readFileSync(join(folder, DESCRIPTION), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cutPaths(all) {
  const wanted = new Set(OPERATIONS)
  const result = {}
  for (const path of Object.keys(all).sort()) {
    for (const [method, operation] of Object.entries(all[path])) {
      if (!wanted.delete(operation.operationId)) continue
      result[path] = { ...result[path], [method]: onlyJson(clean(operation)) }
    }
  }
  if (wanted.size > 0) throw new Error(`The description has no operation ${[...wanted].join(', ')}`)
  return result
}

/** Bodies of other media types (diff, patch, raw) are not simulated. */
function onlyJson(operation) {
  const responses = Object.entries(operation.responses).map(([status, response]) => [status, onlyJsonContent(response)])
  return { ...operation, responses: Object.fromEntries(responses) }
}

function onlyJsonContent(response) {
  if (response.content === undefined) return response
  const json = response.content['application/json']
  const { content: _content, ...rest } = response
  return json === undefined ? rest : { ...rest, content: { 'application/json': json } }
}

/** Everything that the operations refer to, directly or not. */
function cutComponents(roots) {
  const components = {}
  const open = references(roots)
  const seen = new Set()
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    if (seen.has(reference)) continue
    seen.add(reference)
    const [kind, name] = reference.replace('#/components/', '').split('/').map(unescapePointer)
    const value = onlyJsonContent(clean(source.components[kind][name]))
    components[kind] = { ...components[kind], [name]: value }
    open.push(...references(value))
  }
  return sortKeys(components)
}

function references(value) {
  if (typeof value !== 'object' || value === null) return []
  if (typeof value.$ref === 'string') return [value.$ref]
  return Object.values(value).flatMap(references)
}

function unescapePointer(segment) {
  return decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~')
}

/**
 * Drops the prose, and says `nullable` as an alternative: OpenAPI 3.0 allows it beside an enum or a reference and without
 * a type, which JSON Schema validators do not.
 * @param kind of value: in a `map` (properties, responses, …) the keys are names, not keywords
 */
function clean(value, kind = 'object') {
  if (Array.isArray(value)) return value.map((item) => clean(item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => kind === 'map' || !PROSE.has(key))
  const { nullable, ...rest } = Object.fromEntries(entries.map(([key, item]) => [key, clean(item, kindOf(key, kind))]))
  if (kind === 'map') return nullable === undefined ? rest : { ...rest, nullable }
  return nullable === true ? { anyOf: [{ type: 'null' }, rest] } : rest
}

function kindOf(key, parent) {
  return parent !== 'map' && ['properties', 'responses', 'content', 'headers'].includes(key) ? 'map' : 'object'
}

function sortKeys(value) {
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((kind) => [kind, Object.fromEntries(Object.entries(value[kind]).sort(([a], [b]) => (a < b ? -1 : 1)))]),
  )
}
