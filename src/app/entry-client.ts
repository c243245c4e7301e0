import { doWithoutScripts } from '#ui/markup.ts'
import './styles.css'

/**
 * Wakes the page up, in steps that leave the browser time in between: a phone must not stop
 * answering because a page that can be read already also gets its switches. The parts are fetched
 * ahead of time (`modulepreload`, written when the page is prerendered).
 */
async function wakeUp(): Promise<void> {
  try {
    await firstPaint()
    await import('react-dom/client')
    await nextTask()
    const { hydrate } = await import('./wake-up.tsx')
    await nextTask()
    await hydrate()
  } catch (error) {
    doWithoutScripts()
    throw error
  }
}

/** What is read comes before what is pressed. A page in the background paints nothing and need not wait. */
function firstPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve)
    })
  })
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}

// The script is asynchronous, because browsers go to the place of a link only when no other kind is
// left to wait for; so it may be here before the text is.
if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', () => void wakeUp(), { once: true })
} else {
  void wakeUp()
}
