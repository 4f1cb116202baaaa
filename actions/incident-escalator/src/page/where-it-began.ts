import type { RunContext } from '@testwarden/core/model/evidence'
import type { ListedCommit } from '@testwarden/core/model/github-observation'
import type { Inline, ListSection } from '@testwarden/core/model/page'
import { clip } from '@testwarden/core/render/clip'
import { countWord } from '@testwarden/core/render/inline'
import { commitLink, runLink } from '@testwarden/core/render/links'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { BadRange } from '../incident/incident-story.js'
import { momentText, nameCode, namesCode } from './words.js'

export const BEGAN_HEADING = 'Where it began'
const COMMITS_SHOWN = 10
const TITLE_CHARACTERS = 120
const SHA_CHARACTERS = 10

/** The commits of which one did it, unless the surroundings did. */
export function whereItBegan(range: BadRange, run: RunContext): ListSection {
  const { firstBad, lastGood } = range
  const good: Inline =
    lastGood === null ? 'No good run is known before it.' : ['Last good run: ', runText(lastGood, run)]
  return {
    kind: 'list',
    heading: BEGAN_HEADING,
    items: [['First bad run: ', runText(firstBad, run)], good, ...commitItems(range, run)],
  }
}

export function authorsOf(commits: readonly ListedCommit[]): readonly string[] {
  return [...new Set(commits.flatMap(({ author }) => author ?? []))]
}

/** The newest of the commits, as it is the newest that fails for certain. */
function commitItems({ commits, isWhole }: BadRange, run: RunContext): readonly Inline[] {
  if (commits.length === 0) return []
  const authors = authorsOf(commits)
  const count = `${isWhole ? '' : 'At least '}${countWord(commits.length, 'commit')} in between`
  const shown = commits.slice(-COMMITS_SHOWN).reverse()
  const left = commits.length - shown.length
  return [
    [count, ...(authors.length === 0 ? [] : [', by ', namesCode(authors)]), ', the newest first:'],
    ...shown.map((commit) => commitText(commit, run)),
    ...(left > 0 ? [`… and ${formatInteger(left)} older`] : []),
  ]
}

/** The link is the title: as the text of one a sha could not be copied whole. */
export function commitText({ sha, title, author }: ListedCommit, run: RunContext): Inline {
  const [text, url] = [clip(title, TITLE_CHARACTERS), shaLink(sha, run)]
  const what: Inline = url === null || text.trim() === '' ? text : { kind: 'link', text, url }
  return [shaCode(sha), ' ', what, ...(author === null ? [] : [' by ', nameCode(author)])]
}

function runText({ sha, time, run: id }: BadRange['firstBad'], run: RunContext): Inline {
  const [commit, page] = [shaLink(sha, run), runLink({ ...run, key: { ...run.key, run: id } })]
  return [shaCode(sha), ' (', linkTo(momentText(time), commit), '), ', linkTo(`run ${id}`, page)]
}

function shaLink(sha: string, run: RunContext): string | null {
  return /^[0-9a-f]{7,64}$/.test(sha) ? commitLink(run, sha) : null
}

function shaCode(sha: string): Inline {
  return { kind: 'code', text: sha.slice(0, SHA_CHARACTERS) }
}

function linkTo(text: string, url: string | null): Inline {
  return url === null ? text : { kind: 'link', text, url }
}
