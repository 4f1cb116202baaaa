// A project that never was: ten thousand tests over a thousand runs, for measuring what its history costs.

const TESTS = 10_000
/** Of the runs; each changes from one to a dozen tests. */
const CHANGING_RUNS = 0.3
const FLAKY_TESTS = 0.01
const RUN_WIDE_NOISE = 0.02
const SPIKES = 0.02

const AREAS = ['billing', 'accounts', 'search', 'catalog', 'checkout', 'shipping', 'reports', 'admin', 'api', 'workers']
const THINGS = ['invoice', 'address', 'session', 'query', 'product', 'basket', 'parcel', 'summary', 'role', 'endpoint']
const ACTIONS = [
  'creates',
  'rejects',
  'updates',
  'removes',
  'lists',
  'exports',
  'validates',
  'retries',
  'merges',
  'sorts',
]
const CASES = ['empty_input', 'missing_field', 'unicode_names', 'large_payload', 'concurrent_writes', 'time_zones']

/** The same numbers for the same seed: mulberry32. */
function createRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Runs one after the other: `next()` gives the cases of the next one, ascending by key. */
export function createProject(seed = 1) {
  const random = createRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const pick = (list) => list[Math.floor(random() * list.length)]
  let made = 0
  const makeTest = () => {
    const [area, thing] = [pick(AREAS), pick(THINGS)]
    const file = `tests/${area}/test_${thing}_${Math.floor(random() * 6)}.py`
    const owner = `Test${thing[0].toUpperCase()}${thing.slice(1)}${pick(['Model', 'View', 'Service'])}`
    const name = `test_${pick(ACTIONS)}_${thing}_with_${pick(CASES)}[${made++}]`
    return {
      key: [file, owner, name].join('\u001f'),
      medianUs: 1000 * Math.exp(3 + 1.6 * normal()),
      noise: 0.02 + 0.2 * random() ** 3,
      failureRate: random() < FLAKY_TESTS ? 0.02 + 0.18 * random() : 0,
      isSkipped: random() < 0.02,
    }
  }
  const tests = Array.from({ length: TESTS }, makeTest).sort(byKey)
  const change = () => {
    for (let left = 1 + Math.floor(12 * random() ** 3); left > 0; left--) {
      const kind = random()
      if (kind < 0.6) tests.push(makeTest())
      else if (kind < 0.8) tests.splice(Math.floor(random() * tests.length), 1)
      else tests[Math.floor(random() * tests.length)] = makeTest()
    }
    tests.sort(byKey)
  }
  const caseOf = ({ key, medianUs, noise, failureRate, isSkipped }, pace) => {
    if (isSkipped) return { key, outcome: 'S', fingerprint: null, durationUs: 0 }
    const isFailing = random() < failureRate
    const spike = random() < SPIKES ? 1 - 0.2 * Math.log(1 - random()) : 1
    const durationUs = 1000 * Math.round((medianUs * pace * spike * Math.exp(noise * normal())) / 1000)
    const fingerprint = isFailing
      ? Math.floor(key.length * 1e15 * failureRate)
          .toString(16)
          .padStart(16, '0')
      : null
    return { key, outcome: isFailing ? 'F' : 'P', fingerprint, durationUs }
  }
  return {
    next() {
      if (random() < CHANGING_RUNS) change()
      const pace = Math.exp(RUN_WIDE_NOISE * normal()) * pick([0.92, 1, 1, 1, 1.2])
      return tests.map((test) => caseOf(test, pace))
    },
  }
}

function byKey(left, right) {
  return left.key < right.key ? -1 : 1
}

/** A report of a run as pytest writes it, with a trace for each failure. */
export function reportOf(cases) {
  const lines = cases.map(({ key, outcome, durationUs }) => {
    const [file, owner, name] = key.split('\u001f')
    const head = `<testcase classname="${file.slice(0, -3).replaceAll('/', '.')}.${owner}" name="${name}" time="${(durationUs / 1e6).toFixed(3)}"`
    if (outcome === 'P') return `${head} />`
    if (outcome === 'S')
      return `${head}><skipped type="pytest.skip" message="not on this platform">${file}:7: not on this platform</skipped></testcase>`
    return `${head}><failure message="AssertionError: assert 1 == 2">${trace(file)}</failure></testcase>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" errors="0" failures="0" skipped="0" tests="${cases.length}" time="60.0" timestamp="2026-03-01T12:00:00+00:00" hostname="runner">${lines.join('\n')}</testsuite></testsuites>\n`
}

function trace(file) {
  return Array.from({ length: 20 }, (_, line) => `${file}:${line}: in helper_${line}\n    assert left == right`).join(
    '\n',
  )
}
