// What tests import as fast-check. Everybody's run tries the same cases, so that a test that was green fails only by a
// change; TESTWARDEN_SEED=random tries others, and a failure prints the seed to try again.
import fc from '../node_modules/fast-check/lib/fast-check.js'

const { TESTWARDEN_SEED = '1' } = process.env
if (TESTWARDEN_SEED !== 'random') fc.configureGlobal({ seed: Number(TESTWARDEN_SEED) })

// biome-ignore lint/style/noDefaultExport: as fast-check exports it
export default fc
