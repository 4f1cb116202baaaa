import type { Access, Permission, TokenGrant } from '../../fake-github/permissions.js'
import type { Job, Permissions, Workflow } from './workflow.js'
import type { WorkflowEvent } from './workflow-event.js'

const PERMISSIONS: readonly Permission[] = ['actions', 'checks', 'contents', 'issues', 'pull_requests', 'statuses']

/** Where nobody wrote `permissions:`, in a repository with the restricted default. */
const RESTRICTED_DEFAULT: Permissions = { contents: 'read' }

/** What the token of a job may do: its own `permissions:`, else the workflow's, else the default; a fork's only reads. */
export function grantOf(workflow: Workflow, job: Job, event: WorkflowEvent): TokenGrant {
  const written = job.permissions ?? workflow.permissions ?? RESTRICTED_DEFAULT
  const granted = PERMISSIONS.flatMap((permission) => {
    const access = accessTo(permission, written)
    return access === null ? [] : [[permission, event.isRestricted ? 'read' : access] as const]
  })
  return {
    login: 'github-actions[bot]',
    permissions: { ...Object.fromEntries<Access>(granted), metadata: 'read' },
  }
}

/**
 * A permission that a `permissions:` block does not name is none.
 * @throws Error for one that the fake GitHub knows nothing of, because granting it would prove nothing
 */
function accessTo(permission: Permission, written: Permissions): Access | null {
  if (written === 'read-all') return 'read'
  if (written === 'write-all') return 'write'
  const unknown = Object.keys(written).find((name) => !PERMISSIONS.some((known) => dashed(known) === name))
  if (unknown !== undefined) throw new Error(`The fake GitHub does not know the permission '${unknown}'`)
  const access = written[dashed(permission)]
  return access === 'read' || access === 'write' ? access : null
}

function dashed(permission: Permission): string {
  return permission.replaceAll('_', '-')
}
