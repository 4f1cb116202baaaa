import type { Machine } from '@testwarden/core/model/evidence'
import type { RecordKey } from '@testwarden/core/model/record-key'

/** Of a run: which one it was, and on what it ran. */
export function runOf(matrix = '{}'): { readonly key: RecordKey; readonly machine: Machine } {
  const place = { workflow: 'ci', job: 'test', matrix, step: 'gate', checkRun: '' }
  return {
    key: { action: 'flaky-detector', ...place, run: '1', attempt: 1 },
    machine: { cpu: 'cpu', cores: 2, memoryMiB: 1024, image: 'image' },
  }
}
