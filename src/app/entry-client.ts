import { doWithoutScripts } from '#ui/markup.ts'
import { nextTask } from './tasks.ts'
import './styles.css'

/**
 * Wakes the page up in steps that leave the browser time in between: a phone must not stop answering
 * because a page that can be read already also gets its switches.
 */
async function wakeUp(): Promise<void> {
  try {
    await import('react-dom/client')
    await nextTask()
    // A page that says what it is, is no part of the app, and no reader of an article loads a byte of it.
    const { hydrate } = await ('page' in document.documentElement.dataset
      ? import('./wake-up-page.ts')
      : import('./wake-up.tsx'))
    await nextTask()
    await hydrate()
  } catch (error) {
    doWithoutScripts()
    throw error
  }
}

void wakeUp()
