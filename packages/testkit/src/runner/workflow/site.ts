import type { Repository } from '../../fake-github/repository.js'
import type { FakeGitHub } from '../../fake-github/start-fake-github.js'

/** Where workflows run: a GitHub with one repository, and the machines of its jobs. */
export interface Site {
  readonly github: FakeGitHub
  readonly repository: Repository
  /** GITHUB_SERVER_URL: serves the repository's git. */
  readonly serverUrl: string
  /** GITHUB_API_URL */
  readonly apiUrl: string
  /** GITHUB_GRAPHQL_URL */
  readonly graphqlUrl: string
  readonly edition: Edition
  /** Makes a fresh folder. */
  folder(name: string): string
  /** The folder of an action that a step names in `uses:`; null: there is no such action. */
  findAction(uses: string): string | null
  /** What the machine of a job has beside git and a shell, as variables: a PATH with the project's tools. */
  machineOf(job: MachineQuestion): Readonly<Record<string, string>>
  /** The Node that runs actions; the one of this process when absent. */
  readonly nodePath?: string
}

/** Enterprise Server has no store for the artifacts of actions/upload-artifact from version 4 on. */
export type Edition = 'github.com' | 'enterprise-server'

export interface MachineQuestion {
  readonly job: string
  readonly matrix: Readonly<Record<string, unknown>> | null
}
