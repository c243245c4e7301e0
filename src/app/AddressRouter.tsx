import type { ReactNode } from 'react'
import { Router, type Navigator } from 'react-router'
import { goBack, push, replace, useAddress } from './address.ts'
import { hrefOf } from './paths.ts'

/** React Router on top of our own address: the routes and links are its, the history is ours. */
export function AddressRouter({ children }: { children: ReactNode }): ReactNode {
  const { pathname, search, hash, key } = useAddress()
  return (
    <Router location={{ pathname, search, hash, key, state: null }} navigator={navigator}>
      {children}
    </Router>
  )
}

const navigator: Navigator = {
  createHref: (to) => (typeof to === 'string' ? hrefOf(to) : hrefOf(to.pathname ?? '')),
  push: (to) => {
    push(partsOf(to))
  },
  replace: (to) => {
    replace(partsOf(to))
  },
  go: goBack,
}

function partsOf(to: Parameters<Navigator['push']>[0]) {
  if (typeof to === 'string') {
    const url = new URL(to, 'http://in.site')
    return { pathname: url.pathname, search: url.search, hash: url.hash }
  }
  return { pathname: to.pathname ?? '/', search: to.search ?? '', hash: to.hash ?? '' }
}
