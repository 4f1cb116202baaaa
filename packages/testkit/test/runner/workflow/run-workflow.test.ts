// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of GitHub expressions
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createSmallSite, printed, results, type SmallSite } from '../../../src/runner/workflow/small-site.js'

let small: SmallSite

beforeEach(async () => {
  small = await createSmallSite()
})

afterEach(() => small.close())

describe('jobs', () => {
  test('begin after those that they need, whose outputs and results they can read', async () => {
    const run = await small.run(`
on: push
jobs:
  last:
    needs: first
    runs-on: x
    steps:
      - run: echo "\${{ needs.first.outputs.word }} \${{ needs.first.result }}"
  first:
    runs-on: x
    outputs:
      word: \${{ steps.say.outputs.word }}
    steps:
      - id: say
        run: echo word=hello >> "$GITHUB_OUTPUT"
`)
    expect(run.jobs.map(({ id }) => id)).toEqual(['first', 'last'])
    expect(printed(run)).toEqual(['hello success'])
  })

  test('are skipped after a failure, unless their `if:` says otherwise', async () => {
    const run = await small.run(`
on: push
jobs:
  red: { runs-on: x, steps: [{ run: exit 3 }] }
  usual: { needs: red, runs-on: x, steps: [{ run: 'true' }] }
  after-usual: { needs: usual, runs-on: x, steps: [{ run: 'true' }] }
  stubborn: { needs: usual, if: '!cancelled()', runs-on: x, steps: [{ run: 'true' }] }
  other: { if: "github.event_name == 'pull_request'", runs-on: x, steps: [{ run: 'true' }] }
`)
    expect(results(run)).toEqual({
      red: 'failure',
      usual: 'skipped',
      'after-usual': 'skipped',
      stubborn: 'success',
      other: 'skipped',
    })
    expect(run.conclusion).toBe('failure')
  })

  test('stop the other legs of their matrix when one fails, unless told not to', async () => {
    const legs = (isFailFast: boolean) => `
on: push
jobs:
  test:
    runs-on: x
    strategy: { fail-fast: ${isFailFast}, matrix: { n: [1, 2, 3] } }
    steps: [{ run: 'test \${{ matrix.n }} != 2' }]
`
    expect(results(await small.run(legs(true)))).toEqual({
      'test (1)': 'success',
      'test (2)': 'failure',
      'test (3)': 'cancelled',
    })
    expect(results(await small.run(legs(false)))).toMatchObject({ 'test (3)': 'success' })
  })

  test('are listed by GitHub as they run and as they end, and their token ends with them', async () => {
    const run = await small.run(`
on: push
jobs:
  test: { name: 'Tests of \${{ github.ref }}', runs-on: x, steps: [{ run: exit 1 }] }
`)
    const listed = [...small.site.repository.jobs.values()]
    expect(listed).toEqual([
      expect.objectContaining({ run: run.id, name: 'Tests of refs/heads/main', conclusion: 'failure' }),
    ])
    expect(small.site.github.tokens.size).toBe(0)
  })

  test('that need each other, or nobody, are an error', async () => {
    const circle = 'on: push\njobs: { a: { needs: b, runs-on: x }, b: { needs: a, runs-on: x } }'
    await expect(small.run(circle)).rejects.toThrow('no job can begin')
  })
})

describe('steps', () => {
  test('pass variables and folders on, and the newest of both counts', async () => {
    const run = await small.run(`
on: push
env: { COLOR: green, SIZE: '\${{ github.job || 1 }}' }
jobs:
  test:
    runs-on: x
    env: { COLOR: red }
    steps:
      - run: |
          echo "$COLOR"
          echo COLOR=blue >> "$GITHUB_ENV"
          mkdir bin && printf '#!/bin/sh\\necho mine\\n' > bin/tool && chmod +x bin/tool
          echo "$PWD/bin" >> "$GITHUB_PATH"
      - run: echo "$COLOR \${{ env.COLOR }} $(tool)"
      - env: { COLOR: black }
        run: echo "$COLOR \${{ env.COLOR }}"
`)
    expect(printed(run)).toEqual(['red', 'blue blue mine', 'black black'])
  })

  test('go on after a failure only where they ask for it, and the job stays red', async () => {
    const run = await small.run(`
on: push
jobs:
  test:
    runs-on: x
    steps:
      - id: bad
        run: exit 1
      - run: echo never
      - if: failure()
        run: echo "\${{ steps.bad.outcome }} \${{ job.status }}"
`)
    expect(printed(run)).toEqual(['failure failure'])
    expect(results(run)).toEqual({ test: 'failure' })
  })

  test('that may fail do not count', async () => {
    const run = await small.run(`
on: push
jobs:
  test:
    runs-on: x
    steps:
      - { id: bad, continue-on-error: true, run: exit 1 }
      - run: echo "\${{ steps.bad.outcome }} \${{ steps.bad.conclusion }}"
`)
    expect(printed(run)).toEqual(['failure success'])
    expect(results(run)).toEqual({ test: 'success' })
  })

  test('fail by a broken pipe only in the shell that is called bash', async () => {
    const job = (shell: string) => `
on: push
jobs: { test: { runs-on: x, steps: [{ ${shell}run: 'false | true' }] } }
`
    expect(results(await small.run(job('')))).toEqual({ test: 'success' })
    expect(results(await small.run(job('shell: bash, ')))).toEqual({ test: 'failure' })
  })

  test('have names of their own, as GitHub gives them', async () => {
    const run = await small.run(`
on: push
jobs:
  test:
    runs-on: x
    steps:
      - run: echo "$GITHUB_ACTION"
      - { id: mine, run: 'echo "$GITHUB_ACTION"' }
      - run: echo "$GITHUB_ACTION"
`)
    expect(printed(run)).toEqual(['__run', 'mine', '__run_2'])
  })

  test('that name an unknown action or an unknown key are an error, never passed over', async () => {
    const step = (text: string) => small.run(`on: push\njobs: { test: { runs-on: x, steps: [{ ${text} }] } }`)
    await expect(step('uses: someone/something@v1')).rejects.toThrow('someone/something@v1')
    await expect(step('run: x, retries: 3')).rejects.toThrow("'retries'")
    await expect(small.run('on: push\njobs: { test: { container: x } }')).rejects.toThrow("'container'")
  })
})

describe('a composite action', () => {
  beforeEach(() => {
    small.addAction(
      'greet/action.yml',
      `
inputs:
  who: { default: nobody }
  job: { default: '\${{ github.job }}' }
outputs:
  text: { value: '\${{ steps.say.outputs.text }}' }
runs:
  using: composite
  steps:
    - id: say
      shell: bash
      env: { WHO: '\${{ inputs.who }}', JOB: '\${{ inputs.job }}' }
      run: |
        echo "text=hello $WHO of $JOB\${INPUT_WHO:-}" >> "$GITHUB_OUTPUT"
        echo SEEN=yes >> "$GITHUB_ENV"
    - if: inputs.who == 'trouble'
      shell: bash
      run: exit 1
`,
    )
  })

  test('runs step by step with its own inputs, steps and outputs', async () => {
    const run = await small.run(`
on: push
jobs:
  test:
    runs-on: x
    steps:
      - { id: greet, uses: ./greet, with: { who: 'you' } }
      - run: echo "\${{ steps.greet.outputs.text }}, \${{ steps.say.outputs.text }} $SEEN"
`)
    expect(printed(run)).toEqual(['hello you of test,  yes'])
  })

  test('runs after a failure where it was told to, and fails with its steps', async () => {
    const run = await small.run(`
on: push
jobs:
  test:
    runs-on: x
    steps:
      - run: exit 1
      - { if: always(), id: greet, uses: ./greet, with: { who: trouble } }
      - { if: always(), run: 'echo "\${{ steps.greet.outcome }} \${{ steps.greet.outputs.text }}"' }
`)
    expect(printed(run)).toEqual(['failure hello trouble of test'])
  })
})
