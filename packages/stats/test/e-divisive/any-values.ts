import fc from 'fast-check'

/** Of few values, of many, nearly equal ones, and some of a size that cannot be squared. */
export const anyValues = fc
  .oneof(
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 60 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 60 }),
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 60 })
      .map((all) => all.map((n) => 1e9 + n / 1e4)),
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 20 }),
  )
  .map((values) => Float64Array.from(values))
