// The worker would bring the controls of a page along.
import { NewVersion } from '#features/offline'

export const offered = NewVersion
