import type { CategoryRule } from '../category.js'

export const portInUse: CategoryRule = {
  id: 'port-in-use',
  title: 'Port in use',
  priority: 'medium',
  minutes: 15,
  origin: 'surroundings',
  advice:
    'Let the system choose a free port (port 0) instead of a fixed one, and wait until the server of the test before has ended.',
  patterns: [
    'EADDRINUSE',
    'address already in use',
    'port * is already in use',
    'port * is already allocated',
    'port is already allocated',
    'Only one usage of each socket address',
    'Address in use',
    'BindException',
  ],
  examples: [
    'Error: listen EADDRINUSE: address already in use :::3000',
    'OSError: [Errno 98] Address already in use',
    'java.net.BindException: Address already in use',
    'listen tcp :8080: bind: address already in use',
    'Bind for 0.0.0.0:5432 failed: port is already allocated',
  ],
  counterexamples: ['the mail address is already in use by another customer', 'expected port to be 3000'],
}
