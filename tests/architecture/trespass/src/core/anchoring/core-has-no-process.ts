// Core would know Node. The compiler's fence: no Node types in src/core.
export const home = process.env['HOME']
