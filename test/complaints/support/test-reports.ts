const CLASS = 'tests.test_pay'

/** A report as pytest writes it. @param cases elements, as {@link passed} and {@link failed} make them */
export function junit(cases: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests"><testsuite name="pytest" tests="${cases.length}" hostname="host" timestamp="2026-11-20T09:15:02.000000+00:00">
${cases.join('\n')}
</testsuite></testsuites>
`
}

/** @param time seconds, as the tool writes them */
export function passed(name: string, time = '0.012', className = CLASS): string {
  return `<testcase classname="${className}" name="${name}" time="${time}"/>`
}

/** Fails at line 7 of the file that pytest makes the class of. */
export function failed(name: string, className = CLASS, message = `${name} is wrong`): string {
  const trace = `    def ${name}():\n>       assert pay()\nE       AssertionError: ${message}\n\n${className.replaceAll('.', '/')}.py:7: AssertionError`
  return `<testcase classname="${className}" name="${name}" time="0.012"><failure message="AssertionError: ${message}">${trace}</failure></testcase>`
}

/** A report as Surefire writes it, which tells attempts. */
export function surefire(cases: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd" version="3.0.2" name="a.B" time="0.1">
${cases}
</testsuite>
`
}

/** So many passed results as Visual Studio's test platform writes them, a kilobyte each. */
export function trx(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => String(index).padStart(12, '0'))
  const noise = 'one more line of output '.repeat(20)
  const results = numbers.map(
    (number) =>
      `<UnitTestResult executionId="6f0a4c1e-0000-4000-9000-${number}" testId="6f0a4c1e-0000-4000-8000-${number}" testName="Adds_${number}" duration="00:00:00.0010000" outcome="Passed"><Output><StdOut>${noise}</StdOut></Output></UnitTestResult>`,
  )
  const definitions = numbers.map(
    (number) =>
      `<UnitTest name="Adds_${number}" id="6f0a4c1e-0000-4000-8000-${number}"><Execution id="6f0a4c1e-0000-4000-9000-${number}"/><TestMethod codeBase="Shop.dll" className="Shop.Tests" name="Adds_${number}"/></UnitTest>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<TestRun id="6f0a4c1e-0000-4000-8000-000000000001" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
<Results>${results.join('\n')}</Results>
<TestDefinitions>${definitions.join('\n')}</TestDefinitions>
</TestRun>
`
}
