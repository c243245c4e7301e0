import { createServer } from 'node:net'

/**
 * The first of so many neighbouring ports that are all free on this machine.
 *
 * @param {number} from
 * @param {number} count
 * @returns {Promise<number>}
 */
export async function freePorts(from, count) {
  for (let first = from; first < from + 1000; first += count) {
    const free = await Promise.all(Array.from({ length: count }, (_, i) => isFree(first + i)))
    if (free.every(Boolean)) return first
  }
  throw new Error(`No free ports were found from ${from} on.`)
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
