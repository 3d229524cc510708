/* A brief as lines, as an address and as a text for the chat: as ichsite/brief/ writes and reads them. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief
  if (!brief.refusals) return
  const data = brief.data = JSON.parse(document.getElementById('brief-terms').textContent)
  const ui = brief.ui = document.getElementById('brief-words').dataset
  const words = data.words.brief
  const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const TICKS = ['time', 'chance', 'revision', 'returns']
  const LONGEST = 16000
  brief.words = data.words

  function add (parent, name, text, kind) {
    const made = document.createElement(name)
    made.textContent = text
    if (kind) made.className = kind
    parent.appendChild(made)
    return made
  }

  function cut (text, most) { return Array.from(brief.carried(text)).slice(0, most).join('').trim() }

  function kept (values) { return values.map(one => cut(one, 2000)).filter(Boolean) }

  function escaped (text) { return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/,/g, '\\,') }

  function parted (text) {
    return (text.match(/(\\[\s\S]|[^,])+/g) || []).map(one => one.replace(/\\([\s\S])/g, (_, char) => char === 'n' ? '\n' : char))
  }

  /* `order` are the names of the offer's options. */
  function payloadOf (one, order) {
    const known = order.concat(Object.keys(one.wish).filter(name => order.indexOf(name) < 0))
    const lines = ['1', one.craft, one.tier, one.version, one.made, one.window.join('/'), one.price.join('-'),
      TICKS.filter(tick => one.ticks.indexOf(tick) >= 0).join(',')]
    known.forEach(name => {
      const values = kept(one.wish[name] || [])
      if (values.length) lines.push(name + '=' + values.map(escaped).join(','))
    })
    ;['alternative', 'note'].forEach(name => {
      const text = cut(one[name] || '', 300)
      if (text) lines.push('~' + name + '=' + escaped(text))
    })
    return lines.join('\n')
  }

  function dayIn (text) { return new Date(Date.parse(text) || 0).toISOString().slice(0, 10) === text }

  /* What a payload says, as far as it is readable; `whole` where every line was. */
  function readPayload (payload) {
    const lines = payload.split('\n')
    let whole = lines.length > 7 && lines[0] === '1'
    const head = Array.from({ length: 8 }, (_, at) => lines[at] || '')
    function read (good, value, none) {
      whole = whole && good
      return good ? value : none
    }
    function matched (at, pattern) { return read(pattern.test(head[at]), head[at], '') }
    const days = head[5] ? head[5].split('/') : []
    const price = head[6].split('-').map(Number)
    const one = {
      craft: matched(1, /^[^\s/\\?#%,=~]{1,120}$/),
      tier: matched(2, /^[a-z][a-z-]{0,19}$/),
      version: matched(3, /^[0-9a-f]{10}$/),
      made: read(dayIn(head[4]), head[4], ''),
      window: read(!days.length || (days.length === 2 && days.every(dayIn) && days[0] <= days[1]), days, []),
      price: read(/^\d{1,15}-\d{1,15}$/.test(head[6]) && price[0] <= price[1], price, []),
      ticks: TICKS.filter(tick => head[7].split(',').indexOf(tick) >= 0),
      wish: Object.create(null),
      alternative: '',
      note: ''
    }
    whole = whole && one.ticks.join(',') === head[7]
    lines.slice(8, 210).forEach(line => {
      const at = line.indexOf('=')
      const name = line.slice(0, Math.max(at, 0))
      const values = kept(parted(line.slice(at + 1)))
      const said = /^~(alternative|note)$/.test(name) && name.slice(1)
      if (said && values.length === 1 && !one[said]) one[said] = cut(values[0], 300)
      else if (/^[a-z0-9][a-z0-9-]{0,59}(\.[a-z0-9][a-z0-9-]{0,59})?$/.test(name) && values.length && !one.wish[name]) one.wish[name] = values
      else whole = false
    })
    return { brief: one, whole }
  }

  /* Check codes */

  function bytesOf (text) { return new TextEncoder().encode(text) }

  function checkOf (bytes) {
    let sum = -1
    let code = ''
    bytes.forEach(byte => {
      sum ^= byte
      for (let bit = 0; bit < 8; bit += 1) sum = sum >>> 1 ^ (sum & 1 && 0xedb88320)
    })
    for (let place = 30; place >= 0; place -= 5) code += DIGITS[~sum >>> place & 31]
    return code
  }

  function own (seven) {
    return DIGITS[Array.from(seven).reduce((sum, one, at) => sum + DIGITS.indexOf(one) * (at + 1), 0) % 32]
  }

  function tidy (text) {
    return text.replace(/\r\n?/g, '\n').normalize('NFC').split('\n').map(line => line.trim()).filter(Boolean)
  }

  function codeFor (lines) {
    const seven = checkOf(bytesOf(tidy(lines.join('\n')).join('\n')))
    return seven.slice(0, 4) + '-' + seven.slice(4) + own(seven)
  }

  /* Addresses */

  function written (bytes) {
    return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
  }

  function fragmentOf (payload) {
    const bytes = bytesOf(payload)
    return 'b1.' + written(bytes) + '.' + checkOf(bytes)
  }

  /* The first fragment in any text; null where there is none, `payload` empty where it is none that can be read. */
  function readFragment (text) {
    const found = /(?:#|%23|^)b([0-9]{1,4})\.([A-Za-z0-9_-]*)(?:\.([0-9A-Za-z]*))?/.exec(text.trim())
    if (!found) return null
    if (found[1] !== '1' || found[2].length > LONGEST) return { payload: '', intact: false }
    const plain = found[2].length % 4 === 1 ? found[2].slice(0, -1) : found[2]
    const bytes = Uint8Array.from(atob(plain.replace(/-/g, '+').replace(/_/g, '/')), char => char.charCodeAt(0))
    const payload = new TextDecoder().decode(bytes)
    return { payload, intact: 'b1.' + found[2] + '.' + found[3] === fragmentOf(payload) }
  }

  /* The text */

  const filled = brief.filled

  function day (text) {
    const parts = text.split('-').map(Number)
    return text && filled(words.day, { year: parts[0], month: words.months[parts[1] - 1], day: parts[2] })
  }

  function joined (values) { return values.filter((one, at) => one !== values[at - 1]).join('\u2013') }

  function oneLine (text) { return text.replace(/\n/g, words.line_end) }

  function chosenWords (option, wish) {
    function measured (value) {
      const count = brief.number(value)
      const unit = option.unit === 'piece' && option.measure_word ? option.measure_word : words.units[option.unit]
      return filled(words.quantity, { value: count === null ? value : brief.plain(count), unit })
    }
    const values = wish[option.id] || []
    let told = values.map(value => option.kind === 'number' ? measured(value) : oneLine(brief.labelOf(option, value)))
    if (option.measures) told = option.measures.map(line => (wish[option.id + '.' + line.id] || []).map(value => line.label + ' ' + measured(value))).flat()
    if (option.kind === 'picture' && values.length) told = [filled(values.length > 1 ? words.pictures : words.picture, { count: values.length })]
    return told.join(words.comma)
  }

  /* Label and value of each line after the heading, none that would be empty. `offer` has the terms, and the lines that no
     choice changes; what was understood stands before the last of these. */
  function toldOf (one, offer) {
    const told = (offer.terms.options || []).map(option => [option.label, chosenWords(option, one.wish)])
    return told.concat([
      [words.alternative, one.alternative],
      [words.note, oneLine(one.note)],
      [words.price, brief.money(one.price)],
      [words.window, joined(one.window.map(day))]
    ], offer.lines.slice(0, -1), [
      [words.understood, one.ticks.map(tick => words.ticks[tick]).join(words.comma)]
    ], offer.lines.slice(-1), [
      [words.version, one.version + ' \u00b7 ' + day(one.made)]
    ]).filter(line => line[1])
  }

  function headingOf (terms) { return filled(words.heading, { title: terms.title, tier: terms.tier_name }) }

  /* The lines above the address. */
  function linesOf (one, offer) {
    return [headingOf(offer.terms)].concat(toldOf(one, offer).map(line => {
      return filled(words.line, { label: line[0], value: line[1] })
    })).map(line => line.replace(/\n/g, ' ').trim())
  }

  function textOf (one, offer, address) {
    const lines = linesOf(one, offer).concat(words.link + ' ' + address)
    return lines.concat(words.code + ' ' + codeFor(lines)).join('\n')
  }

  /* The confirmation as it is looked at: its heading, then label and value. */
  function sheet (place, heading, told) {
    add(place, 'h3', heading)
    const list = add(place, 'dl', '')
    told.forEach(line => {
      add(list, 'dt', line[0])
      add(list, 'dd', line[1])
    })
  }

  /* A brief of an older promise: which one, and what changed since, as the pages of promises tell it one after another. */
  function since (one, offer, promises, place, still) {
    const link = add(add(place, 'p', ''), 'a', filled(ui.then, one))
    link.href = promises + one.version + '/'
    function follow (version, left) {
      if (version === offer.version || !left) return
      fetch(promises + version + '/', { mode: 'same-origin' }).then(answer => answer.text()).then(text => {
        const later = new DOMParser().parseFromString(text, 'text/html').getElementById('later')
        if (!later || !still()) return
        const next = later.querySelector('.meta code').textContent
        Array.from(later.children).forEach(part => {
          part.removeAttribute('id')
          place.appendChild(part)
        })
        follow(next, left - 1)
      }).catch(() => {}) /* offline: the link stands above */
    }
    follow(one.version, 20)
  }

  Object.assign(brief, { add, codeFor, day, fragmentOf, headingOf, linesOf, own, payloadOf, readFragment, readPayload, sheet, since, textOf, tidy, toldOf })
})()
