import type { Judged } from './answer.js'

const LATER: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'rollup_error',
])

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /^(not_in_channel|channel_not_found|is_archived|channel_is_archived)$/,
    'invite the bot to the channel, or write the id of another one',
  ],
  [
    /^(missing_scope|no_permission|not_allowed_token_type)$/,
    'give the bot the scope `chat:write` and install it again',
  ],
  [
    /^(invalid_auth|not_authed|token_\w+|account_inactive|invalid_token)$/,
    'put the new token or address into the secret: this one is revoked or expired',
  ],
  [/^(no_service\w*|no_active_hooks|no_team|team_disabled)$/, 'make a new webhook and put its address into the secret'],
  [
    /^(action_prohibited|posting_to_\w+|restricted_action\w*)$/,
    'ask an administrator of the workspace to let it post there',
  ],
]

/** What Slack's word for a failure means (docs.slack.dev, chat.postMessage and "Incoming webhooks", errors). */
export function judgeSlackError(error: string): Judged {
  const reason = `Slack refused it (${error})`
  if (LATER.has(error)) return { kind: 'later', reason }
  const remedy = REMEDIES.find(([pattern]) => pattern.test(error))?.[1]
  return { kind: 'refused', reason, remedy: remedy ?? 'see what Slack says of this word' }
}
