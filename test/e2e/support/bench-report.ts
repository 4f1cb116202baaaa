/** Nanoseconds by the name of a benchmark. */
export type Times = Readonly<Record<string, number>>

/** What `go test -bench` prints for one package, one line for each benchmark. */
export function goBenchReport(times: Times): string {
  const lines = Object.entries(times).map(([name, ns]) => `Benchmark${name}-4 \t 1000\t ${ns} ns/op`)
  return `goos: linux\ngoarch: amd64\npkg: example.org/search\n${lines.join('\n')}\nPASS\nok  \texample.org/search\t1.234s\n`
}
