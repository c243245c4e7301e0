import { useEffect, useEffectEvent, useState } from 'react'

/** Takes what is dropped anywhere on the page; says whether something is held over it. */
export function useDrop(onDrop: (data: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false)
  const drop = useEffectEvent(onDrop)
  useEffect(() => {
    // Entering a child and leaving its parent come in pairs.
    let depth = 0
    const enter = () => {
      depth += 1
      setOver(true)
    }
    const leave = () => {
      depth -= 1
      if (depth === 0) setOver(false)
    }
    const over = (event: DragEvent) => {
      // Without this, the browser would open the file in place of the page.
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const take = (event: DragEvent) => {
      event.preventDefault()
      depth = 0
      setOver(false)
      if (event.dataTransfer !== null) drop(event.dataTransfer)
    }
    document.addEventListener('dragenter', enter)
    document.addEventListener('dragleave', leave)
    document.addEventListener('dragover', over)
    document.addEventListener('drop', take)
    return () => {
      document.removeEventListener('dragenter', enter)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', take)
    }
  }, [])
  return isOver
}
