import { expect, test } from '@jest/globals'
import { mayBeReport } from '../src/discovery.js'

const found = (path: string, bytes = 100) => ({ path, bytes, how: 'met' as const })

test.each([
  'cover.out',
  'go/coverage.txt',
  'build/ring.gcov.json.gz',
  'coverage/.resultset.json',
  'coverage.xml.gz',
  'lcov.info.gz',
  'LCOV.INFO',
  'build/TestResults/run.trx',
  'results.tap',
  'target/surefire-reports/TEST-a.b.CartTest.xml',
  'reports/junit-unit.xml',
  'go-test.jsonl',
  'out/tests.ndjson.gz',
  'jest.json',
  'test-results/unit.log',
  'packages/a/test_reports/all.txt',
  'target/criterion/least/new/sample.json',
  'bench.txt',
  'out/go.bench',
  'perf/new.txt',
  'benchmark-results.json',
  '.benchmarks/Linux-CPython-3.12-64bit/0001_base.json',
  'target/criterion/fib/new/estimates.json',
  'BenchmarkDotNet.Artifacts/results/Parcel-report-full.json',
  'build/jmh/output.json',
  'hyperfine.json',
  'load/summary.json',
  'k6.json',
])('%s may be a report', (path) => {
  expect(mayBeReport(found(path))).toBe(true)
})

test.each([
  'archive.tar.gz',
  'package.json',
  'package.json.gz',
  '.gz',
  'notes.txt',
  'log/app.log',
  'test/data/list.txt',
  'events.ndjson',
  'src/out.ts',
  'target/criterion/least/base/sample.json',
  'src/new/list.json',
  'bench/queue.bench.ts',
  'benchmarks/requirements.in',
  'parcel_bench.go',
])('%s is left alone', (path) => {
  expect(mayBeReport(found(path))).toBe(false)
})

test('what is empty, or longer than any report, is left alone', () => {
  expect(mayBeReport(found('cover.out', 0))).toBe(false)
  expect(mayBeReport(found('cover.out', 2 ** 31))).toBe(false)
})
