import type { TargetSettings } from '@testwarden/core/model/target'
import type { Notifier, SentNotice } from '@testwarden/core/ports/notifier'
import type { Line } from './deliver.js'
import { pagerDuty } from './pagerduty.js'
import { openSecrets } from './secrets.js'
import { slackBot } from './slack-bot.js'
import { slackWebhook } from './slack-webhook.js'
import { teams } from './teams.js'
import type { Telling } from './tell.js'
import { realTiming, type Timing } from './timing.js'
import { webhook } from './webhook.js'

export interface NotifierOptions {
  readonly env: NodeJS.ProcessEnv
  /** Absent: the real one. */
  readonly timing?: Timing
}

/** One for a run, as each target's time is limited over all that it is told. */
export function createNotifier({ env, timing = realTiming }: NotifierOptions): Notifier {
  const secrets = openSecrets(env)
  const lines = new Map<string, Line>()
  return {
    async send(target, notice) {
      const line = lines.get(target.name) ?? { timing, mask: secrets.mask, leftMs: timing.budgetMs }
      lines.set(target.name, line)
      return tell({ target, notice, secrets, line })
    },
  }
}

/** Each kind is a file of that name. */
function tell({ target, ...rest }: Telling<TargetSettings>): Promise<SentNotice> {
  switch (target.kind) {
    case 'pagerduty':
      return pagerDuty({ target, ...rest })
    case 'slack':
      return slackWebhook({ target, ...rest })
    case 'slack-bot':
      return slackBot({ target, ...rest })
    case 'teams':
      return teams({ target, ...rest })
    case 'webhook':
      return webhook({ target, ...rest })
  }
}
