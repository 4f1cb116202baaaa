import * as v from 'valibot'
import { bindSchema } from './bind-schema.js'

/** One number of one benchmark, as a tool without a format of its own may write it. Further keys are read over. */
export interface CustomBenchmark {
  readonly name: string
  readonly unit: string
  /** A finite number; in quotes as well. */
  readonly value: number | string
  readonly range?: string | undefined
  readonly extra?: string | undefined
}

const entrySchema = bindSchema<CustomBenchmark>()(
  v.object({
    name: v.pipe(
      v.string(),
      v.minLength(1),
      v.description('Of the benchmark. A name that comes again with another unit is another metric of it.'),
    ),
    unit: v.pipe(v.string(), v.description('`ms`, `MiB`, `req/s`: says which way is better.')),
    value: v.union([
      v.number(),
      v.pipe(
        v.string(),
        v.regex(/^\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*$/),
        v.description('A number in quotes.'),
      ),
    ]),
    range: v.optional(v.pipe(v.string(), v.description('Any text, such as `± 3`; nothing is made of it.'))),
    extra: v.optional(v.pipe(v.string(), v.description('Any text; nothing is made of it.'))),
  }),
)

/** A report of benchmarks that a script of one's own writes: a list of numbers, each with a name and a unit. */
export const customBenchmarksSchema = bindSchema<readonly CustomBenchmark[]>()(v.array(entrySchema))
