/** One letter for each attempt, by the name of the test: P passed, F failed, S skipped. */
export type Outcomes = Readonly<Record<string, string>>

/** A report as Surefire writes it, whose attempts stand in one case. */
export function junitReport(outcomes: Outcomes, className = 'acme.RefundTest'): string {
  const cases = Object.entries(outcomes).map(([name, outcome]) => {
    return `  <testcase classname="${className}" name="${name}" time="0.012">${childrenOf(name, outcome)}</testcase>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd" version="3.0.2" name="${className}" time="0.1" tests="${cases.length}" errors="0" skipped="0" failures="0">
${cases.join('\n')}
</testsuite>
`
}

function childrenOf(name: string, outcome: string): string {
  if (outcome === 'S') return '<skipped message="later"/>'
  const failures = [...outcome].filter((letter) => letter === 'F').length
  const text = `message="${name} is wrong" type="java.lang.AssertionError"`
  if (failures === 0) return ''
  if (outcome.includes('P'))
    return `<flakyFailure ${text}><stackTrace>at acme.RefundTest</stackTrace></flakyFailure>`.repeat(failures)
  return `<failure ${text}>at acme.RefundTest</failure>${`<rerunFailure ${text}><stackTrace>at acme.RefundTest</stackTrace></rerunFailure>`.repeat(failures - 1)}`
}

/** A report as pytest writes it, which knows no retries: P passed, F failed. @param outcomes by file and name, `tests/test_tax.py::test_rate` */
export function pytestReport(outcomes: Outcomes): string {
  const cases = Object.entries(outcomes).map(([id, outcome]) => pytestCase(id, outcome))
  return `<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests"><testsuite name="pytest" errors="0" failures="0" skipped="0" tests="${cases.length}" time="0.1" timestamp="2026-11-20T09:15:02.000000+00:00" hostname="host">
${cases.join('\n')}
</testsuite></testsuites>
`
}

function pytestCase(id: string, outcome: string): string {
  const [file = '', name = ''] = id.split('::')
  const className = file.replace(/\.py$/, '').replaceAll('/', '.')
  const said = `AssertionError: ${name} is wrong`
  const failure =
    outcome === 'F' ? `<failure message="${said}">E       ${said}\n\n${file}:5: AssertionError</failure>` : ''
  return `<testcase classname="${className}" name="${name}" time="0.012">${failure}</testcase>`
}
