import { type Answer, type Call, NOT_FOUND, refuse } from '../call.js'
import { pageOf } from '../paging.js'
import type { Artifact, Repository } from '../repository.js'
import { type GitHubState, timestamp } from '../state.js'
import { repositoryUrl } from './repositories.js'

export interface ArtifactOptions {
  readonly run: number
  readonly name: string
  readonly zip: Buffer
  readonly isExpired?: boolean
  /** Now, when absent. */
  readonly createdAt?: string
}

export function addArtifact(state: GitHubState, repository: Repository, options: ArtifactOptions): Artifact {
  const artifact: Artifact = { isExpired: false, createdAt: timestamp(state), ...options, id: state.nextId() }
  repository.artifacts.set(artifact.id, artifact)
  return artifact
}

/** `actions/list-workflow-run-artifacts`: newest first. */
export function listArtifacts(call: Call): Answer {
  const run = Number(call.path.run_id)
  const found = [...call.repository.artifacts.values()].filter((artifact) => artifact.run === run).reverse()
  return pageOf(call, found, (shown) => ({
    total_count: found.length,
    artifacts: shown.map((artifact) => presentArtifact(call, artifact)),
  }))
}

/** `actions/download-artifact`: leads to a store elsewhere, whose address is a secret of its own for a minute. */
export function downloadArtifact(call: Call): Answer {
  const artifact = call.repository.artifacts.get(Number(call.path.artifact_id))
  if (artifact === undefined) return NOT_FOUND
  if (artifact.isExpired) return refuse(410, 'Artifact has expired')
  return { status: 302, headers: { location: `${call.blobUrl}/artifacts/${artifact.id}.zip?sig=secret` } }
}

/** The bytes behind such an address; null when there is nothing. */
export function readBlob(state: GitHubState, path: string): Buffer | null {
  const id = Number(/^\/artifacts\/(\d+)\.zip$/.exec(path)?.[1])
  for (const repository of state.repositories.values()) {
    const artifact = repository.artifacts.get(id)
    if (artifact !== undefined) return artifact.zip
  }
  return null
}

function presentArtifact({ baseUrl, repository }: Call, artifact: Artifact): Readonly<Record<string, unknown>> {
  const url = `${repositoryUrl(baseUrl, repository)}/actions/artifacts/${artifact.id}`
  return {
    id: artifact.id,
    node_id: `A_${artifact.id}`,
    name: artifact.name,
    size_in_bytes: artifact.zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.isExpired,
    created_at: artifact.createdAt,
    expires_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    workflow_run: { id: artifact.run },
  }
}
