import type { CategoryRule } from '../category.js'

export const outOfMemory: CategoryRule = {
  id: 'out-of-memory',
  title: 'Out of memory',
  priority: 'high',
  minutes: 60,
  origin: 'surroundings',
  advice:
    'Look at the memory peak of the job and at what the test keeps alive; run fewer workers, or give the job a larger runner.',
  patterns: [
    'out of memory',
    'OutOfMemoryError',
    'OutOfMemoryException',
    'MemoryError',
    'heap limit',
    'cannot allocate memory',
    'Allowed memory size of',
    'memory allocation of * bytes failed',
    'OOMKilled',
    'GC overhead limit exceeded',
    'ENOMEM',
    'NoMemoryError',
    'std::bad_alloc',
  ],
  examples: [
    'java.lang.OutOfMemoryError: Java heap space',
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    'PHP Fatal error: Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes)',
    'fatal error: runtime: out of memory',
    'MemoryError: Unable to allocate 7.45 GiB for an array',
  ],
  counterexamples: [
    'expected the memory report to be empty',
    'AssertionError: memory usage is 12, not 10',
    'InMemoryError: no such key',
  ],
}
