import { first } from './no-cycle.ts'

export const second = (): unknown => first()
