/**
 * What a new action is called.
 * @typedef {object} ActionNames
 * @property {string} id `mock-audit`: its folder
 * @property {string} gate `mocks`: the word of the config section and of `testwarden check`
 * @property {string} version of all packages
 */

const PACKAGES = ['core', 'formats', 'platform']

/** @param {ActionNames} names */
export function packageJson({ id, version }) {
  const manifest = {
    name: `@testwarden/action-${id}`,
    version,
    private: true,
    type: 'module',
    exports: { './*': { types: './lib/*.d.ts', default: './lib/*.js' } },
    dependencies: Object.fromEntries(PACKAGES.map((name) => [`@testwarden/${name}`, version])),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

export function tsconfigJson() {
  const references = PACKAGES.map((name) => `    { "path": "../../packages/${name}" }`)
  return `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "rootDir": "src", "outDir": "lib", "tsBuildInfoFile": "lib/.tsbuildinfo" },
  "include": ["src"],
  "references": [
${references.join(',\n')}
  ]
}
`
}
