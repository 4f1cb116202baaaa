import { ConfigurationError } from '@testwarden/core/model/errors'
import { canonicalJson, type RecordKey } from '@testwarden/core/model/record-key'
import { readInput } from '../action-host.js'

/** Which run of what this is, from the variables that the runner sets. */
export function describeKey(
  env: NodeJS.ProcessEnv,
  { action, matrix }: { readonly action: string; readonly matrix: string },
): RecordKey {
  return {
    action,
    workflow: env.GITHUB_WORKFLOW ?? '',
    job: env.GITHUB_JOB ?? '',
    matrix: canonicalMatrix(matrix),
    step: env.GITHUB_ACTION ?? '',
    checkRun: checkRunOf(readInput(env, 'check-run-id')),
    run: env.GITHUB_RUN_ID ?? '',
    attempt: attemptOf(env.GITHUB_RUN_ATTEMPT ?? ''),
  }
}

/** Empty where GitHub does not tell it. */
function checkRunOf(text: string): string {
  return /^\d{1,20}$/.test(text) ? text : ''
}

function attemptOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 1
}

/** On a developer's machine there is one run, and it is never stored. */
export function describeLocalKey(action: string): RecordKey {
  return { action, workflow: 'local', job: 'local', matrix: '{}', step: '', checkRun: '', run: 'local', attempt: 1 }
}

/**
 * @param text what `${{ toJSON(matrix) }}` gave: an object, or `null` in a job without a matrix
 * @throws ConfigurationError when it is no JSON, because two legs would then share one key
 */
function canonicalMatrix(text: string): string {
  if (text.trim() === '') return '{}'
  const value = parseJson(text)
  if (typeof value === 'object' && !Array.isArray(value)) return canonicalJson(value ?? {})
  throw new ConfigurationError('the input `matrix` is no JSON object', {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, shown as the user writes it
    remedy: 'write `matrix: ${{ toJSON(matrix) }}` or leave it out',
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
