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
    const { hydrate } = await import('./wake-up.tsx')
    await nextTask()
    await hydrate()
  } catch (error) {
    doWithoutScripts()
    throw error
  }
}

void wakeUp()
