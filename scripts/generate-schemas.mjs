// Writes the JSON Schemas of the files that others read: schema/<name>.v<n>.schema.json.
// Usage: node scripts/generate-schemas.mjs [--check]   (after `tsc -b`; --check only compares and names what is stale)
// The schema of the config file is made of the actions' definitions, by scripts/generate.mjs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { toJsonSchema } from '@valibot/to-json-schema'
import { acceptsFileSchema } from '../packages/core/lib/files/accepts-file.js'
import { backtestSchema } from '../packages/core/lib/files/backtest-file.js'
import { backtestIncidentsSchema } from '../packages/core/lib/files/backtest-incidents-file.js'
import { backtestPerfSchema } from '../packages/core/lib/files/backtest-perf-file.js'
import { changePointsSchema } from '../packages/core/lib/files/changepoints-file.js'
import { comparisonSchema } from '../packages/core/lib/files/compare-file.js'
import { customBenchmarksSchema } from '../packages/core/lib/files/custom-benchmarks-file.js'
import { evidenceFileSchema } from '../packages/core/lib/files/evidence-file.js'
import { explanationSchema } from '../packages/core/lib/files/explain-schema.js'
import { testExplanationSchema } from '../packages/core/lib/files/explain-test-file.js'
import { findingSchema } from '../packages/core/lib/files/finding-schema.js'
import { coverageCountSchema, inspectionSchema, totalsSchema } from '../packages/core/lib/files/inspect-file.js'
import { testTotalsSchema } from '../packages/core/lib/files/inspected-test-run.js'
import { observationSchema } from '../packages/core/lib/files/observation-schema.js'
import { problemSchema } from '../packages/core/lib/files/problem-schema.js'
import { reasonSchema } from '../packages/core/lib/files/reason-schema.js'
import { receiptSchema } from '../packages/core/lib/files/receipt-schema.js'
import { recordSchema } from '../packages/core/lib/files/record-file.js'
import { machineSchema, recordKeySchema } from '../packages/core/lib/files/record-key-schema.js'
import { runContextSchema } from '../packages/core/lib/files/run-context-schema.js'
import { settingsSchema } from '../packages/core/lib/files/settings-file.js'
import { verdictFileSchema } from '../packages/core/lib/files/verdict-file.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** One line per published file. Fields may be added within a version; anything else is a new version. */
const GENERATORS = [
  {
    name: 'verdict',
    version: 1,
    title: 'Testwarden verdict',
    description: 'What the gates of one run decided and why: the file behind the output verdict-path.',
    schema: verdictFileSchema,
  },
  {
    name: 'evidence',
    version: 1,
    title: 'Testwarden evidence',
    description: 'What one gate collected, for a later job to decide on: the file behind evidence-path, uncompressed.',
    schema: evidenceFileSchema,
  },
  {
    name: 'inspect',
    version: 1,
    title: 'Testwarden inspection',
    description: 'What `testwarden inspect --json` prints: what is in the reports, before any gate judges them.',
    schema: inspectionSchema,
  },
  {
    name: 'explain',
    version: 1,
    title: 'Testwarden explanation',
    description:
      'What `testwarden explain --json` prints: where the coverage of one file, and of one line of it, comes from.',
    schema: explanationSchema,
  },
  {
    name: 'explain-test',
    version: 1,
    title: 'Testwarden explanation of a test',
    description: 'What `testwarden explain test --json` prints: the whole story of one test.',
    schema: testExplanationSchema,
  },
  {
    name: 'backtest-flaky',
    version: 1,
    title: 'Testwarden backtest',
    description:
      'What `testwarden backtest flaky --json` prints: what policies would have done with recorded failures.',
    schema: backtestSchema,
  },
  {
    name: 'backtest-perf',
    version: 1,
    title: 'Testwarden backtest of speed',
    description: 'What `testwarden backtest perf --json` prints: which recorded runs policies would have made red.',
    schema: backtestPerfSchema,
  },
  {
    name: 'backtest-incidents',
    version: 1,
    title: 'Testwarden backtest of incidents',
    description:
      'What `testwarden backtest incidents --json` prints: which incidents policies would have opened, and whom they would have paged when.',
    schema: backtestIncidentsSchema,
  },
  {
    name: 'changepoints',
    version: 1,
    title: 'Testwarden change points',
    description: 'What `testwarden changepoints --json` prints: where the level of a series of numbers changed.',
    schema: changePointsSchema,
  },
  {
    name: 'compare',
    version: 1,
    title: 'Testwarden comparison of benchmarks',
    description: 'What `testwarden compare --json` prints: benchmarks before and after a change.',
    schema: comparisonSchema,
  },
  {
    name: 'custom-benchmarks',
    version: 1,
    title: 'Testwarden custom benchmarks',
    description: "A report of benchmarks that a script of one's own writes; `testwarden inspect` says what it holds.",
    schema: customBenchmarksSchema,
  },
  {
    name: 'record',
    version: 1,
    title: 'Testwarden history record',
    description: 'One line of a history segment: what one run left behind.',
    schema: recordSchema,
  },
  {
    name: 'settings',
    version: 1,
    title: 'Testwarden settings',
    description: 'What `testwarden config --print --json` prints: every effective value with its origin.',
    schema: settingsSchema,
  },
  {
    name: 'accepted',
    version: 1,
    title: 'Testwarden accepts (.github/testwarden/accepted.yml)',
    description: 'Limits that may be broken for a while, each with its reason, its author and its last day.',
    schema: acceptsFileSchema,
  },
]

/** Parts that get a name of their own under $defs wherever they occur. */
const PARTS = {
  coverageCount: coverageCountSchema,
  coverageTotals: totalsSchema,
  finding: findingSchema,
  machine: machineSchema,
  observation: observationSchema,
  problem: problemSchema,
  reason: reasonSchema,
  receipt: receiptSchema,
  recordKey: recordKeySchema,
  runContext: runContextSchema,
  testTotals: testTotalsSchema,
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const outputs = GENERATORS.map((generator) => ({ path: pathOf(generator), content: contentOf(generator) }))
const stale = outputs.filter(({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content)
if (!values.check) {
  mkdirSync(join(ROOT, 'schema'), { recursive: true })
  for (const { path, content } of stale) writeFileSync(path, content)
}
for (const { path } of stale) console.log(`${values.check ? 'stale' : 'written'}: ${path.slice(ROOT.length + 1)}`)
if (values.check && stale.length > 0) {
  console.error('Run `npm run generate` and commit the result.')
  process.exitCode = 1
}

function pathOf({ name, version }) {
  return join(ROOT, 'schema', `${name}.v${version}.schema.json`)
}

function contentOf({ name, version, title, description, schema }) {
  const converted = toJsonSchema(schema, { target: 'draft-2020-12', definitions: PARTS })
  const { $schema, $defs, ...body } = converted
  const head = { $schema, $id: `testwarden.${name}/${version}`, title, description }
  return `${JSON.stringify({ ...head, ...body, ...usedParts(body, $defs) }, null, 2)}\n`
}

/** Only the parts that the file reaches, through other parts too. */
function usedParts(body, parts = {}) {
  const used = new Set()
  const pending = [body]
  for (const node of pending) {
    for (const [, name] of JSON.stringify(node).matchAll(/"\$ref":"#\/\$defs\/([A-Za-z]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      pending.push(parts[name])
    }
  }
  const kept = Object.entries(parts).filter(([name]) => used.has(name))
  return kept.length === 0 ? {} : { $defs: Object.fromEntries(kept) }
}
