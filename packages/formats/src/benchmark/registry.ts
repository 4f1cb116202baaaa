import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { asv } from './asv.js'
import { bencherMetricFormat } from './bencher-metric-format.js'
import { benchmarkdotnet } from './benchmarkdotnet.js'
import { benchmarkjs } from './benchmarkjs.js'
import { cargoBench } from './cargo-bench.js'
import { catch2Console } from './catch2-console.js'
import { catch2Xml } from './catch2-xml.js'
import { criterion } from './criterion.js'
import { criterionMessages } from './criterion-messages.js'
import { criterionText } from './criterion-text.js'
import { customJson } from './custom-json.js'
import { goBench } from './go-bench.js'
import { goBenchJson } from './go-bench-json.js'
import { googleBenchmark } from './google-benchmark.js'
import { hyperfine } from './hyperfine.js'
import { jmh } from './jmh.js'
import { julia } from './julia.js'
import { k6 } from './k6.js'
import { mitata } from './mitata.js'
import { pytestBenchmark } from './pytest-benchmark.js'
import { tinybench } from './tinybench.js'
import { vitestBench } from './vitest-bench.js'
import { vitestJson } from './vitest-json.js'

/** Every format of benchmarks that Testwarden reads, by id. A new one is a line here; see docs/adding-a-format.md. */
export const benchmarkFormats: readonly Format<BenchmarkReport>[] = [
  asv,
  bencherMetricFormat,
  benchmarkdotnet,
  benchmarkjs,
  cargoBench,
  catch2Console,
  catch2Xml,
  criterion,
  criterionMessages,
  criterionText,
  customJson,
  goBench,
  goBenchJson,
  googleBenchmark,
  hyperfine,
  jmh,
  julia,
  k6,
  mitata,
  pytestBenchmark,
  tinybench,
  vitestBench,
  vitestJson,
]
