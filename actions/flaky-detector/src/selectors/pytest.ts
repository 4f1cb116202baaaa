import { fileArgument } from './file-argument.js'
import { distinct, selectionOf } from './selection.js'
import type { RunnerName, SelectedTest, TestSelector } from './selector.js'

/** Tests are named by node ids: `tests/test_cart.py::TestTotals::test_sum[2-3]`. */
export const pytestSelector: TestSelector = {
  id: 'pytest',
  displayName: 'pytest',
  url: 'https://docs.pytest.org/en/stable/how-to/usage.html#specifying-which-tests-to-run',
  nameOf,
  select: (tests) =>
    selectionOf(tests, (named) => ({ args: distinct(named.map(nodeId)), inexact: named.flatMap(guessedPath) })),
  deselect: (tests) =>
    selectionOf(tests, (named) => ({
      args: distinct(named.map((test) => `--deselect=${nodeId(test)}`)),
      inexact: distinct(named.map(nodeId).filter((id) => !id.endsWith(']'))).map(
        (id) => `pytest leaves out every test whose node id begins with \`${id}\`.`,
      ),
    })),
}

function nameOf(test: SelectedTest): RunnerName {
  const { path, classes } = placeOf(test)
  return { place: path, name: [...classes, test.name].join('::') }
}

function nodeId(test: SelectedTest): string {
  const { path, classes } = placeOf(test)
  return [...(path === null ? [] : [path]), ...classes, test.name].join('::')
}

/** JUnit reports of pytest join folders, module and classes with dots; the file is in them only where it was asked for. */
function placeOf({ file, className }: SelectedTest): {
  readonly path: string | null
  readonly classes: readonly string[]
} {
  const parts = className === null ? [] : className.split('.')
  if (file !== null) return { path: fileArgument(file), classes: afterModule(file, parts) }
  if (parts.length === 0) return { path: null, classes: [] }
  const end = moduleEnd(parts)
  return { path: fileArgument(`${parts.slice(0, end).join('/')}.py`), classes: parts.slice(end) }
}

/** A file may lie below the folder that the class name begins in, or above: what follows its own name are classes. */
function afterModule(file: string, parts: readonly string[]): readonly string[] {
  const module = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.py$/, '')
  return parts.slice(parts.lastIndexOf(module) + 1)
}

/** By the names that pytest collects unless told otherwise: `test_*.py` and `*_test.py`, then classes in capitals. */
function moduleEnd(parts: readonly string[]): number {
  const module = parts.findIndex(isTestModule)
  if (module !== -1) return module + 1
  const classes = parts.findIndex((part) => /^\p{Lu}/u.test(part))
  return classes < 1 ? parts.length : classes
}

function isTestModule(part: string): boolean {
  return part.startsWith('test_') || part.endsWith('_test')
}

function guessedPath(test: SelectedTest): readonly string[] {
  if (test.file !== null) return []
  if (test.className?.split('.').some(isTestModule)) return []
  return [`The report does not say in which file \`${test.name}\` is: \`${nodeId(test)}\` is a guess.`]
}
