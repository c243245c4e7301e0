import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { ExportDialog } from '#features/export'
import { articleIn, layersOf } from '../support/export.ts'

const article = articleIn('src/content/israeli-azerbaijani-alliance-and-iran-3')

beforeAll(() => {
  // jsdom knows dialogs, but does not open them.
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true
  }
})

function draw(onCopy: (text: string) => Promise<boolean>) {
  render(
    <ExportDialog
      article={article}
      visible={layersOf(article).slice(0, 2)}
      url="https://reader.example/read/it/"
      onCopy={onCopy}
      onClose={() => {}}
    />,
  )
  return userEvent.setup()
}

test('the name of the file says which layers it holds', async () => {
  const user = draw(() => Promise.resolve(true))
  const name = () => screen.getByText(/^israeli-azerbaijani/)
  expect(name()).toHaveTextContent('iran-3.original+comments.html')
  await user.click(screen.getByRole('radio', { name: 'All' }))
  await user.click(screen.getByRole('radio', { name: 'Plain text' }))
  expect(name()).toHaveTextContent(/iran-3\.txt$/)
})

test('what is copied is what the file would hold', async () => {
  const onCopy = vi.fn<(text: string) => Promise<boolean>>(() => Promise.resolve(true))
  const user = draw(onCopy)
  expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull()
  await user.click(screen.getByRole('radio', { name: 'Markdown' }))
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await screen.findByText('Copied.')).toBeInTheDocument()
  expect(onCopy.mock.calls[0]?.[0]).toMatch(/^---\ntitle: Israeli-Azerbaijani/)
  expect(onCopy.mock.calls[0]?.[0]).not.toContain(':::background')
})

test('where copying is forbidden, the words stand there to be copied by hand', async () => {
  const user = draw(() => Promise.resolve(false))
  await user.click(screen.getByRole('radio', { name: 'Plain text' }))
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  const field = await screen.findByRole('textbox', { name: /copy by hand/ })
  expect(field).toHaveTextContent('[Comment · Geopolitical Analysis')
})

test('the arrows go from tab to tab, and round', async () => {
  const user = draw(() => Promise.resolve(true))
  await user.click(screen.getByRole('tab', { name: 'Download' }))
  await user.keyboard('{ArrowLeft}')
  expect(screen.getByRole('tab', { name: 'Print', selected: true })).toHaveFocus()
  await user.keyboard('{Home}{ArrowRight}')
  expect(screen.getByRole('tab', { name: 'Cite', selected: true })).toHaveFocus()
})
