import { describe, test } from '@jest/globals'
import { publish } from '../../src/render/publication.js'
import { composeStepPage } from '../../src/render/step-page.js'
import { renderTerminalPage } from '../../src/render/terminal.js'
import { expectGolden } from './golden.js'
import { FIRST_USE, PICTURE } from './picture.js'

describe('a pull request with three problems reads as a reviewer should see it', () => {
  test('as a comment', () => expectGolden('picture.comment.md', publish(PICTURE).comment))
  test('as a job summary', () => expectGolden('picture.summary.md', publish(PICTURE).summary))
  test('as the summary of a check run', () => expectGolden('picture.check-summary.md', publish(PICTURE).check.summary))
  test('as the text of a check run', () => expectGolden('picture.check-text.md', publish(PICTURE).check.text))

  test('in a terminal', () => {
    expectGolden('picture.terminal.txt', renderTerminalPage(composeStepPage(PICTURE), { columns: 100, style: 'plain' }))
  })

  test('in a narrow terminal', () => {
    expectGolden('picture.narrow.txt', renderTerminalPage(composeStepPage(PICTURE), { columns: 44, style: 'plain' }))
  })

  test('in a terminal with colours', () => {
    const text = renderTerminalPage(composeStepPage(PICTURE), { columns: 100, style: 'colour' })
    expectGolden('picture.colours.txt', text.replaceAll('\u001b', '␛'))
  })
})

describe('the first pull request of a stranger is informative', () => {
  test('as a job summary', () => expectGolden('first-use.summary.md', publish(FIRST_USE).summary))

  test('in a terminal', () => {
    const page = composeStepPage(FIRST_USE)
    expectGolden('first-use.terminal.txt', renderTerminalPage(page, { columns: 100, style: 'plain' }))
  })
})
