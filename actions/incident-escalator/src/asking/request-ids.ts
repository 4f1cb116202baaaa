/** The issues of all incidents. */
export const ISSUES = 'incidents'

/** What people may do who did something on an issue. One request for each set of people, as more are found. */
export const PERMISSIONS = 'permissions'

/** Open pull requests. */
export const PULLS = 'pulls'

/** The job of each of them that asks whether the line is stopped. */
export const FREEZE_JOBS = 'freeze-jobs'

export const ENVIRONMENT = 'environment'

/** Runs of the present workflow, or of the one that ended: their conclusions. */
export const WORKFLOW_RUNS = 'workflow-runs'

export function timelineId(issue: number): string {
  return `timeline-${issue}`
}

export function expectedRunId(workflow: string): string {
  return `expected-${workflow}`
}

export function commitsId(base: string | null, head: string): string {
  return `commits-${base ?? ''}-${head}`
}
