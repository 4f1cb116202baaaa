import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { error, notice, setOutput, warning } from '@actions/core'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { outputLines } from '../../src/runner/file-command.js'
import { workflowCommand } from '../../src/runner/workflow-command.js'
import { tempFolder } from '../support/temp-folder.js'

const hostile = fc.string({
  unit: fc.constantFrom('::', '%', '\r', '\n', ',', ':', '=', 'error', ' ', 'é', '25', '0A', '<<', 'EOF', '\0', '😀'),
  maxLength: 20,
})

let printed: string[]

beforeEach(() => {
  printed = []
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text))
    return true
  })
})

afterEach(() => {
  jest.restoreAllMocks()
})

describe('what we write ourselves is byte for byte what the toolkit writes', () => {
  test.each([
    ['error', error],
    ['warning', warning],
    ['notice', notice],
  ] as const)('the command %s', (level, toolkit) => {
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.integer({ min: 1, max: 1e9 }), (message, title, file, line) => {
        printed.length = 0
        toolkit(message, { title, file, startLine: line, endLine: line })
        expect(workflowCommand(level, { title, file, line, endLine: line }, message)).toBe(printed.join(''))
      }),
    )
  })

  test('outputs, but for their random delimiter', () => {
    const file = path.join(tempFolder(), 'outputs')
    process.env.GITHUB_OUTPUT = file
    const plain = (text: string) => text.replace(/ghadelimiter_[0-9a-f-]{36}/g, 'DELIMITER')
    fc.assert(
      fc.property(hostile, (value) => {
        writeFileSync(file, '')
        setOutput('name', value)
        expect(plain(outputLines('name', value))).toBe(plain(readFileSync(file, 'utf8')))
      }),
    )
  })
})
