/* A brief as lines, as an address and as a text for the chat: as ichsite/brief/ writes and reads them. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief
  if (!brief || !brief.refusals) return
  const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const HEADS = ['format', 'craft', 'tier', 'version', 'made', 'window', 'price', 'ticks']
  const TICKS = ['time', 'chance', 'revision', 'returns']
  const LONGEST = 16000

  function cut (text, most) { return Array.from(brief.carried(text)).slice(0, most).join('').trim() }

  function kept (values) { return values.map(one => cut(one, 2000)).filter(Boolean) }

  function escaped (text) { return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/,/g, '\\,') }

  function parted (text) {
    const values = ['']
    const write = char => { values[values.length - 1] += char }
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === '\\' && at + 1 < text.length) {
        at += 1
        write(text[at] === 'n' ? '\n' : text[at])
      } else if (text[at] === ',') values.push('')
      else write(text[at])
    }
    return values
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

  function dayIn (text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
    const date = new Date(text + 'T00:00:00Z')
    return !isNaN(date) && date.toISOString().slice(0, 10) === text
  }

  /* What a payload says, as far as it is readable; `whole` where every line was. */
  function readPayload (payload) {
    const lines = payload.split('\n')
    const head = {}
    HEADS.forEach((name, at) => { head[name] = lines[at] || '' })
    const one = { craft: head.craft, tier: head.tier, version: head.version, made: head.made, window: [], price: [], ticks: [], wish: Object.create(null), alternative: '', note: '' }
    let whole = lines.length >= HEADS.length && head.format === '1'
    function check (good, name) {
      if (!good) { one[name] = ''; whole = false }
    }
    check(/^[^\s/\\?#%,=~]{1,120}$/.test(head.craft), 'craft')
    check(/^[a-z][a-z-]{0,19}$/.test(head.tier), 'tier')
    check(/^[0-9a-f]{10}$/.test(head.version), 'version')
    check(dayIn(head.made), 'made')
    const days = head.window.split('/')
    if (days.length === 2 && days.every(dayIn) && days[0] <= days[1]) one.window = days
    else if (head.window) whole = false
    const price = /^([0-9]{1,15})-([0-9]{1,15})$/.exec(head.price)
    if (price && +price[1] <= +price[2]) one.price = [+price[1], +price[2]]
    else whole = false
    one.ticks = TICKS.filter(tick => head.ticks.split(',').indexOf(tick) >= 0)
    if (one.ticks.join(',') !== head.ticks) whole = false
    lines.slice(HEADS.length, HEADS.length + 202).forEach(line => {
      const at = line.indexOf('=')
      const name = line.slice(0, Math.max(at, 0))
      const values = kept(parted(line.slice(at + 1)))
      const said = name === '~alternative' || name === '~note' ? name.slice(1) : ''
      if (said && values.length === 1 && !one[said]) one[said] = cut(values[0], 300)
      else if (/^[a-z0-9][a-z0-9-]{0,59}(\.[a-z0-9][a-z0-9-]{0,59})?$/.test(name) && values.length && !one.wish[name]) one.wish[name] = values
      else whole = false
    })
    return { brief: one, whole: whole }
  }

  /* Check codes */

  const TABLE = Array.from({ length: 256 }, (_, at) => {
    for (let bit = 0; bit < 8; bit += 1) at = at & 1 ? (at >>> 1) ^ 0xedb88320 : at >>> 1
    return at
  })

  function bytesOf (text) { return new TextEncoder().encode(text) }

  function checkOf (bytes) {
    let sum = -1
    bytes.forEach(byte => { sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 255] })
    const found = (sum ^ -1) >>> 0
    return [30, 25, 20, 15, 10, 5, 0].map(place => DIGITS[place === 30 ? found >>> 30 : (found >>> place) & 31]).join('')
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
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
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
    return { payload: payload, intact: found[3] === checkOf(bytes) && written(bytes) === found[2] && written(bytesOf(payload)) === found[2] }
  }

  /* The text */

  function filled (pattern, parts) { return brief.filled(pattern, parts) }

  function day (text, words) {
    const parts = text.split('-').map(Number)
    return filled(words.day, { year: parts[0], month: words.months[parts[1] - 1], day: parts[2] })
  }

  function days (pair, words) {
    return pair.length ? day(pair[0], words) + (pair[0] === pair[1] ? '' : '\u2013' + day(pair[1], words)) : ''
  }

  function measured (option, value, words) {
    const count = brief.number(value)
    const unit = option.unit === 'piece' && option.measure_word ? option.measure_word : words.units[option.unit]
    return filled(words.quantity, { value: count === null ? value : brief.plain(count), unit: unit })
  }

  function chosenWords (option, wish, words) {
    if (option.measures) {
      return option.measures.map(line => {
        return (wish[option.id + '.' + line.id] || []).map(value => line.label + ' ' + measured(option, value, words))
      }).reduce((all, some) => all.concat(some), []).join(words.comma)
    }
    const values = wish[option.id] || []
    if (option.kind === 'picture') return values.length > 1 ? filled(words.pictures, { count: values.length }) : values.length ? words.picture : ''
    const listed = option.values || option.palette || []
    return values.map(value => {
      if (option.kind === 'number') return measured(option, value, words)
      const known = listed.filter(one => one.id === value)[0]
      return (known ? known.label : value).replace(/\n/g, words.line_end)
    }).join(words.comma)
  }

  /* Label and value of each line after the heading, none that would be empty. `offer` has the terms, and the lines that no
     choice changes; what was understood stands before the last of these. */
  function toldOf (one, offer, words) {
    const told = (offer.terms.options || []).map(option => [option.label, chosenWords(option, one.wish, words)])
    const standing = offer.lines.slice(0, -1)
    return told.concat([
      [words.alternative, one.alternative],
      [words.note, one.note.replace(/\n/g, words.line_end)],
      [words.price, brief.money(one.price, words)],
      [words.window, days(one.window, words)]
    ], standing, [
      [words.understood, one.ticks.map(tick => words.ticks[tick]).join(words.comma)],
      offer.lines[offer.lines.length - 1],
      [words.version, one.version]
    ]).filter(line => line[1])
  }

  function headingOf (terms, words) { return filled(words.heading, { title: terms.title, tier: terms.tier_name }) }

  /* The lines above the address. */
  function linesOf (one, offer, words) {
    return [headingOf(offer.terms, words)].concat(toldOf(one, offer, words).map(line => {
      return filled(words.line, { label: line[0], value: line[1] })
    })).map(line => line.replace(/\n/g, ' ').trim())
  }

  function textOf (one, offer, words, address) {
    const lines = linesOf(one, offer, words).concat(words.link + ' ' + address)
    return lines.concat(words.code + ' ' + codeFor(lines)).join('\n')
  }

  /* What has changed from one set of terms to another, in short. */
  function changes (old, now, words, ui) {
    const found = []
    function bounds (option) {
      if (option.kind === 'number') return measured(option, option.lowest, words) + '\u2013' + measured(option, option.highest, words)
      return option.most_characters ? (option.least_characters || 1) + '\u2013' + option.most_characters : ''
    }
    function note (label, before, after) {
      found.push(label + words.line.replace(/{label}|{value}/g, '') + (before && before !== after ? before + ' \u2192 ' + after : ui.changed))
    }
    function differ (one, other) { return JSON.stringify(one) !== JSON.stringify(other) }
    const price = terms => brief.money([terms.price.lowest, terms.price.highest], words)
    if (differ(old.price, now.price)) note(words.price, price(old), price(now))
    const options = (old.options || []).concat((now.options || []).filter(one => !(old.options || []).some(other => other.id === one.id)))
    options.forEach(one => {
      const before = (old.options || []).filter(other => other.id === one.id)[0]
      const after = (now.options || []).filter(other => other.id === one.id)[0]
      if (!after) note(one.label, ui.there, ui.gone)
      else if (!before) note(one.label, ui.gone, ui.there)
      else if (differ(before, after)) note(one.label, bounds(before), bounds(after))
    })
    const span = days => days ? days.lowest + (days.highest > days.lowest ? '\u2013' + days.highest : '') : '0'
    ;(old.stages || []).forEach(was => (now.stages || []).filter(is => is.name === was.name).forEach(is => {
      if (differ(was.working_days, is.working_days)) note(was.name, span(was.working_days), span(is.working_days))
      if (was.change !== is.change) note(was.name, words.change[was.change], words.change[is.change])
    }))
    const parts = { limits: ui.limits, stages: words.changes, shipping_days: words.window, fixed_features: words.fixed, randomness: words.chance, returns: words.returns, after_sale: ui.care, seller: words.seller }
    Object.keys(parts).forEach(part => { if (differ(old[part], now[part])) note(parts[part]) })
    return found
  }

  /* What was promised then and is promised now, held against each other: asked of the site, told to `then`; nothing where it
     does not answer. */
  function since (promises, version, current, words, ui, then) {
    const terms = one => fetch(promises + one + '/terms.json', { mode: 'same-origin' }).then(answer => answer.ok ? answer.json() : Promise.reject(answer))
    Promise.all([terms(version), terms(current)]).then(both => then(changes(both[0], both[1], words, ui)), () => then(null))
  }

  Object.assign(brief, {
    changes: changes, codeFor: codeFor, day: day, fragmentOf: fragmentOf, headingOf: headingOf, linesOf: linesOf, own: own,
    payloadOf: payloadOf, readFragment: readFragment, readPayload: readPayload, since: since, textOf: textOf, tidy: tidy, toldOf: toldOf
  })
})()
