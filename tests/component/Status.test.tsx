import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Status } from '../../src/features/reader/Status.tsx'

describe('what the page says', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('has a place that listens before there is anything to say', () => {
    render(<Status saying={null} onDone={() => {}} />)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('goes away by itself', () => {
    const onDone = vi.fn()
    render(<Status saying={{ sentence: 'Link copied.', isSeen: true }} onDone={onDone} />)
    expect(screen.getByRole('status')).toHaveTextContent('Link copied.')
    act(() => {
      vi.advanceTimersByTime(10_000)
    })
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('stays with its text selected where the reader has to copy by hand', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    const onDone = vi.fn()
    render(
      <Status
        saying={{ sentence: 'Copy by hand:', isSeen: true, toCopy: 'https://a.example/#b' }}
        onDone={onDone}
      />,
    )
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Copy by hand:' })
    expect(field).toHaveValue('https://a.example/#b')
    expect(field.selectionEnd).toBe('https://a.example/#b'.length)
    act(() => {
      vi.advanceTimersByTime(60_000)
    })
    expect(onDone).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(onDone).toHaveBeenCalledOnce()
  })
})
