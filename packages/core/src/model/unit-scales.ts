/** Nanoseconds of each unit of time, by what tools call it. `m` is a minute; micro signs are read as `u`. */
export const NANOSECONDS: ReadonlyMap<string, number> = namesOf([
  [1e-3, 'ps picosecond picoseconds'],
  [1, 'ns nsec nsecs nanos nanosecond nanoseconds'],
  [1e3, 'us usec usecs micros microsecond microseconds'],
  [1e6, 'ms msec msecs millis millisecond milliseconds'],
  [1e9, 's sec secs second seconds'],
  [60e9, 'm min mins minute minutes'],
  [3600e9, 'h hr hrs hour hours'],
  [86_400e9, 'day days'],
])

/** Bytes of each unit of size. KB is 1000 as for disks and networks; who means 1024 can write KiB. */
export const BYTES: ReadonlyMap<string, number> = namesOf([
  [1, 'B byte bytes'],
  [1e3, 'kB KB kb kilobyte kilobytes'],
  [1e6, 'MB mb megabyte megabytes'],
  [1e9, 'GB gb gigabyte gigabytes'],
  [1e12, 'TB tb terabyte terabytes'],
  [2 ** 10, 'KiB kiB kibibyte kibibytes'],
  [2 ** 20, 'MiB mebibyte mebibytes'],
  [2 ** 30, 'GiB gibibyte gibibytes'],
  [2 ** 40, 'TiB tebibyte tebibytes'],
])

/** Bits of each unit of what goes over a line. */
export const BITS: ReadonlyMap<string, number> = namesOf([
  [1, 'b bit bits'],
  [1e3, 'kbit Kbit kbits Kbits Kb'],
  [1e6, 'Mbit Mbits Mb'],
  [1e9, 'Gbit Gbits Gb'],
])

/** Reads a name as written, or, where it is a word, in any case: `Seconds`, but never `MS`. */
export function scaleOf(scales: ReadonlyMap<string, number>, name: string): number | null {
  return scales.get(name) ?? (name.length > 3 ? scales.get(name.toLowerCase()) : undefined) ?? null
}

function namesOf(rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(([scale, names]) => names.split(' ').map((name) => [name, scale] as const)))
}
