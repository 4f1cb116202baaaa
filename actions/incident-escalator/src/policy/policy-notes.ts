import { SEVERITIES } from '@testwarden/core/model/severity'
import { emptyDuties } from './empty-duties.js'
import { type EscalationPolicy, type Level, pathOf } from './escalation-policy.js'

/** What a policy will not do that its author may think it does. Nothing of it is wrong. */
export interface PolicyNote {
  readonly message: string
  readonly remedy: string
}

/** @param now ISO 8601, UTC */
export function policyNotes(policy: EscalationPolicy, now: string): readonly PolicyNote[] {
  return [...silentSeverities(policy), ...namelessLevels(policy), ...rotationNotes(policy, now)]
}

function silentSeverities(policy: EscalationPolicy): readonly PolicyNote[] {
  const silent = SEVERITIES.filter((severity) => pathOf(policy, severity).length === 0)
  if (silent.length === 0) return []
  return [
    {
      message: `Nobody is told of incidents that are ${silent.join(' or ')}: no level is for them.`,
      remedy: 'Add them to the `severities` of a level, or leave that key out for all.',
    },
  ]
}

/** Only assumed ones can be: what the config file names has somebody. */
function namelessLevels({ levels }: EscalationPolicy): readonly PolicyNote[] {
  const nameless = levels.filter(isNameless).map(({ name }) => name)
  if (nameless.length === 0) return []
  return [
    {
      message: `Nobody says who is behind ${nameless.join(', ')}, so those levels reach only people who look at the issue.`,
      remedy: 'Write `escalation.levels` with people, teams, targets or a rotation for each.',
    },
  ]
}

function isNameless({ involved, people, teams, targets, rotation }: Level): boolean {
  return [involved, people, teams, targets].every((list) => list.length === 0) && rotation === null
}

function rotationNotes(policy: EscalationPolicy, now: string): readonly PolicyNote[] {
  return policy.rotations.flatMap((rotation): readonly PolicyNote[] => {
    const users = policy.levels.filter((level) => level.rotation === rotation.name)
    if (users.length === 0)
      return [
        {
          message: `No level names the rotation ${rotation.name}.`,
          remedy: `Write \`rotation: ${rotation.name}\` at one.`,
        },
      ]
    const empty = emptyDuties(rotation, Date.parse(now))
    if (empty === null) return []
    const days = empty.from === empty.to ? `on ${empty.from}` : `from ${empty.from} to ${empty.to}`
    return [
      {
        message: `The rotation ${rotation.name} has nobody ${days}: all are absent. ${insteadText(users)}`,
        remedy: 'Add a member, shorten an absence, or write a `fallback` at the level.',
      },
    ]
  })
}

function insteadText(users: readonly Level[]): string {
  return users
    .map(
      ({ name, fallback }) => `The level ${name} tells ${fallback.length === 0 ? 'nobody' : fallback.join(', ')} then.`,
    )
    .join(' ')
}
