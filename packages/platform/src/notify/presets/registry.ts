import type { PresetName } from '@testwarden/core/model/target'
import { discord } from './discord.js'
import { firehydrant } from './firehydrant.js'
import { goalert } from './goalert.js'
import { incidentIo } from './incident-io.js'
import { opsgenie } from './opsgenie.js'
import type { Preset } from './preset.js'
import { rootly } from './rootly.js'

export const presets: Readonly<Record<PresetName, Preset>> = {
  'incident-io': incidentIo,
  discord,
  opsgenie,
  goalert,
  rootly,
  firehydrant,
}
