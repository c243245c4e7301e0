import { Component, type ReactNode } from 'react'
import * as words from './words.ts'

interface RegionProps {
  readonly children: ReactNode
  /** Shown instead when the region fails; null where silence is better. */
  readonly fallback?: ReactNode
}

/** A part of the page that may fail without taking the text with it. */
export class Region extends Component<RegionProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return this.props.fallback ?? <p className="region-failed">{words.regionFailed}</p>
  }
}
