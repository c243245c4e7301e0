// The foundation would stand on a wall.
export { describe } from '#core/anchoring'
