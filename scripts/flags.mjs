import process from 'node:process'
import { parseArgs } from 'node:util'

/**
 * The flags of a command. Says how the command is used where that is asked for (`--help`, exit code 0), and
 * what was wrong before that where a flag is unknown, lacks its value, or is no port (exit code 2).
 *
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Options
 * @param {Options} options
 * @param {string} usage
 */
export function readFlags(options, usage) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    const { values } = parseArgs({ options })
    const port = 'port' in values ? values['port'] : undefined
    if (typeof port === 'string' && !isPort(port)) {
      throw new Error(`--port takes a whole number from 0 to 65535, and this is none: ${port}`)
    }
    return values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return process.exit(2)
  }
}

/** @param {string} value */
function isPort(value) {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535
}
