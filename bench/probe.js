/**
 * Runs inside the measured page before anything of its own does. It only watches: all times are those of the
 * page's own clock, and a result is read after the frame that shows it, never before.
 */
;(() => {
  const seen = {
    fcp: null,
    lcp: null,
    shifts: [],
    tasks: [],
    loaded: null,
    ready: null,
    frames: [],
  }
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    })
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime
  })
  observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime))
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shifts.push({ time: entry.startTime, value: entry.value })
  })
  observe('longtask', (entry) =>
    seen.tasks.push({ start: entry.startTime, end: entry.startTime + entry.duration }),
  )
  addEventListener('load', () => setTimeout(() => (seen.loaded = performance.now())))

  const readiness = new MutationObserver(() => {
    if (document.documentElement?.dataset.ready !== 'true') return
    seen.ready = performance.now()
    readiness.disconnect()
  })
  readiness.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] })

  /** Calls back after the next frame has been laid out and painted: a message posted from a frame's callback runs behind that frame. */
  const afterFrame = (callback) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        const now = performance.now()
        channel.port1.close()
        callback(now)
      }
      channel.port2.postMessage(null)
    })

  /**
   * The time from the last event of the kind `from` to the end of the first frame in which `shown` holds.
   * It looks from the first event of the kind `since` on and asks for no frame before, since a page that is
   * drawing all the time answers later than one at rest.
   */
  const fromEventToFrame = (from, since, shown) =>
    new Promise((resolve) => {
      const heard = new AbortController()
      const listen = { capture: true, signal: heard.signal }
      let start = null
      const finish = (time) => {
        heard.abort()
        clearTimeout(deadline)
        resolve(time)
      }
      const deadline = setTimeout(() => finish(null), 10_000)
      const look = (now) => {
        if (heard.signal.aborted) return
        if (start !== null && shown()) finish(now - start)
        else afterFrame(look)
      }
      let looking = false
      addEventListener(from, (event) => (start = event.timeStamp), listen)
      addEventListener(
        since,
        () => {
          if (looking) return
          looking = true
          afterFrame(look)
        },
        listen,
      )
    })

  const openBox = () => {
    const box = document.querySelector('[popover]:popover-open')
    return (
      box !== null &&
      box.getBoundingClientRect().height > 0 &&
      getComputedStyle(box).visibility === 'visible'
    )
  }

  /** Largest sum of shifts within one window of five seconds without a pause of one: the field's definition of CLS. */
  const cumulativeShift = () => {
    let worst = 0
    let sum = 0
    let first = 0
    let last = 0
    for (const { time, value } of seen.shifts) {
      if (time - last > 1000 || time - first > 5000) {
        sum = 0
        first = time
      }
      sum += value
      last = time
      worst = Math.max(worst, sum)
    }
    return worst
  }

  const kindOf = (entry) => {
    const path = new URL(entry.name).pathname
    if (entry.entryType === 'navigation') return 'html'
    if (/\.m?js$/.test(path)) return 'script'
    if (path.endsWith('.css')) return 'style'
    if (/\.woff2?$/.test(path)) return 'font'
    return 'other'
  }

  const countNodes = () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL)
    let nodes = 1
    while (walker.nextNode()) nodes += 1
    return nodes
  }

  globalThis.bench = {
    /** Resolves once the page has loaded, is ready (if it ever says so) and has had no long task for a while. */
    quiet: (saysReady, calm) =>
      new Promise((resolve) => {
        const look = () => {
          const now = performance.now()
          const lastTask = seen.tasks.at(-1)?.end ?? 0
          const settled =
            seen.loaded !== null &&
            (!saysReady || seen.ready !== null) &&
            now - Math.max(seen.loaded, seen.ready ?? 0, lastTask) >= calm
          if (settled || now > 45_000) resolve(settled)
          else setTimeout(look, 50)
        }
        look()
      }),
    load: () => {
      // The browser asks for an icon once in its life and not once per page.
      const entries = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ].filter(({ name }) => !/favicon/.test(name))
      const bytes = { html: 0, script: 0, style: 0, font: 0, other: 0, idle: 0 }
      // What is asked for only once the page is ready keeps nobody waiting, and has a row of its own.
      const isLate = ({ startTime }) => seen.ready !== null && startTime > seen.ready
      for (const entry of entries) {
        bytes[isLate(entry) ? 'idle' : kindOf(entry)] += entry.encodedBodySize
      }
      const after = seen.tasks.filter((task) => task.end > seen.fcp)
      return {
        bytes,
        requests: entries.length,
        requestsBeforeText: entries.filter((entry) => entry.startTime < seen.fcp).length,
        fcp: seen.fcp,
        lcp: seen.lcp,
        cls: cumulativeShift(),
        tbt: after.reduce(
          (sum, task) => sum + Math.max(0, task.end - Math.max(task.start, seen.fcp) - 50),
          0,
        ),
        longestTask: Math.max(0, ...after.map((task) => task.end - task.start)),
        ready: Math.max(seen.loaded ?? 0, seen.ready ?? 0),
        nodes: countNodes(),
      }
    },
    toggle: (id) => {
      const passage = document.getElementById(id)
      const before = passage.checkVisibility()
      return fromEventToFrame('click', 'click', () => passage.checkVisibility() !== before)
    },
    noteByClick: () =>
      openBox() ? Promise.resolve(null) : fromEventToFrame('click', 'beforetoggle', openBox),
    noteByRest: () =>
      openBox() ? Promise.resolve(null) : fromEventToFrame('pointermove', 'beforetoggle', openBox),
    noteIsOpen: openBox,
    /**
     * From a letter typed into the search to the frame that shows the last thing that it changes: what the
     * list says changes in steps, so it is over when nothing has changed for a while.
     */
    keystroke: () =>
      new Promise((resolve) => {
        const panel = document.querySelector('.search')
        let start = null
        let shown = null
        let quiet
        const finish = () => {
          changes.disconnect()
          removeEventListener('input', hear, true)
          resolve(start === null || shown === null ? null : shown - start)
        }
        const changes = new MutationObserver(() => {
          if (start === null) return
          afterFrame((now) => {
            shown = now
            clearTimeout(quiet)
            quiet = setTimeout(finish, 400)
          })
        })
        const hear = (event) => {
          start = event.timeStamp
          quiet = setTimeout(finish, 2000)
        }
        addEventListener('input', hear, true)
        changes.observe(panel, { subtree: true, childList: true, characterData: true })
      }),
    /** How long each of so many layouts of the margin takes, as the page itself measures it. */
    margins: async (times) => {
      performance.clearMeasures('margin')
      for (let round = 0; round < times; round += 1) {
        dispatchEvent(new Event('resize'))
        await new Promise((resolve) => afterFrame(resolve))
      }
      return performance.getEntriesByName('margin').map(({ duration }) => duration)
    },
    calm: () =>
      new Promise((resolve) => afterFrame(() => afterFrame(() => setTimeout(resolve, 50)))),
    /** Begins to follow, frame by frame, where the element with this id stands. */
    follow: (id) => {
      const look = (now) => {
        const element = document.getElementById(id)
        const top = element ? element.getBoundingClientRect().top : null
        const last = seen.frames.at(-1)
        if (last && last.top !== null && top !== null && Math.abs(last.top - top) < 0.5)
          last.count += 1
        else seen.frames.push({ time: now, top, count: 1 })
        if (!seen.stopped) afterFrame(look)
      }
      afterFrame(look)
    },
    /** When the followed element came to its final place, and how far off that is from where the page says it should be. */
    arrival: (id) => {
      seen.stopped = true
      const last = seen.frames.at(-1)
      const element = document.getElementById(id)
      if (!element || !last) return { time: null, off: null, moves: [] }
      const rect = element.getBoundingClientRect()
      const pixels = (value) => (value.endsWith('px') ? Number.parseFloat(value) : 0)
      const due =
        pixels(getComputedStyle(document.documentElement).scrollPaddingTop) +
        pixels(getComputedStyle(element).scrollMarginTop)
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
      // A line that begins a fraction of a pixel above the edge is in view.
      const inView = rect.top >= -1 && rect.top < innerHeight
      return {
        time: inView && last.count >= 5 ? last.time : null,
        off: atEnd && rect.top > due ? 0 : Math.abs(rect.top - due),
        // Who reads result.json to see what moved the place late finds when and where to here.
        moves: seen.frames.map(({ time, top, count }) => ({ time, top, frames: count })),
      }
    },
  }
})()
