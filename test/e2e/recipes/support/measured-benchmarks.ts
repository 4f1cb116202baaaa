import type { StoredTests } from './stored-tests.js'

/** Benchmarks of the project, as pytest-benchmark names them, and what each takes in seconds. */
const USUAL = { 'benchmarks/test_speed.py::test_total': 0.041, 'benchmarks/test_speed.py::test_render': 0.12 }
export const SLOWER = 'benchmarks/test_speed.py::test_total'
/** Only the tree of the change has it. */
const MARK = 'tests/test_credit_note.py'

/**
 * A virtual environment whose pytest measures what the tree makes it: reports are stored, and the last digits of their
 * values are those of the process, as no two measure quite the same.
 * @param change how many times as long the change makes {@link SLOWER} take
 */
export function measuredBenchmarks({ slowerBy }: { readonly slowerBy: number }): StoredTests {
  const python = `bin=$(dirname "$0")
mkdir -p "$3/bin" && cp "$bin/pip" "$bin/pytest" "$3/bin"`
  const pytest = `for word; do case $word in --benchmark-json=*) report=\${word#*=};; esac; done
slower=1
[ -e ${MARK} ] && slower=${slowerBy}
awk -v slower=$slower -v process=$$ 'BEGIN {
  noise = 1 + (process * 7919 % 100) / 100000
  print "{\\"machine_info\\":{},\\"commit_info\\":{},\\"benchmarks\\":["
${Object.entries(USUAL).map(printed).join('\n  print ","\n')}
  print "],\\"datetime\\":\\"2026-11-20T09:15:02+00:00\\",\\"version\\":\\"5.1.0\\"}"
}' > "$report"`
  return { reports: {}, programs: { python, pytest } }
}

function printed([name, seconds]: readonly [string, number]): string {
  const value = `${seconds} * noise${name === SLOWER ? ' * slower' : ''}`
  const stats = ['min', 'max', 'mean', 'median'].map((each) => `\\"${each}\\":%.9f`).join(',')
  const text = `{\\"name\\":\\"${name.replace(/^.*::/, '')}\\",\\"fullname\\":\\"${name}\\",\\"stats\\":{${stats},\\"rounds\\":1,\\"data\\":[%.9f]}}`
  return `  value = ${value}\n  printf "${text}\\n", value, value, value, value, value`
}
