import type { OpenIssue, UpdateIssue } from '../model/change.js'

/** The few questions and effects that need GitHub's API. Absent where there is no token or no repository. */
export interface GitHub {
  /** Best common ancestor as GitHub computes it. @throws PlatformError */
  mergeBase(base: string, head: string): Promise<string>
  /** Number of the new issue. Never retried blindly. @throws PlatformError */
  openIssue(issue: Omit<OpenIssue, 'kind' | 'key'>): Promise<number>
  /** @throws PlatformError */
  updateIssue(number: number, update: Omit<UpdateIssue, 'kind' | 'key' | 'issue'>): Promise<void>
}
