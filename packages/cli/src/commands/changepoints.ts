import { encodeChangePoints } from '@testwarden/core/files/changepoints-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { EXIT } from '@testwarden/platform/conclusion'
import { createWorkspaceFiles } from '@testwarden/platform/files'
import { findSeriesChangePoints } from '@testwarden/stats/e-divisive/find-series-change-points'
import { changePointsText } from '../changepoints/change-points-text.js'
import { MAX_SERIES_BYTES, readSeriesRequest } from '../changepoints/read-series.js'
import type { Command, CommandCall, Terminal } from '../command.js'

/** Where a series of numbers changed. Reads only; needs no repository and no configuration. */
export const changepoints: Command = {
  name: 'changepoints',
  summary: 'Finds where the level of a series of numbers changed, as Apache Otava does.',
  usage: 'changepoints [--json] <file>',
  options: [{ name: 'json', takes: 'nothing', description: 'Print JSON (testwarden.changepoints/1) instead of text.' }],
  run: runChangepoints,
}

async function runChangepoints(call: CommandCall, terminal: Terminal): Promise<number> {
  const [path, ...others] = call.words
  if (path === undefined || others.length > 0)
    throw new ConfigurationError('changepoints needs one file.', {
      remedy: 'Name a JSON file that holds {"series": [numbers]}.',
    })
  const text = await createWorkspaceFiles({ root: terminal.cwd, reach: 'machine' }).readText(path, MAX_SERIES_BYTES)
  if (text === null) throw new ConfigurationError('There is no such file.', { path, remedy: 'Name an existing file.' })
  const { series, options } = readSeriesRequest(path, text)
  const points = findSeriesChangePoints(series, options)
  if (call.flags.has('json')) terminal.print(encodeChangePoints(points))
  else terminal.print(changePointsText(points, series.length, terminal))
  return EXIT.ok
}
