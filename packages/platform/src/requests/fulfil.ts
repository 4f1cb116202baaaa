import { PlatformError } from '@testwarden/core/model/errors'
import type { Observation, ObservedResult } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import { asSentence } from '@testwarden/core/model/sentence'
import { askPermissions, listCommits, listJobs, listPulls, listRuns, readTimeline } from './ask-github.js'
import type { Asking } from './asking.js'
import { listIssues } from './list-issues.js'
import { readEnvironment } from './read-environment.js'
import { runCommand } from './run-command.js'
import { runKernel } from './run-kernel.js'

/** Answers one request. What cannot be had is an observation too: the decision says what it means. */
export async function fulfil(request: Request, asking: Asking): Promise<Observation> {
  try {
    return { requestId: request.id, result: await observe(request, asking) }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const remedy = error.remedy === null ? '' : ` ${asSentence(error.remedy)}`
    return { requestId: request.id, result: { kind: 'failed', message: `${asSentence(error.message)}${remedy}` } }
  }
}

async function observe(request: Request, asking: Asking): Promise<ObservedResult> {
  switch (request.kind) {
    case 'run-command':
      return runCommand(request, asking)
    case 'read-file':
      return { kind: 'file', content: await asking.ports.files.readText(request.path, request.maxBytes) }
    case 'list-issues':
      return listIssues(request, asking.ports.github)
    case 'read-timeline':
      return readTimeline(request, asking.ports.github)
    case 'ask-permissions':
      return askPermissions(request, asking.ports.github)
    case 'list-runs':
      return listRuns(request, asking.ports.github)
    case 'list-pulls':
      return listPulls(asking.ports.github)
    case 'list-jobs':
      return listJobs(request, asking.ports.github)
    case 'list-commits':
      return listCommits(request, asking.ports.github)
    case 'read-environment':
      return readEnvironment(request, asking.env ?? process.env)
    case 'run-kernel':
      return runKernel(asking.ports.exec)
  }
}
