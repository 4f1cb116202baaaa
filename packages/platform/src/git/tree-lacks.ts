import { askGit } from './run-git.js'
import type { TreeRepository } from './tree-repository.js'

/** Nobody reads more of them. */
const NAMED_MAX = 3
const SUBMODULE = /^160000 [0-9a-f]+ \d\t([\s\S]*)$/

/** What a clone of ours does not have though its commit speaks of it; sentences. @throws PlatformError */
export async function lacksOf({ place }: TreeRepository): Promise<readonly string[]> {
  const entries = await listed(place, { what: 'look for submodules', args: ['ls-files', '-z', '--stage'] })
  const submodules = entries.flatMap((entry) => SUBMODULE.exec(entry)?.[1] ?? [])
  const pointers = await listed(place, {
    what: 'look for files of Git LFS',
    args: ['ls-files', '-z', '--', ':(attr:filter=lfs)'],
  })
  return [
    ...(submodules.length === 0 ? [] : [`Submodules are left empty: ${named(submodules)}.`]),
    ...(pointers.length === 0 ? [] : [`Files of Git LFS are pointers only: ${named(pointers)}.`]),
  ]
}

async function listed(
  place: TreeRepository['place'],
  question: { readonly what: string; readonly args: readonly string[] },
): Promise<readonly string[]> {
  return (await askGit(place, question)).split('\0').filter((entry) => entry !== '')
}

function named(paths: readonly string[]): string {
  const more = paths.length - NAMED_MAX
  return `${paths.slice(0, NAMED_MAX).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
