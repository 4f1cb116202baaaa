import { literal } from '@testwarden/core/command/regular-expression'
import { distinct, selectionOf } from './selection.js'
import type { RunnerName, SelectedTest, TestSelector } from './selector.js'

/** Between the parts of a title in reports; the runner itself joins them with a space. */
const JOINT = ' › '
/** A title may hold what joins them in a report, and is then taken apart there. */
const EITHER_JOINT = '(?: ›)? '

/** Tags stand behind the title that they were given to. */
const TAGS = '(?: @\\S+)*'

/**
 * Tests are named by a regular expression over what Playwright makes of project, file, titles and tags. It compares
 * without case, and cannot be told otherwise.
 */
export const playwrightSelector: TestSelector = {
  id: 'playwright',
  displayName: 'Playwright',
  url: 'https://playwright.dev/docs/test-cli',
  nameOf,
  select: (tests) =>
    selectionOf(tests, (named) => ({
      args: [`--grep=${grepOf(named)}`, ...projectsOf(named)],
      inexact: named.flatMap(withoutFile),
    })),
  deselect: (tests) =>
    selectionOf(tests, (named) => ({
      args: [`--grep-invert=${grepOf(named)}`],
      inexact: named.flatMap(withoutFile),
    })),
}

/** Where a test stands: what a report's suites mean is not always told. */
interface Standing {
  readonly project: string | null
  readonly titles: readonly string[]
}

/** With the project, because each runs the test by itself. */
function nameOf(test: SelectedTest): RunnerName {
  const [standing] = standingsOf(test)
  const titles = standing?.titles ?? []
  return {
    place: fileOf(test),
    name: [standing?.project ?? null, ...titles].filter((part) => part !== null).join(JOINT),
  }
}

function fileOf({ file, className }: SelectedTest): string | null {
  return className ?? file
}

/** Reports in JUnit's form join the titles in the name; in others they are suites, behind project and file. */
function standingsOf(test: SelectedTest): readonly Standing[] {
  const { suite, className, name } = test
  const fileAt = suite.indexOf(fileOf(test) ?? '')
  const [first = null, ...rest] = suite
  if (className !== null)
    return [{ project: fileAt > 0 || (fileAt === -1 && first !== null) ? first : null, titles: name.split(JOINT) }]
  if (fileAt !== -1) return [{ project: suite[fileAt - 1] ?? null, titles: [...suite.slice(fileAt + 1), name] }]
  const whole: Standing = { project: null, titles: [...suite, name] }
  return first === null ? [whole] : [{ project: first, titles: [...rest, name] }, whole]
}

function grepOf(tests: readonly SelectedTest[]): string {
  return `(?:^| )(?:${distinct(tests.flatMap(titleLines)).join('|')})$`
}

function titleLines(test: SelectedTest): readonly string[] {
  const file = fileOf(test)
  return standingsOf(test).map(({ project, titles }) => {
    const head = [project, file].flatMap((part) => (part === null ? [] : `${literal(part)} `))
    return `${head.join('')}${titles.map((title) => `${literal(title)}${TAGS}`).join(EITHER_JOINT)}`
  })
}

/** Only where every test says its own: projects that need not run are not even set up. */
function projectsOf(tests: readonly SelectedTest[]): readonly string[] {
  const projects = tests.map((test) => (standingsOf(test).length === 1 ? standingsOf(test)[0]?.project : null) ?? null)
  return projects.includes(null)
    ? []
    : distinct(projects.filter((name) => name !== null)).map((name) => `--project=${name}`)
}

function withoutFile(test: SelectedTest): readonly string[] {
  return fileOf(test) === null ? [`The report names no file of \`${test.name}\`: it is meant in each.`] : []
}
