import * as words from '#words/importer'
import { useRef, type ReactNode } from 'react'
import type { Brought } from '../desk/protocol.ts'
import { fetchAddress, readAddress } from './fetch-address.ts'

interface AddressFormProps {
  readonly onRead: (brought: Brought, name: string) => void
  readonly onFetching: (fetching: { host: string; stop: () => void } | null) => void
  readonly onTrouble: (sentence: string | null) => void
}

/** An address to fetch a text from, where the other site permits it. */
export function AddressForm({ onRead, onFetching, onTrouble }: AddressFormProps): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  const submit = async () => {
    const url = readAddress(field.current?.value ?? '')
    if (url === null) {
      onTrouble(words.fetchFailures['no-address'](''))
      field.current?.focus()
      return
    }
    const controller = new AbortController()
    onTrouble(null)
    onFetching({
      host: url.hostname,
      stop: () => {
        controller.abort()
        onFetching(null)
      },
    })
    const fetched = await fetchAddress(url, controller.signal)
    // One that was stopped has nothing to say about the next.
    if (controller.signal.aborted) return
    onFetching(null)
    if (fetched.ok) onRead(fetched.brought, fetched.name)
    else if (fetched.reason !== 'cancelled')
      onTrouble(words.fetchFailures[fetched.reason](url.hostname))
  }
  return (
    <form
      className="import-address"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label htmlFor="importer.address">{words.address}</label>
      <p className="import-row">
        <input
          ref={field}
          id="importer.address"
          type="url"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="importer.address-hint"
          placeholder="https://"
        />
        <button type="submit">{words.fetchIt}</button>
      </p>
      <p id="importer.address-hint" className="import-hint">
        {words.addressHint}
      </p>
    </form>
  )
}
