import type { Handler } from './call.js'
import { downloadArtifact, listArtifacts } from './resources/artifacts.js'
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
import { createIssue, getIssue, listIssues, updateIssue } from './resources/issues.js'
import { addLabels, listLabels, removeLabel, setLabels } from './resources/labels.js'
import { getPull, listPulls } from './resources/pulls.js'
import { getPermission, getRepository } from './resources/repositories.js'
import { listJobs, listRuns } from './resources/workflow-runs.js'

/** What is simulated. Every other operation of the description is validated and then answers 501. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['actions/download-artifact', downloadArtifact],
  ['actions/list-jobs-for-workflow-run', listJobs],
  ['actions/list-workflow-run-artifacts', listArtifacts],
  ['actions/list-workflow-runs', listRuns],
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
  ['issues/add-labels', addLabels],
  ['issues/create', createIssue],
  ['issues/create-comment', createComment],
  ['issues/delete-comment', deleteComment],
  ['issues/get', getIssue],
  ['issues/get-comment', getComment],
  ['issues/list-comments', listComments],
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
