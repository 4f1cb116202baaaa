// What the folders of actions/ hold: gates with a definition, actions that run a bundle, composites of neither.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ACTIONS = join(dirname(fileURLToPath(import.meta.url)), '..', 'actions')

/** Gates: their `src/index.ts` exports a definition. */
export function gateFolders() {
  return foldersWith('src/index.ts')
}

/** Everything that is bundled: its `src/main.ts` runs. */
export function bundledFolders() {
  return foldersWith('src/main.ts')
}

function foldersWith(file) {
  return readdirSync(ACTIONS)
    .filter((name) => existsSync(join(ACTIONS, name, file)))
    .sort()
}
