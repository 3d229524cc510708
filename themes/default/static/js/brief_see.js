/* The preview of a wish. What is not chosen stays as it was drawn. */
(function () {
  'use strict'

  const MM = { mm: 1, cm: 10, m: 1000 }
  const drawn = new WeakMap()

  /* Sets an attribute, for null to what it was; gives that */
  function put(el, name, value) {
    if (!drawn.has(el)) drawn.set(el, {})
    const own = drawn.get(el)
    if (!(name in own)) own[name] = el.getAttribute(name)
    if (value === null) value = own[name]
    if (value === null) el.removeAttribute(name); else el.setAttribute(name, value)
    return own[name] || ''
  }

  function add(parent, name, values) {
    const el = parent.appendChild(document.createElementNS('http://www.w3.org/2000/svg', name))
    Object.keys(values).forEach(key => el.setAttribute(key, values[key]))
    return el
  }

  function among(list, id) {
    return (list || []).find(one => one.id === id) || {}
  }

  function see(root, terms, wish) {
    const options = {}
    const worst = {}
    terms.options.forEach(option => {
      options[option.id] = option
      ;(option.measures || []).forEach(line => { options[`${option.id}.${line.id}`] = { unit: option.unit }; })
    })
    const chosen = name => [].concat(wish[name]).filter(Boolean)
    const empty = !Object.keys(wish).some(name => chosen(name).length)

    /* A number as chosen; lengths in mm */
    function measure(name) {
      const option = options[name] || {}
      const said = chosen(name)[0]
      return parseFloat(option.values ? among(option.values, said).measure : said) * (MM[option.unit] || 1)
    }

    function each(slot, work) {
      root.querySelectorAll(`[data-${slot}]`).forEach(el => {
        const said = key => el.getAttribute('data-' + key) || ''
        const name = said(slot)
        work(el, said, options[name] || {}, chosen(name), el.closest('svg').getAttribute('data-ids') + ':')
      })
    }

    root.querySelectorAll('.see-copy').forEach(el => el.remove())

    each('when', (el, said, option, given) => {
      const is = said('is').split(' ')
      const shown = given.length ? !is[0] || is.some(one => given.indexOf(one) >= 0) : is[0] === '-' && !empty
      put(el, 'display', shown ? 'inline' : given.length ? 'none' : null)
    })

    ;['fill', 'stroke'].forEach(paint => each(paint, (el, said, option, given, ids) => {
      const colour = among(option.palette, given[Math.min(given.length, said('nth') || 1) - 1])
      put(el, paint, colour.to ? `url(#${ids}${option.id}-${colour.id})` : colour.value || null)
      put(el, 'color', colour.value || null)
    }))

    each('motif', (el, said, option, given, ids) => {
      const found = given.map(id => `${ids}m-${among(option.values, id).motif || id}`).find(id => document.getElementById(id))
      put(el, 'href', found ? '#' + found : null)
    })

    each('size', (el, said) => {
      const moved = { dx: 0, dy: 0, s: 1, sx: 1, sy: 1 }
      said('size').split('; ').forEach(part => {
        const [what, name, low, high, from, to] = part.split(' ')
        const value = +from + (measure(name) - low) / (high - low) * (to - from)
        if (!(what in moved)) put(el, what, isNaN(value) ? null : value)
        else if (!isNaN(value)) moved[what] = value
      })
      const [x, y] = (said('origin') || '0 0').split(' ')
      const own = put(el, 'transform', null)
      put(el, 'transform', `${own} translate(${+x + moved.dx} ${+y + moved.dy}) scale(${moved.s * moved.sx} ${
        moved.s * moved.sy}) translate(${-x} ${-y})`)
    })

    each('text', (el, said, option, given) => {
      if (el.closest('[display=none]')) return
      const text = el.nextElementSibling
      const path = el.tagName === 'path'
      const down = said('vertical')
      const value = given[(said('nth') || 1) - 1] || (empty ? said('sample') : '')
      const all = Array.from((among(option.values, value).label || value)).slice(0, 60)
      const half = said('part') ? Math.ceil(all.length / 2) : 60
      const chars = said('part') > 1 ? all.slice(half) : all.slice(0, half)
      const least = +option.character_mm || 0
      const line = said('line') || least / 9
      const row = Math.ceil(chars.length / (+said('rows') || measure(said('rows')) || 1)) || 1
      const lines = []
      for (let at = 0; at < chars.length; at += row) lines.push(chars.slice(at, at + row))
      const longest = Math.max(1, ...lines.map(one =>
        one.reduce((sum, char) => sum + (down || char > '\u2e80' ? 1.12 : 0.62), 0)))
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(key => +el.getAttribute(key))
      const size = Math.min(measure(said('mm')) || said('most') || least,
        (path ? el.getTotalLength() : down ? height : width) / longest,
        path ? 1e4 : (down ? width : height) / lines.length / 1.35)
      put(text, 'font-size', size)
      put(text, 'stroke-width', Math.max(0, line - size * 0.08))
      ;(path ? text.firstChild : text).textContent = path ? chars.join('') : ''
      lines.forEach((one, at) => (path ? [] : down ? one : [one.join('')]).forEach((part, number) => {
        const aside = (at - (lines.length - 1) / 2) * size * 1.35
        add(text, 'tspan', {
          x: x + width / 2 - (down ? aside : 0),
          y: y + height / 2 + size * 0.36 + (down ? (number - (one.length - 1) / 2) * size * 1.12 : aside),
        }).textContent = part
      }))
      if (size > worst[option.id]) return
      worst[option.id] = size
      const small = size < least - 0.001
      root.querySelectorAll(`[data-see-words="${option.id}"]`).forEach(note => {
        note.classList.toggle('too-small', small)
        note.textContent = root.getAttribute(small ? 'data-small' : 'data-fine').replace(/{(\w+)}/g, (all, key) =>
          ({ label: option.label, least, size: size.toFixed(1), line: (+line).toFixed(2) })[key])
      })
    })

    each('say', (el, said, option, given) => {
      const size = option.values ? among(option.values, given[0]).measure : given[0]
      if (size) el.textContent = `${size} ${said('unit')}`
    })

    each('repeat', (el, said) => {
      const often = Math.min(60, measure(said('repeat')))
      const own = put(el, 'transform', null)
      const [x, y] = said('step').split(' ')
      put(el, 'display', often >= 0 ? often < 1 ? 'none' : 'inline' : null)
      for (let at = often - 1; at >= 0; at -= 1) {
        const one = at ? add(el.parentNode, 'g', { class: 'see-copy' }).appendChild(el.cloneNode(true)) : el
        const way = at - (often - 1) / 2
        put(one, 'transform', `translate(${x * way} ${y * way}) ${own}`)
      }
    })
  }

  window.ichsiteBrief = Object.assign(window.ichsiteBrief || {}, { see })
})()
