import { describe, expect, test } from '@jest/globals'
import { benchmarkdotnet } from '../../src/benchmark/benchmarkdotnet.js'
import { metricLine, openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const measured = (LaunchIndex: number, Nanoseconds: number, IterationStage = 'Result') => ({
  IterationMode: 'Workload',
  IterationStage,
  LaunchIndex,
  Operations: 2,
  Nanoseconds,
})

function read(...Benchmarks: readonly object[]) {
  const text = JSON.stringify({ Title: 't', Benchmarks })
  const { model, warnings } = mustRead(readAll(openBenchmarks('benchmarkdotnet'), text))
  return { ...model, metrics: model.metrics.map(metricLine), warnings: warnings.map(({ message }) => message) }
}

describe('a report of BenchmarkDotNet', () => {
  test.each([
    ['{"Title":"a","HostEnvironmentInfo":{"Bench', true],
    ['{"Benchmarks":[{"DisplayInfo":"a"}]}', true],
    ['{"Benchmarks":[]}', false],
    ['{"benchmarks":[{"stats":{"rounds":1}}]}', false],
  ])('is known by its machine or its benchmarks: %s', (text, isKnown) => {
    expect(benchmarkdotnet.detect(bytesOf(text))).toBe(isKnown)
  })

  test('has the results of each launch as a process, and neither overhead nor warmup', () => {
    const Measurements = [measured(1, 99, 'Warmup'), measured(1, 8), measured(2, 20), measured(1, 10)]
    const { metrics } = read({ FullName: 'a.B', Statistics: { OriginalValues: [4, 10, 5] }, Measurements })
    expect(metrics).toEqual(['a.B > time, lower is better: 4 5 | 10 ns'])
  })

  test.each([
    ['B.Run: DefaultJob', 'DefaultJob'],
    ['B.Run: DefaultJob [N=1]', 'DefaultJob'],
    ['B.Run: Job-ABCDEF(Jit=RyuJit, Runtime=.NET 8.0) [N=1, Text=a: b]', 'Jit=RyuJit, Runtime=.NET 8.0'],
    ["B.'Run: now': ShortRun(IterationCount=3)", 'IterationCount=3'],
  ])('knows benchmarks of one name by what their jobs have in particular: %s', (DisplayInfo, job) => {
    const Statistics = { Mean: 1 }
    const { metrics } = read({ FullName: 'a.B', DisplayInfo, Statistics }, { FullName: 'a.B', Statistics })
    expect(metrics[0]).toContain(`a.B [${job}] > time`)
  })

  test('says itself which way what diagnosers measure is better', () => {
    const Metrics = [
      { Value: 3, Descriptor: { Id: 'CacheHits', Unit: 'Count', TheGreaterTheBetter: true } },
      { Value: 4, Descriptor: { Id: 'Lock Contentions', Unit: '-', TheGreaterTheBetter: false } },
      { Value: 5, Descriptor: { Id: 'mood' } },
    ]
    expect(read({ FullName: 'a.B', Statistics: { Mean: 1 }, Metrics }).metrics.slice(1)).toEqual([
      'a.B > cache-hits, higher is better: 3 Count',
      'a.B > lock-contentions, lower is better: 4 -',
      'a.B > mood, unknown which is better: 5 ',
    ])
  })

  test('leaves out memory that was not measured', () => {
    const { metrics, warnings } = read({
      FullName: 'a.B',
      Statistics: { Mean: 1 },
      Memory: { BytesAllocatedPerOperation: null },
    })
    expect({ metrics, warnings }).toEqual({ metrics: ['a.B > time, lower is better: 1 ns; mean 1'], warnings: [] })
  })

  test('has benchmarks', () => {
    const result = readAll(openBenchmarks('benchmarkdotnet', 'out.json'), '{"HostEnvironmentInfo":{}}')
    expect(result).toMatchObject({ ok: false, error: { path: 'out.json', message: 'the report has no benchmarks' } })
  })
})
