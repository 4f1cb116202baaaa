import { expect, test } from '@jest/globals'
import { caseLine, openTestRun } from '../../support/open-test-run.js'
import { mustRead, readAll } from '../../support/read.js'

function lines(document: object): readonly string[] {
  return [
    ...mustRead(readAll(openTestRun('rspec-json'), JSON.stringify({ version: '3.13.0', ...document }))).model.cases,
  ].map(caseLine)
}

test('errors outside of examples that are only counted are cases too', () => {
  const summary = { example_count: 0, failure_count: 0, pending_count: 0, errors_outside_of_examples_count: 2 }
  expect(
    lines({ messages: ['Run options: focus', '\nAn error occurred while loading a.'], examples: [], summary }),
  ).toEqual(['E Error outside of examples -: An error occurred while loading a.', 'E Error outside of examples -: '])
})

test('an example without words is known by its place', () => {
  const example = { id: './spec/a_spec.rb[1:2]', description: '', full_description: 'A', status: 'passed' }
  expect(lines({ examples: [example] })).toEqual(['P A > ./spec/a_spec.rb[1:2]'])
})
