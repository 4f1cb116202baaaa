import type { CategoryRule } from '../category.js'

export const permission: CategoryRule = {
  id: 'permission',
  title: 'Permission denied',
  priority: 'medium',
  minutes: 20,
  origin: 'surroundings',
  advice:
    'Look at the owner and mode of the file, at the user that runs the tests and at the permissions of the token.',
  patterns: [
    'permission denied',
    'PermissionError',
    'EACCES',
    'EPERM',
    'operation not permitted',
    'AccessDeniedException',
    'UnauthorizedAccessException',
    'Access is denied',
    'Resource not accessible by integration',
  ],
  examples: [
    "PermissionError: [Errno 13] Permission denied: '/etc/shadow'",
    "Error: EACCES: permission denied, open '/var/log/app.log'",
    'java.nio.file.AccessDeniedException: /srv/data',
    'open /etc/shadow: permission denied',
    'psycopg2.errors.InsufficientPrivilege: permission denied for table orders',
  ],
  counterexamples: ['expected permissions to equal read', 'AssertionError: the page says Permission requested'],
}
