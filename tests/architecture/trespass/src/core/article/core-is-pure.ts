// Core would know React.
import { useMemo } from 'react'

export const remembered = useMemo
