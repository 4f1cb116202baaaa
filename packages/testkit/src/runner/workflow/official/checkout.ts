import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { refuseUnknownInputs } from './known-inputs.js'
import type { OfficialAction } from './official-action.js'

const INPUTS: readonly string[] = ['ref', 'fetch-depth', 'persist-credentials']

const run = promisify(execFile)

/**
 * actions/checkout: a real fetch from the job's server with the job's token. Without `ref` it is the commit of the event,
 * kept under the name of the event's ref.
 * @throws Error for an input that is not simulated
 */
export const simulateCheckout: OfficialAction = async ({ scope }, inputs) => {
  refuseUnknownInputs('actions/checkout', inputs, INPUTS)
  const { site, workspace: folder, token, event } = scope
  const server = `${site.serverUrl}/`
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const git = (...args: readonly string[]) => run('git', [...args], { cwd: folder, env: environment(server, header) })
  const wanted = inputs.get('ref') || event.sha
  const place = wanted === event.sha ? localRef(event.ref) : 'refs/remotes/origin/wanted'
  const depth = Number(inputs.get('fetch-depth') ?? '1')
  await git('init', '--quiet', '--initial-branch=main')
  await git('remote', 'add', 'origin', `${server}${site.repository.owner}/${site.repository.name}`)
  try {
    // Its own fetch, because git writes no ref twice in one.
    if (depth === 0) await git('fetch', '--quiet', '--no-tags', 'origin', '+refs/heads/*:refs/remotes/origin/*')
    await git('fetch', '--quiet', '--no-tags', ...depthOf(depth), 'origin', `+${wanted}:${place}`)
  } catch (error) {
    return { outcome: 'failure', log: [`##[error]The fetch failed: ${String(error)}`] }
  }
  await git('checkout', '--quiet', '--force', ...headOf(event.ref, place))
  if (inputs.get('persist-credentials') !== 'false') await git('config', `http.${server}.extraheader`, header)
  return { outcome: 'success', log: [`Checked out ${wanted} into ${join(folder)}`] }
}

/** Nothing of the developer's own set-up takes part. */
function environment(server: string, header: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_0: header,
  }
}

function depthOf(depth: number): readonly string[] {
  return depth > 0 ? [`--depth=${depth}`] : []
}

/** `refs/pull/7/merge` is kept as `refs/remotes/pull/7/merge`, a branch as one of `origin`. */
function localRef(ref: string): string {
  return ref.replace(/^refs\/heads\//, 'refs/remotes/origin/').replace(/^refs\/pull\//, 'refs/remotes/pull/')
}

/** A branch is checked out as a local one, everything else as a detached HEAD. */
function headOf(ref: string, place: string): readonly string[] {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  return branch === undefined ? ['--detach', place] : ['-B', branch, place]
}
