import { type Job, pullRequestEvent, type Scenario } from './scenario.js'

/** The pull request's job as most projects have it: merge commit, its parents, the report of the change. It fails. */
export function pullRequestJob(scenario: Scenario, more: Partial<Job> = {}): Job {
  return {
    event: pullRequestEvent(scenario),
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'coverage.xml': scenario.project.reports.change },
    ...more,
    github: { sha: scenario.merge, ...more.github },
  }
}

/** A report of the same change in which every line was run, so that the job passes. */
export function passingReport({ project }: Pick<Scenario, 'project'>): Readonly<Record<string, string>> {
  return { 'coverage.xml': project.reports.change.replaceAll('hits="0"', 'hits="1"') }
}

/** What a job is granted by `permissions: { contents: read, pull-requests: write, checks: write }`. */
export const PUBLISHING = { contents: 'read', metadata: 'read', pull_requests: 'write', checks: 'write' } as const

/** The same without check runs. */
export const COMMENTING = { contents: 'read', metadata: 'read', pull_requests: 'write' } as const
