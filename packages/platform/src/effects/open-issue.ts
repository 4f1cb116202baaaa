import type { OpenIssue } from '@testwarden/core/model/change'
import { type Effect, receiptOf, requireGitHub } from './effect.js'

/** The receipt's id is the issue's number. */
export const openIssueEffect: Effect<OpenIssue> = {
  perform: ({ key, title, body, labels }, context) =>
    receiptOf(key, () => requireGitHub(context).openIssue({ title, body, labels })),
  describe: ({ title, labels }) =>
    `open an issue ${JSON.stringify(title)}${labels.length === 0 ? '' : ` with the labels ${labels.join(', ')}`}`,
}
