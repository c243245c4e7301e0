/**
 * Three functions that Node 20 lacks and that Vitest 5 calls when it reports a failed test. Without
 * them a failing run ends in a TypeError instead of naming the test. To be deleted on the day that
 * `engines` in package.json asks for Node 22.
 */

/**
 * @template Key, Value
 * @param {Iterable<Value>} values
 * @param {(value: Value, index: number) => Key} keyOf
 * @returns {Map<Key, Value[]>}
 */
function groupBy(values, keyOf) {
  /** @type {Map<Key, Value[]>} */
  const groups = new Map()
  let index = 0
  for (const value of values) {
    const key = keyOf(value, index)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
    index += 1
  }
  return groups
}

function withResolvers() {
  let resolve
  let reject
  const promise = new Promise((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}

if (!('groupBy' in Map)) Object.assign(Map, { groupBy })
if (!('groupBy' in Object)) {
  Object.assign(Object, {
    groupBy: (values, keyOf) => Object.fromEntries(groupBy(values, keyOf)),
  })
}
if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers })
