import { ConfigurationError } from '@testwarden/core/model/errors'
import { NOWHERE, parsePlace, type RunPlace } from './run-place.js'

const PARTS: Readonly<Record<string, string>> = {
  '<sha>': '(?<commit>[0-9a-f]{7,64})',
  '<run>': '(?<run>[^/]{1,100}?)',
  '<attempt>': '(?<attempt>[1-9][0-9]{0,5})',
  '<time>': '(?<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.Z+-]{1,20})',
  '...': '.*',
  '*': '[^/]*',
}

/**
 * Reads commit, run, attempt and time out of the names of files: `<sha>/<run>/...`. What else stands in the pattern is
 * meant as it is; `*` stands for anything within a name, `...` for anything at all.
 * @throws ConfigurationError for a pattern without `<sha>`
 */
export function createNamePattern(written: string): (path: string) => RunPlace {
  const names: readonly string[] = written.match(/<[^>]*>/g) ?? []
  const strange = names.find((name, at) => PARTS[name] === undefined || names.indexOf(name) !== at)
  if (strange !== undefined || !names.includes('<sha>'))
    throw new ConfigurationError(`The name pattern ${JSON.stringify(written.slice(0, 200))} cannot be used.`, {
      remedy:
        'Write, for example, <sha>/<run>/... with each of <sha>, <run>, <attempt> and <time> once; <sha> is needed.',
    })
  const pattern = written
    .split(/(<[^>]*>|\.\.\.|\*)/)
    .map((part) => PARTS[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('')
  const matcher = new RegExp(`^${pattern}$`)
  return (path) => {
    const groups = path.length > 2000 ? undefined : matcher.exec(path)?.groups
    return groups === undefined ? NOWHERE : parsePlace(groups, { path })
  }
}
