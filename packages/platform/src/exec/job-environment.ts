/** What the runner gives to actions only, or lets a step write its own results with. */
const OURS: ReadonlySet<string> = new Set([
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_RUNTIME_URL',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_CACHE_URL',
  'GITHUB_ENV',
  'GITHUB_OUTPUT',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
])

/** Inputs, the token among them, and what our own steps told each other. */
const OUR_PREFIX = /^(?:INPUT|STATE)_/i

/**
 * The environment of the job as a `run:` step of it would have it, without what is ours: code of the tested tree gets no
 * input of the action, and cannot write its outputs or its summary.
 */
export function jobEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !OUR_PREFIX.test(name) && !OURS.has(name.toUpperCase())),
  )
}
