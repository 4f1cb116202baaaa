const PLAIN = /^[+-]?[0-9]{1,40}(?:\.[0-9]{0,40})?(?:[eE][+-]?[0-9]{1,4})?$/
/** As many tools write numbers for people. */
const WITH_THOUSANDS = /^[0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]{0,40})?$/

/** A number as tools print it: `1,234.56`, `1234`, `1.5e+06`. NaN for what is none. */
export function printedNumber(written: string): number {
  if (PLAIN.test(written)) return Number(written)
  return WITH_THOUSANDS.test(written) ? Number(written.replaceAll(',', '')) : Number.NaN
}
