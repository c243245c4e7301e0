import { Component, type ReactNode } from 'react'

interface RegionProps {
  readonly children: ReactNode
  /** Shown instead when the region fails; null where silence is better. */
  readonly fallback: ReactNode
}

/** A part of the page that may fail without taking the text with it. */
export class Region extends Component<RegionProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
