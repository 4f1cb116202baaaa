/** A pure function that works only once for the same immutable value: rules, page and outputs of a gate ask for the same counts. */
export function rememberByKey<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const remembered = known.get(key) ?? { value: compute(key) }
    known.set(key, remembered)
    return remembered.value
  }
}
