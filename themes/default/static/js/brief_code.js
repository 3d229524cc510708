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

  function perCent (count, pieces) {
    const mille = Math.floor((2000 * count + pieces) / (2 * pieces))
    return mille > 0 && mille < 5 ? '<1%' : mille >= 995 && mille < 1000 ? '>99%' : Math.floor((mille + 5) / 10) + '%'
  }

  function outcomes (randomness, words) {
    if (randomness.controllability === 'high') return []
    const listed = randomness.outcomes || []
    const pieces = (randomness.sample || {}).pieces
    const adds = pieces === listed.reduce((sum, one) => sum + (one.count || 0), 0)
    return listed.map(one => {
      const count = one.count || 0
      return adds ? filled(words.outcome, { name: one.name, share: perCent(count, pieces), count: count, pieces: pieces }) : one.name
    })
  }

  function stages (all, words) {
    const told = []
    all.forEach(stage => {
      let change = words.change[stage.change]
      if (stage.change_cost !== undefined) change = filled(words.change_cost, { change: change, cost: brief.money([stage.change_cost, stage.change_cost], words) })
      else if (stage.change_percent !== undefined) change = filled(words.change_percent, { change: change, percent: stage.change_percent })
      if (stage.revisions) change = filled(words.change_times, { change: change, times: stage.revisions })
      const last = told[told.length - 1]
      if (last && last.change === change) last.names.push(stage.name)
      else told.push({ change: change, names: [stage.name] })
    })
    return told.map(one => filled(words.stages, { stages: one.names.join(words.comma), change: one.change }))
  }

  /* Label and value of each line after the heading; none that would be empty. */
  function toldOf (one, terms, words) {
    const features = (terms.fixed_features || []).map(each => each.feature)
    const told = (terms.options || []).map(option => [option.label, chosenWords(option, one.wish, words)])
    return told.concat([
      [words.alternative, one.alternative],
      [words.note, one.note.replace(/\n/g, words.line_end)],
      [words.price, brief.money(one.price, words)],
      [words.window, days(one.window, words)],
      [words.fixed, features.join(words.semicolon)],
      [words.chance, outcomes(terms.randomness, words).join(words.semicolon)],
      [words.changes, stages(terms.stages || [], words).join(words.semicolon)],
      [words.returns, filled(words.return_words[terms.returns.basis], { days: terms.returns.days || 0 })],
      [words.understood, one.ticks.map(tick => words.ticks[tick]).join(words.comma)],
      [words.seller, terms.seller || ''],
      [words.version, one.version]
    ]).filter(line => line[1])
  }

  function headingOf (terms, words) { return filled(words.heading, { title: terms.title, tier: terms.tier_name }) }

  function textOf (one, terms, words, address) {
    const lines = [headingOf(terms, words)].concat(toldOf(one, terms, words).map(line => {
      return filled(words.line, { label: line[0], value: line[1] })
    })).map(line => line.replace(/\n/g, ' ').trim())
    lines.push(words.link + ' ' + address)
    return lines.concat(words.code + ' ' + codeFor(lines)).join('\n')
  }

  Object.assign(brief, {
    chosenWords: chosenWords, codeFor: codeFor, day: day, days: days, fragmentOf: fragmentOf, headingOf: headingOf,
    own: own, payloadOf: payloadOf, readFragment: readFragment, readPayload: readPayload, textOf: textOf, tidy: tidy, toldOf: toldOf
  })
})()
