import { describe, expect } from '@jest/globals'
import {
  halves,
  namesOf,
  projectOf,
  realRunner,
  runnerModules,
  runSelected,
  testWith,
  testWithRunners,
} from '../support/real-runner.js'

/** What tests are called by people who think of nobody's command line. */
const ODD_NAMES = [
  'plain',
  'with (brackets) [and] {braces}',
  'for $5 $HOME',
  `it's "quoted"`,
  'ünï cödé ✓',
  'a/b\\c|d?',
  '1 + 1 = 2 * ^.',
  'a > b › c :: d',
  '- dash',
  '%s <&;#!~',
  '`id` $(id)',
]

const JAVASCRIPT = `
describe('out (er)', () => {
${ODD_NAMES.map((name) => `  test(${JSON.stringify(name)}, () => {})`).join('\n')}
})
test('plain', () => {})
test('out (er) plain2', () => {})
`

/** Every test of the project is selected in one half and must stay out of the other. */
async function expectExact(folder: string, command: string): Promise<void> {
  const runner = realRunner(folder, command)
  const all = await runner.run([])
  expect(all.length).toBeGreaterThan(4)
  for (const half of halves(all)) {
    const { ran, wanted, selection } = await runSelected(runner, half)
    expect(ran).toEqual(wanted)
    expect(selection.inexact).toEqual([])
  }
}

describe('the selected tests run, and no others', () => {
  testWith('pytest', '--version')('pytest', async () => {
    const names = JSON.stringify(ODD_NAMES)
    const source = `
import pytest, unittest
def test_a(): pass
def test_ab(): pass
@pytest.mark.parametrize('name', ${names})
def test_odd(name): pass
class TestOuter:
    def test_a(self): pass
    class TestInner:
        def test_a(self): pass
class Money(unittest.TestCase):
    def test_a(self): pass
`
    await expectExact(projectOf({ 'tests/my-dir/test_odd.py': source, 'checks_test.py': source }), 'pytest')
  })

  testWith(
    'npx',
    'jest',
    '--version',
  )('Jest', async () => {
    const folder = projectOf({ 'package.json': '{}', 'odd.test.js': JAVASCRIPT }, 'node_modules')
    await expectExact(folder, 'jest')
  })

  testWith('go', 'version')('go test', async () => {
    const runs = ODD_NAMES.map((name) => `  t.Run(${JSON.stringify(name)}, func(t *testing.T) {})`).join('\n')
    const source = `package odd
import "testing"
func TestOdd(t *testing.T) {
${runs}
}
func TestA(t *testing.T) {}
func TestAb(t *testing.T) {}
`
    const folder = projectOf({ 'go.mod': 'module example.com/odd\n\ngo 1.20\n', 'odd_test.go': source })
    const runner = realRunner(folder, 'go-test')
    const all = (await runner.run(['./...'])).filter(({ name }) => name !== 'TestOdd')
    for (const half of halves(all)) {
      const { ran, wanted } = await runSelected(runner, half)
      // A test runs around its subtests.
      expect(ran.filter((name) => !name.endsWith(' TestOdd'))).toEqual(wanted)
    }
  })

  testWithRunners('Vitest, by its JSON and by its JUnit reports', async () => {
    const source = `import { describe, test } from 'vitest'\n${JAVASCRIPT}`
    const folder = projectOf({ 'package.json': '{}', 'odd.test.js': source }, runnerModules())
    await expectExact(folder, 'vitest')
    await expectExact(folder, 'npx vitest run --reporter=junit --outputFile={report}/vitest.xml {tests}')
  })

  testWithRunners('Playwright, by its JSON and by its JUnit reports', async () => {
    const source = `import { test } from '@playwright/test'\n${JAVASCRIPT.replace('describe(', 'test.describe(').replace("test('plain'", "test('plain', { tag: '@slow' }")}`
    const config = `export default { testDir: 'pw', projects: [{ name: 'one' }, { name: 'two (x)' }] }`
    const contents = { 'package.json': '{}', 'playwright.config.js': config }
    const folder = projectOf({ ...contents, 'pw/a.spec.js': source, 'pw/sub/a.spec.js': source }, runnerModules())
    await expectExact(folder, 'playwright')
    const junit = 'env PLAYWRIGHT_JUNIT_OUTPUT_FILE={report}/pw.xml npx playwright test --reporter=junit {tests}'
    await expectExact(folder, junit)
  })

  testWithRunners('Maven', async () => {
    const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>example</groupId><artifactId>odd</artifactId><version>1</version>
<properties><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>
<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
<dependencies><dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
<version>5.11.4</version><scope>test</scope></dependency></dependencies>
<build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.2</version></plugin></plugins></build>
</project>`
    const source = `package example;
import org.junit.jupiter.api.*;
class CartTest {
  @Test void adds() {}
  @Test void addsMore() {}
  @Test void größe() {}
  @Test void with$dollar(TestInfo info) {}
  @Nested class Inner { @Test void adds() {} @Test void deep() {} }
}`
    const folder = projectOf({
      'pom.xml': pom,
      'src/test/java/example/CartTest.java': source,
      'src/test/java/example/OtherTest.java': source.replace('CartTest', 'OtherTest'),
    })
    await expectExact(folder, 'maven')
  })
})

describe('the others run where tests are left out', () => {
  testWith('pytest', '--version')('pytest', async () => {
    const source = `
import pytest
def test_a(): pass
def test_b(): pass
@pytest.mark.parametrize('name', ['a', 'b [c]'])
def test_odd(name): pass
`
    const runner = realRunner(projectOf({ 'test_odd.py': source }), 'pytest')
    const all = await runner.run([])
    for (const [left, right] of [halves(all), [...halves(all)].reverse()]) {
      const ran = await runner.run(runner.selector.deselect?.(left ?? []).args ?? [])
      expect(namesOf(ran, runner.selector)).toEqual(namesOf(right ?? [], runner.selector))
    }
  })
})
