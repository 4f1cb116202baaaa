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
