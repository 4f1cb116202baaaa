import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Repository } from '../../../../packages/testkit/src/fake-github/repository.js'
import { addWorkflowRun } from '../../../../packages/testkit/src/fake-github/resources/workflow-runs.js'
import { type FakeGitHub, startFakeGitHub } from '../../../../packages/testkit/src/fake-github/start-fake-github.js'
import { addPull, addRepository } from '../../../../packages/testkit/src/fake-github/state.js'
import type { WorkflowRun } from '../../../../packages/testkit/src/fake-github/workflow-run.js'
import { createGitRemote, type GitRemote } from '../../../../packages/testkit/src/git-remote/git-remote.js'
import { type GitServer, serveGit } from '../../../../packages/testkit/src/runner/workflow/git-server.js'
import type { FinishedRun } from '../../../../packages/testkit/src/runner/workflow/results.js'
import { runWorkflow } from '../../../../packages/testkit/src/runner/workflow/run-workflow.js'
import type { Edition, MachineQuestion, Site } from '../../../../packages/testkit/src/runner/workflow/site.js'
import { startsOn } from '../../../../packages/testkit/src/runner/workflow/triggers.js'
import type { Workflow } from '../../../../packages/testkit/src/runner/workflow/workflow.js'
import type { WorkflowEvent } from '../../../../packages/testkit/src/runner/workflow/workflow-event.js'
import { RUNNER_NODE } from '../../support/bundled-action.js'
import { type ExampleProject, INVOICE } from '../../support/example-project.js'
import { groupRef, headOf, workflowRunEvent } from './events.js'
import { mirror } from './mirror.js'
import { findOwnAction, readRecipe } from './recipe.js'
import { installStoredTests, type StoredTests } from './stored-tests.js'

const OWNER = 'octo-org'
const NAME = 'example'
const PULL = 7

/** A repository that uses a recipe, with one open pull request, on a GitHub that runs its workflows. */
export interface World {
  readonly github: FakeGitHub
  readonly server: GitServer
  readonly repository: Repository
  readonly remote: GitRemote
  readonly project: ExampleProject
  /** Tip of `main` before the change. */
  readonly base: string
  readonly head: string
  /** GitHub's merge of the two, as `refs/pull/7/merge`. */
  readonly merge: string
  /** Head of the change's group in the merge queue, on top of {@link base}. */
  readonly group: string
  /** What the tests of the jobs to come leave behind. */
  setTests(tests: (job: MachineQuestion) => StoredTests): void
  /** Runs every workflow of the recipe that the event starts, then those that wait for their end. */
  raise(event: WorkflowEvent): Promise<readonly FinishedRun[]>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly recipe: string
  readonly project?: ExampleProject
  /** `.github/testwarden.yml` of the base. */
  readonly config: string
  readonly edition?: Edition
  /** `owner/name` of the repository that the pull request comes from; the same one when absent. */
  readonly headRepository?: string
}

/** The repository is private: in a public one every token could read, whatever its job was granted. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { recipe, project = INVOICE, edition = 'github.com' } = options
  const root = mkdtempSync(join(tmpdir(), 'testwarden-recipe-'))
  const served = join(root, 'served')
  const remote = createGitRemote(join(served, OWNER, NAME))
  const commits = fillRemote(remote, options)
  const github = await startFakeGitHub()
  const repository = fillGitHub(github, commits, options)
  const server = await serveGit({ folder: served, github })
  const folder = folderMaker(root)
  let tests: (job: MachineQuestion) => StoredTests = () => ({ reports: {} })
  const site: Site = {
    ...{ github, repository, folder, edition, serverUrl: server.url },
    ...addressesOf(edition, { github, serverUrl: server.url }),
    findAction: findOwnAction,
    machineOf: (job) => ({ PATH: installStoredTests(folder('tools'), tests(job)) }),
    nodePath: RUNNER_NODE,
  }
  return {
    ...{ github, server, repository, remote, project, ...commits },
    setTests: (given) => {
      tests = given
    },
    raise: (event) => raise({ site, remote, recipe }, event),
    close: async () => {
      await server.close()
      await github.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Folders of jobs, each with a number before its name. */
function folderMaker(root: string): Site['folder'] {
  let count = 0
  return (name) => {
    const path = join(root, `${++count}-${name}`)
    mkdirSync(path)
    return path
  }
}

type Commits = Pick<World, 'base' | 'head' | 'merge' | 'group'>

function fillGitHub(
  { state }: FakeGitHub,
  { base, head, merge }: Commits,
  { headRepository = `${OWNER}/${NAME}` }: WorldOptions,
): Repository {
  const repository = addRepository(state, { owner: OWNER, name: NAME, isPrivate: true })
  addPull(state, repository, {
    number: PULL,
    base: { ref: 'main', sha: base },
    head: { ref: 'change', sha: head, repository: headRepository },
    mergeCommitSha: merge,
  })
  return repository
}

/** On Enterprise Server the API is a path of the server; elsewhere it has a host of its own. */
function addressesOf(
  edition: Edition,
  { github, serverUrl }: { readonly github: FakeGitHub; readonly serverUrl: string },
): Pick<Site, 'apiUrl' | 'graphqlUrl'> {
  if (edition === 'github.com') return { apiUrl: github.url, graphqlUrl: `${github.url}/graphql` }
  return { apiUrl: `${serverUrl}/api/v3`, graphqlUrl: `${serverUrl}/api/graphql` }
}

/** The base branch has moved on since the change left it, so that merge commit, head and merge base all differ. */
function fillRemote(remote: GitRemote, { project = INVOICE, config }: WorldOptions): Commits {
  const files = { ...project.base, 'requirements.txt': 'pytest-cov\n', '.github/testwarden.yml': config }
  const fork = remote.commit({ files, message: 'Base' })
  const head = remote.commit({ parents: [fork], files: project.change, message: 'Change' })
  const base = remote.commit({ parents: [fork], files: { 'NEWS.md': 'Something else.\n' }, message: 'Meanwhile' })
  remote.setRef('refs/heads/main', base)
  const merge = remote.openPull(PULL, { base, head })
  const group = remote.commit({ parents: [base], files: project.change, message: 'In the queue' })
  remote.setRef(groupRef(base), group)
  return { base, head, merge, group }
}

interface Place {
  readonly site: Site
  readonly remote: GitRemote
  readonly recipe: string
}

async function raise(place: Place, event: WorkflowEvent): Promise<readonly FinishedRun[]> {
  const { site, remote, recipe } = place
  mirror(remote, site.repository)
  const finished: FinishedRun[] = []
  for (const workflow of readRecipe(recipe).filter((candidate) => startsOn(candidate, event))) {
    const listed = listRun(site, workflow, event)
    const run = await runWorkflow({ site, workflow, event, id: listed.id, attempt: 1 })
    site.repository.runs.set(run.id, { ...listed, conclusion: run.conclusion })
    const base = remote.refSha('refs/heads/main') ?? ''
    const ended = { run, event, base, file: listed.file }
    finished.push(run, ...(await raise(place, workflowRunEvent(ended))))
  }
  return finished
}

/** As GitHub lists it while it goes on. */
function listRun({ github, repository }: Site, { name, path }: Workflow, event: WorkflowEvent): WorkflowRun {
  const { sha: headSha, ref: branch } = headOf(event)
  return addWorkflowRun(github.state, repository, {
    ...{ file: basename(path), name, event: event.name, branch, headSha },
    conclusion: null,
  })
}
