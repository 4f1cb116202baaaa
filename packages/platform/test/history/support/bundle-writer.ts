import path from 'node:path'
import { buildSync } from 'esbuild'

const ROOT = path.join(import.meta.dirname, '../../../../..')

/** The sources as one file of JavaScript, because a child process has no test runner to translate them. */
export function bundleHistoryWriter(folder: string): string {
  const outfile = path.join(folder, 'history-writer.mjs')
  const alias = Object.fromEntries(
    ['core', 'history'].map((name) => [`@testwarden/${name}`, path.join(ROOT, 'packages', name, 'src')]),
  )
  buildSync({
    entryPoints: [path.join(import.meta.dirname, 'history-writer.ts')],
    outfile,
    alias,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@actions/*'],
  })
  return outfile
}
