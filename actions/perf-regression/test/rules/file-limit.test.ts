import { describe, expect, test } from '@jest/globals'
import { fileLimit } from '../../src/rules/file-limit.js'
import { configOf, evidenceOf } from '../kit.js'

const evidence = evidenceOf({ files: ['a', 'b', 'c'] })

function judge(inputs: Readonly<Record<string, string>>) {
  return fileLimit({ evidence, config: configOf(inputs) }).reasons[0]
}

describe('the limit of files', () => {
  test('holds up to the very number', () => {
    expect(judge({ 'max-files': '3' })).toMatchObject({
      outcome: 'pass',
      actual: 3,
      limit: '3',
      limitOrigin: 'written',
    })
  })

  test('fails one file above it, and says by how much', () => {
    const message = 'Counted 3 files; at most 2 may be there.'
    expect(judge({ 'max-files': '2' })).toMatchObject({ outcome: 'fail', message })
  })

  test('that nobody wrote never fails', () => {
    const many = evidenceOf({ files: Array.from({ length: 101 }, (_, index) => `${index}`) })
    const [reason] = fileLimit({ evidence: many, config: configOf() }).reasons
    expect(reason).toMatchObject({ outcome: 'warn', limitOrigin: 'assumed' })
  })

  test('says nothing where nothing was read', () => {
    expect(fileLimit({ evidence: evidenceOf(), config: configOf() }).reasons).toEqual([])
  })
})
