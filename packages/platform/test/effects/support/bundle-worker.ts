import path from 'node:path'
import { buildSync } from 'esbuild'

const ROOT = path.join(import.meta.dirname, '../../../../..')
/** The toolkit is partly CommonJS. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/** The sources as one file of JavaScript, because a child process has no test runner to translate them. */
export function bundleIncidentWorker(folder: string): string {
  const outfile = path.join(folder, 'incident-worker.mjs')
  const alias = Object.fromEntries(
    ['core', 'history', 'testkit'].map((name) => [`@testwarden/${name}`, path.join(ROOT, 'packages', name, 'src')]),
  )
  buildSync({
    entryPoints: [path.join(import.meta.dirname, 'incident-worker.ts')],
    outfile,
    alias,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: REQUIRE },
  })
  return outfile
}
