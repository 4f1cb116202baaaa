import type { MachineQuestion } from '../../../../packages/testkit/src/runner/workflow/site.js'
import { CART, type ExampleProject, INVOICE } from '../../support/example-project.js'
import type { StoredTests } from './stored-tests.js'

/** Two projects of examples/ in one repository; the change is the one of the api. */
export const MONOREPO: ExampleProject = {
  base: { ...below('services/api', INVOICE.base), ...below('services/web', CART.base) },
  change: below('services/api', INVOICE.change),
  reports: INVOICE.reports,
}

/** What a change of the web project would be. */
export const WEB_CHANGE = below('services/web', CART.change)

function below(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]))
}

/** Each project's tests write its own report, in the form of its language, into its folder. */
export function testsOfProjects(state: 'base' | 'change') {
  return ({ matrix }: MachineQuestion): StoredTests =>
    matrix?.project === 'web'
      ? { reports: { 'lcov.info': CART.reports[state] } }
      : { reports: { 'coverage.xml': INVOICE.reports[state] } }
}
