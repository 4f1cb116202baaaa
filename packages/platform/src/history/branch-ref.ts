import { ConfigurationError } from '@testwarden/core/model/errors'

export const DEFAULT_BRANCH = 'testwarden-history'

const REMEDY = `write git:${DEFAULT_BRANCH}, another branch name, or a full ref such as git:refs/testwarden/history`

/** What git refuses in a ref, see git-check-ref-format(1); some of it would also be read as a pattern or an option. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const REFUSED = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\/$|^\/|^[-+]|\.$|(?:^|\/)\.|\.lock(?:\/|$)/

/**
 * The full ref that the place of a `git:` setting names: nothing for the default branch, a branch, or a ref in full.
 * @throws ConfigurationError
 */
export function historyRef(place: string): string {
  const name = place === '' ? DEFAULT_BRANCH : place
  const ref = name.startsWith('refs/') ? name : `refs/heads/${name}`
  if (REFUSED.test(name) || name === '@' || ref.split('/').length < 3 || ref.length > 200)
    throw new ConfigurationError(`${JSON.stringify(name)} is no name of a branch or ref`, { remedy: REMEDY })
  if (/^refs\/(?:pull|tags|remotes)\//.test(ref))
    throw new ConfigurationError(`the history cannot be kept at ${ref}: a branch or a ref of its own must hold it`, {
      remedy: REMEDY,
    })
  return ref
}

/** As people write it: the branch's name, or the full ref. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/heads\//, '')
}
