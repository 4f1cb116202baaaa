import { expect, test } from '@jest/globals'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { createRefusingExec } from '../../src/exec/refusing-exec.js'
import { createExec } from '../../src/exec.js'
import { fulfil } from '../../src/requests/fulfil.js'
import { runKernel } from '../../src/requests/run-kernel.js'
import { tempFolder } from '../support/temp-folder.js'

const REQUEST = { kind: 'run-kernel', id: 'kernel' } as const

function fulfilWith(exec: ReturnType<typeof createExec>) {
  const ports = { files: new MemoryFiles({}), exec, log: new CapturingLog(), github: null }
  return fulfil(REQUEST, { definition: {}, ports })
}

test('tells what the same work takes, whatever the job has Node load', async () => {
  const env = { ...process.env, NODE_OPTIONS: '--require=./no-such-file.cjs' }
  const { result } = await fulfilWith(createExec({ cwd: tempFolder(), env }))
  expect(result).toEqual({
    kind: 'kernel',
    wallNs: expect.any(Number),
    cpuNs: expect.any(Number),
    durationMs: expect.any(Number),
  })
  if (result.kind !== 'kernel') throw new Error('no kernel')
  expect(result.wallNs).toBeGreaterThan(100_000)
  expect(result.cpuNs).toBeGreaterThan(100_000)
})

test('is not started where nothing may be', async () => {
  expect(await fulfilWith(createRefusingExec('add --rerun to run it'))).toMatchObject({ result: { kind: 'failed' } })
})

test('one that says something else is no measurement', async () => {
  const child = { exitCode: 0, stderr: '', isTimedOut: false, isTruncated: false, hasLeftovers: false, durationMs: 1 }
  for (const stdout of ['', '{"wallNs":-1,"cpuNs":2,', '{"wallNs":1e400,"cpuNs":2,'])
    await expect(runKernel({ run: async () => ({ ...child, stdout, cpuMs: null, lacks: [] }) })).rejects.toThrow(
      'kernel',
    )
})
