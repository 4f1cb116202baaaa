import { describe, expect, test } from '@jest/globals'
import { coverageFormats } from '../src/coverage/registry.js'
import { detectFormat } from '../src/detect-format.js'
import { bytesOf } from './support/read.js'

const detect = (text: string) => detectFormat(bytesOf(text), coverageFormats)

describe('content decides the format', () => {
  test.each([
    ['<coverage line-rate="1"/>', 'cobertura'],
    ['<coverage><packages/></coverage>', 'cobertura'],
    ['<coverage><sources/>', 'cobertura'],
    ['\ufeff<?xml version="1.0"?>\n<!-- x -->\n<coverage version="7.4" lines-valid="1"><packages>', 'cobertura'],
    ['<coverage generated="1" clover="3.2.0"><project timestamp="1" name="All files">', 'clover'],
    ['<coverage generated="1"><project timestamp="1"><file name="/a">', 'clover'],
    ['<coverage><project name="x"/>', 'clover'],
    ['<CoverageSession><Summary/>', 'opencover'],
    ['<scoverage statement-rate="1"><packages/>', 'scoverage'],
    ['\ufeff<CoverageSession/>', 'opencover'],
    ['<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="x"><package/>', 'jacoco'],
    ['<report name="x"><group name="a"/></report>', 'jacoco'],
    ['<report name="x"/>', 'jacoco'],
    ['TN:\nSF:a', 'lcov'],
    ['SF:a\n', 'lcov'],
    ['{"/a.js":{"path":"/a.js","statementMap":{"0":{', 'istanbul'],
    ['{"/a.js":{"data":{"s":{}', 'istanbul'],
    ['{"total":{"lines":{"total":1,"covered":1,"skipped":0,"pct":100}', 'istanbul-summary'],
    ['{"meta": {"version": "5.5", "branch_coverage": false,', 'coverage-py-json'],
    ['\n# comment\nTN:x\r\n', 'lcov'],
    ['mode: set\nSF:a', 'go-cover'],
    ['\n mode: atomic\r\n', 'go-cover'],
    ['{"RSpec":{"coverage":{"/a.rb":{"lines":[1]}}}}', 'simplecov'],
    ['{"data":[{"files":[{"branches":[[1,2', 'llvm-cov'],
    ['{"gcc_version":"12.2.0","files":[{"lines":[', 'gcov-json'],
    ['{"meta":{"simplecov_version":"1.0.0"},"coverage":{', 'simplecov-json'],
    ['{"/a.swift":[{"line":1,"isExecutable":false}', 'xccov'],
  ])('%j is one', (text, id) => {
    expect(detect(text)).toMatchObject({ kind: 'one', format: { id } })
  })

  test.each([
    ['nothing', ''],
    ['generic coverage of SonarQube', '<coverage version="1"><file path="a"><lineToCover/>'],
    ['NCover', '<coverage profilerVersion="1" driverVersion="1"><module/>'],
    ['JUnit', '<testsuites><testsuite name="coverage"/></testsuites>'],
    ['a page that mentions it', '<html><coverage line-rate="1"/></html>'],
    ['a setting called mode', 'mode: dark\n'],
    ['JSON', '{"SF:": 1}'],
    ['a report of something else', '<report name="x"><defects/></report>'],
    ['prose', 'The file says\nSF:a\n'],
  ])('%s is none', (_what, text) => {
    expect(detect(text)).toEqual({ kind: 'none' })
  })

  test('two formats that both say yes are told, not chosen from', () => {
    const greedy = coverageFormats.map((format) => ({ ...format, detect: () => true }))
    expect(detectFormat(bytesOf('x'), greedy)).toEqual({ kind: 'several', formats: greedy })
  })
})
