import type { Handler } from './call.js'
import { downloadArtifact, listArtifacts } from './resources/artifacts.js'
import { checkAssignee } from './resources/assignees.js'
import { createCheckRun, getCheckRun, listAnnotations, listCheckRuns, updateCheckRun } from './resources/check-runs.js'
import { createComment, deleteComment, getComment, listComments, updateComment } from './resources/comments.js'
import { compareCommits, getCommit } from './resources/commits.js'
import {
  createBlob,
  createCommit,
  createRef,
  createTree,
  getBlob,
  getGitCommit,
  getRef,
  getTree,
  updateRef,
} from './resources/git-data.js'
import { addAssignees, createIssue, getIssue, listIssues, updateIssue } from './resources/issues.js'
import { addLabels, createLabel, getLabel, listLabels, removeLabel, setLabels } from './resources/labels.js'
import { getPull, listPulls } from './resources/pulls.js'
import { getPermission, getRepository } from './resources/repositories.js'
import { listTimeline } from './resources/timeline.js'
import { listJobs, listRuns, rerunJob } from './resources/workflow-runs.js'
import { getWorkflow, listWorkflows } from './resources/workflows.js'

/** What is simulated. Every other operation of the description is validated and then answers 501. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['actions/download-artifact', downloadArtifact],
  ['actions/get-workflow', getWorkflow],
  ['actions/list-jobs-for-workflow-run', listJobs],
  ['actions/list-repo-workflows', listWorkflows],
  ['actions/list-workflow-run-artifacts', listArtifacts],
  ['actions/list-workflow-runs', listRuns],
  ['actions/re-run-job-for-workflow-run', rerunJob],
  ['checks/create', createCheckRun],
  ['checks/get', getCheckRun],
  ['checks/list-annotations', listAnnotations],
  ['checks/list-for-ref', listCheckRuns],
  ['checks/update', updateCheckRun],
  ['git/create-blob', createBlob],
  ['git/create-commit', createCommit],
  ['git/create-ref', createRef],
  ['git/create-tree', createTree],
  ['git/get-blob', getBlob],
  ['git/get-commit', getGitCommit],
  ['git/get-ref', getRef],
  ['git/get-tree', getTree],
  ['git/update-ref', updateRef],
  ['issues/add-assignees', addAssignees],
  ['issues/add-labels', addLabels],
  ['issues/check-user-can-be-assigned', checkAssignee],
  ['issues/create', createIssue],
  ['issues/create-comment', createComment],
  ['issues/create-label', createLabel],
  ['issues/delete-comment', deleteComment],
  ['issues/get', getIssue],
  ['issues/get-comment', getComment],
  ['issues/get-label', getLabel],
  ['issues/list-comments', listComments],
  ['issues/list-events-for-timeline', listTimeline],
  ['issues/list-for-repo', listIssues],
  ['issues/list-labels-on-issue', listLabels],
  ['issues/remove-label', removeLabel],
  ['issues/set-labels', setLabels],
  ['issues/update', updateIssue],
  ['issues/update-comment', updateComment],
  ['pulls/get', getPull],
  ['pulls/list', listPulls],
  ['repos/compare-commits-with-basehead', compareCommits],
  ['repos/get', getRepository],
  ['repos/get-collaborator-permission-level', getPermission],
  ['repos/get-commit', getCommit],
])
