import { choice } from '@testwarden/core/config/fields/choice'
import { reportSettings } from '@testwarden/core/config/report-settings'

/** How test reports are found and read, alike in each section whose gate judges tests. */
export const testReportSettings = {
  ...reportSettings({ reports: 'the test reports', format: 'junit' }),
  duplicates: choice(['tests', 'attempts'], {
    description:
      'What several cases of one name in one report are: `tests` of their own, or `attempts` of one test, where the runner retries and its reports do not say so.',
    fallback: 'tests',
    input: 'duplicates',
    role: 'policy',
    strictestFirst: ['tests', 'attempts'],
  }),
}
