import type { GitHub } from '@testwarden/core/ports/github'

/** A GitHub that nobody may ask; tests replace what they expect to be asked. */
export function unaskedGitHub(answers: Partial<GitHub> = {}): GitHub {
  const unasked = async (): Promise<never> => {
    throw new Error('GitHub was asked')
  }
  return {
    mergeBase: unasked,
    login: unasked,
    pullRequestHead: unasked,
    listOpenPulls: unasked,
    readTimeline: unasked,
    readIssue: unasked,
    ensureLabel: unasked,
    addLabels: unasked,
    removeLabel: unasked,
    mayBeAssigned: unasked,
    addAssignees: unasked,
    permissionOf: unasked,
    findWorkflow: unasked,
    listRuns: unasked,
    listCommits: unasked,
    listHeadJobs: unasked,
    rerunJob: unasked,
    listIssues: unasked,
    openIssue: unasked,
    updateIssue: unasked,
    listComments: unasked,
    createComment: unasked,
    updateComment: unasked,
    deleteComment: unasked,
    listCheckRuns: unasked,
    createCheckRun: unasked,
    updateCheckRun: unasked,
    calls: () => ({}),
    ...answers,
  }
}
