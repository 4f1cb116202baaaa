import { expect, test } from '@jest/globals'
import type { CheckRunState, GitHub } from '@testwarden/core/ports/github'
import type { Annotation } from '@testwarden/core/render/annotation'
import { type PublishCheck, publishCheckEffect } from '../../src/effects/publish-check.js'
import { createWorkspaceFiles } from '../../src/files.js'
import { recordingLog } from '../support/recording-log.js'
import { tempFolder } from '../support/temp-folder.js'
import { unaskedGitHub } from '../support/unasked-github.js'

function annotations(count: number): Annotation[] {
  return [...Array(count).keys()].map((index) => ({
    level: 'warning',
    title: 't',
    message: String(index),
    path: 'a.ts',
    startLine: index + 1,
    endLine: index + 1,
  }))
}

function change(count: number): PublishCheck {
  return {
    kind: 'publish-check',
    key: 'check-run',
    headSha: 'a'.repeat(40),
    name: 'CI / test / gates',
    externalId: 'own',
    detailsUrl: null,
    conclusion: 'neutral',
    check: { title: 't', summary: 's', text: '', annotationBatches: [annotations(count)] },
  }
}

/** Publishes against a commit that has these check runs. */
async function publish(count: number, existing: readonly CheckRunState[]) {
  const sent: string[] = []
  const tell = (how: string, messages: readonly { readonly message: string }[]) =>
    sent.push(`${how} ${messages[0]?.message ?? '-'}..${messages.at(-1)?.message ?? '-'}`)
  const github: GitHub = unaskedGitHub({
    listCheckRuns: async () => existing,
    createCheckRun: async ({ output }) => tell('create', output.annotations),
    updateCheckRun: async ({ id, output }) => void tell(`update ${id}`, output.annotations),
  })
  const files = createWorkspaceFiles({ root: tempFolder(), reach: 'workspace' })
  const context = { env: {}, files, github, log: recordingLog(), receipts: new Map() }
  const receipt = await publishCheckEffect.perform(change(count), context)
  return { receipt, sent }
}

test('a check run is made with the first fifty annotations, and gets the others by fifties', async () => {
  const { receipt, sent } = await publish(130, [{ id: 9, externalId: 'other', annotationCount: 3 }])
  expect(sent).toEqual(['create 0..49', 'update 1 50..99', 'update 1 100..129'])
  expect(receipt).toEqual({ key: 'check-run', status: 'done', id: 1 })
})

test('one that is there goes on where it was left, and is told the conclusion anew', async () => {
  const own = { id: 4, externalId: 'own', annotationCount: 50 }
  expect((await publish(130, [own])).sent).toEqual(['update 4 50..99', 'update 4 100..129'])
  expect((await publish(50, [own])).sent).toEqual(['update 4 -..-'])
})
