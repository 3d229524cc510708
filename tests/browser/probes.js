// What a page is asked about itself. Each probe gives a list of complaints, empty where all is well.
// A page without script is asked too, so nothing here waits for a promise or an event.

const named = one => {
  const id = one.id ? '#' + one.id : ''
  const kind = typeof one.className === 'string' && one.className ? '.' + one.className.trim().split(/\s+/).join('.') : ''
  const text = (one.textContent || one.getAttribute('aria-label') || one.value || '').trim().replace(/\s+/g, ' ')
  return one.tagName.toLowerCase() + id + kind + ' “' + text.slice(0, 24) + '”'
}
const styled = one => getComputedStyle(one)
const shown = one => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
  one.getBoundingClientRect().width > 1.5 && one.getBoundingClientRect().height > 1.5
const above = function * (one) { for (let at = one; at && at !== document.documentElement; at = at.parentElement) yield at }
const floats = one => [...above(one)].some(at => ['fixed', 'sticky'].includes(styled(at).position))
const FOCUSABLE = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'
const focusable = () => [...document.querySelectorAll(FOCUSABLE)].filter(one =>
  one.tabIndex >= 0 && !one.disabled && !one.closest('[inert]') && shown(one))

const probes = {
  sideways () {
    const width = document.documentElement.clientWidth
    const found = document.documentElement.scrollWidth > width
      ? ['scrolls to ' + document.documentElement.scrollWidth] : []
    for (const one of document.body.querySelectorAll('*')) {
      const edges = one.getBoundingClientRect()
      if ((edges.right <= width + 1 && edges.left >= -1) || !shown(one)) continue
      const held = [...above(one)].slice(1).some(at => at !== document.body && styled(at).overflowX !== 'visible')
      if (!held) found.push(named(one) + ' reaches from ' + Math.round(edges.left) + ' to ' + Math.round(edges.right))
    }
    return found.slice(0, 4)
  },

  // WCAG 2.5.8: 24 by 24 CSS px, but for a link within a sentence or among words of its line.
  targets () {
    const small = []
    for (const one of focusable()) {
      if (one.id === 'main' || one.matches('[tabindex="0"]:not([role])')) continue
      const box = one.getBoundingClientRect()
      if (box.width >= 23.5 && box.height >= 23.5) continue
      const label = one.labels && one.labels[0] && one.labels[0].getBoundingClientRect()
      if (label && label.width >= 23.5 && label.height >= 23.5) continue
      if (styled(one).position === 'absolute' && box.bottom < 0) continue
      if (styled(one).display.startsWith('inline') && inSentence(one)) continue
      small.push(named(one) + ' is ' + Math.round(box.width) + ' × ' + Math.round(box.height))
    }
    return small.slice(0, 8)
  },

  pictures () {
    return [...document.images].filter(one => !one.complete || !one.naturalWidth)
      .map(one => (one.currentSrc || one.src) + (one.complete ? ' does not decode' : ' does not come'))
  },

  sizes () {
    return [...document.images].filter(one => !one.getAttribute('width') || !one.getAttribute('height'))
      .map(one => (one.currentSrc || one.src) + ' has no width or height')
  },

  frame () {
    const found = []
    if (document.querySelectorAll('h1').length !== 1) found.push('headings of the first rank: ' + document.querySelectorAll('h1').length)
    if (!document.title) found.push('no title')
    if (!document.documentElement.lang) found.push('no language')
    if (!document.querySelector('main')) found.push('no main')
    const ids = [...document.querySelectorAll('[id]')].map(one => one.id)
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) found.push('id twice: ' + id)
    return found
  },

  // Every shift counts, also those that the browser puts down to input: nobody has touched this page, but a viewport
  // that was set a moment ago passes for a touch.
  shifts () {
    const watch = new PerformanceObserver(() => {})
    watch.observe({ type: 'layout-shift', buffered: true })
    const found = watch.takeRecords()
    watch.disconnect()
    return found.map(one => 'shift ' + one.value.toFixed(4) + ' of ' +
      one.sources.map(source => source.node && source.node.nodeType === 1 ? named(source.node) : 'text').join(', '))
  },

  // Words that lie on other words, or that their box does not show whole.
  crowded () {
    const found = []
    const boxes = textBoxes()
    for (let at = 0; at < boxes.length; at++) {
      for (let next = at + 1; next < boxes.length && boxes[next].top < boxes[at].bottom; next++) {
        const wide = Math.min(boxes[at].right, boxes[next].right) - Math.max(boxes[at].left, boxes[next].left)
        const high = Math.min(boxes[at].bottom, boxes[next].bottom) - boxes[next].top
        if (wide > 2 && high > 2) found.push('“' + boxes[at].text + '” lies on “' + boxes[next].text + '”')
      }
    }
    for (const one of document.body.querySelectorAll('*')) {
      const style = styled(one)
      if (!shown(one) || !one.textContent.trim() || one instanceof SVGElement) continue
      const x = ['hidden', 'clip'].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 2
      const y = ['hidden', 'clip'].includes(style.overflowY) && one.scrollHeight > one.clientHeight + 2
      if (x || y) found.push(named(one) + ' is cut off')
    }
    return found.slice(0, 6)
  },

  // What stays on the screen while one scrolls must leave most of it to the page.
  bars () {
    let taken = 0
    for (const one of document.body.querySelectorAll('*')) {
      const style = styled(one)
      const stays = style.position === 'fixed' || (style.position === 'sticky' && [style.top, style.bottom].some(edge => edge !== 'auto'))
      // what rests above the screen's edge takes only what comes below it
      const above = Math.min(0, parseFloat(style.top) || 0)
      if (stays && shown(one) && one.getBoundingClientRect().width > innerWidth / 2) taken += Math.max(0, one.getBoundingClientRect().height + above)
    }
    return taken > innerHeight / 2 ? ['bars take ' + Math.round(taken) + ' of ' + innerHeight + ' px'] : []
  },

  cells () {
    return [...document.querySelectorAll('main td, main th, main dt, main dd, main caption, main summary')]
      .filter(one => one.textContent.trim() && !shown(one) && !one.closest('[hidden], noscript, template, .visually-hidden'))
      .map(named)
  }
}

function inSentence (link) {
  const block = [...above(link)].find(one => !styled(one).display.startsWith('inline'))
  if (!block) return false
  const others = [...block.querySelectorAll('a[href], button')].map(one => one.textContent).join('')
  const words = text => text.replace(/[\s·・|/、，,:：;；()（）—–-]/g, '')
  return words(block.textContent).length > words(others).length
}

function textBoxes () {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const boxes = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.data.trim() || !shown(parent) || floats(parent) || styled(parent).opacity === '0') continue
    if (parent.closest('.visually-hidden, script, style, template, noscript')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const half = parseFloat(styled(parent).fontSize) * 0.4
    for (const box of range.getClientRects()) {
      if (box.width < 2 || hiddenAway(parent, box)) continue
      const middle = (box.top + box.bottom) / 2
      boxes.push({ left: box.left, right: box.right, top: middle - half, bottom: middle + half, text: node.data.trim().slice(0, 16) })
    }
  }
  return boxes.sort((one, other) => one.top - other.top)
}

// What a box that clips or scrolls does not show lies on nothing.
function hiddenAway (from, box) {
  for (const at of above(from)) {
    if (at === document.body || styled(at).overflow === 'visible') continue
    const edges = at.getBoundingClientRect()
    if (box.right <= edges.left || box.left >= edges.right || box.bottom <= edges.top || box.top >= edges.bottom) return true
  }
  return false
}
