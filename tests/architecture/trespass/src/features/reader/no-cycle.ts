// Two files would need each other to be read.
import { second } from './no-cycle-second.ts'

export const first = () => second()
