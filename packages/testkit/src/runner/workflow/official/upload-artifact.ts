import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { writeZip } from '../../../archives/write-zip.js'
import { addArtifact } from '../../../fake-github/resources/artifacts.js'
import type { StepQuestion } from '../step-question.js'
import { refuseUnknownInputs } from './known-inputs.js'
import type { OfficialAction, OfficialResult } from './official-action.js'

const INPUTS: readonly string[] = [
  ...['name', 'path', 'if-no-files-found', 'retention-days', 'overwrite', 'compression-level'],
  'include-hidden-files',
]

/**
 * actions/upload-artifact from version 4 on: one zip file per name and run, which nobody can change but by `overwrite`.
 * Its folder is the nearest one that holds all files.
 * @see https://github.com/actions/upload-artifact#inputs
 * @throws Error for an input or a pattern that is not simulated
 */
export const simulateUploadArtifact: OfficialAction = async (question, inputs) => {
  refuseUnknownInputs('actions/upload-artifact', inputs, INPUTS)
  // The action asks the server's name, which in a test is that of this machine.
  if (question.scope.site.edition === 'enterprise-server')
    return failure(
      '@actions/artifact v2.0.0+, upload-artifact@v4+ and download-artifact@v4+ are not currently supported on GHES.',
    )
  const name = inputs.get('name') || 'artifact'
  const days = Number(inputs.get('retention-days') || '90')
  if (!Number.isInteger(days) || days < 1 || days > 90) return failure('Invalid retention-days')
  if (/["<>|*?:\r\n\\/]/.test(name)) return failure(`The artifact name is not valid: ${name}`)
  const files = listFiles(question.scope.workspace, inputs)
  if (files.length === 0) return withoutFiles(inputs)
  return store(question, { name, files, isReplacing: inputs.get('overwrite') === 'true' })
}

function failure(message: string): OfficialResult {
  return { outcome: 'failure', log: [`##[error]${message}`] }
}

function withoutFiles(inputs: ReadonlyMap<string, string>): OfficialResult {
  const message = `No files were found with the provided path: ${inputs.get('path')}. No artifacts will be uploaded.`
  if (inputs.get('if-no-files-found') === 'error') return failure(message)
  return { outcome: 'success', log: [`##[warning]${message}`] }
}

/** Files, and all files below folders; hidden ones only where they are asked for. */
function listFiles(workspace: string, inputs: ReadonlyMap<string, string>): readonly string[] {
  const paths = (inputs.get('path') ?? '').split('\n').filter((path) => path.trim() !== '')
  const withHidden = inputs.get('include-hidden-files') === 'true'
  return paths.flatMap((path) => {
    if (/[*?[\]!]/.test(path)) throw new Error(`The simulated actions/upload-artifact knows no patterns: ${path}`)
    const place = resolve(workspace, path.trim())
    // What the path itself names above its last part may be hidden.
    return filesAt(place).filter((file) => withHidden || !/(^|\/)\./.test(below(dirname(place), file)))
  })
}

function filesAt(place: string): readonly string[] {
  const kind = statSync(place, { throwIfNoEntry: false })
  if (kind === undefined) return []
  if (kind.isFile()) return [place]
  const entries = readdirSync(place, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

interface Upload {
  readonly name: string
  readonly files: readonly string[]
  readonly isReplacing: boolean
}

function store({ scope }: StepQuestion, { name, files, isReplacing }: Upload): OfficialResult {
  const { site, id: run } = scope
  const { artifacts } = site.repository
  const same = [...artifacts.values()].filter((artifact) => artifact.run === run && artifact.name === name)
  if (same.length > 0 && !isReplacing)
    return failure(
      'Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the workflow run',
    )
  for (const { id } of same) artifacts.delete(id)
  const root = files.map((file) => dirname(file)).reduce(sharedFolder)
  const entries = files.map((file) => ({ name: below(root, file), content: readFileSync(file) }))
  const artifact = addArtifact(site.github.state, site.repository, { run, name, zip: writeZip(entries) })
  return {
    outcome: 'success',
    log: [`Artifact ${name} has been successfully uploaded`],
    outputs: { 'artifact-id': String(artifact.id) },
  }
}

function sharedFolder(left: string, right: string): string {
  return right === left || right.startsWith(left + sep) ? left : sharedFolder(dirname(left), right)
}

/** With `/`, as names in a zip file have it. */
function below(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/')
}
