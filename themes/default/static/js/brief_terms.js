/* An offer's thresholds, held against a wish: the same sums and words as ichsite/assess/wish.py, limits.py, possible.py and
   priced.py; a test holds them together. Decimals are whole numbers of millionths: nothing is rounded, nothing is run as code. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief = window.ichsiteBrief || {}
  if (!window.BigInt) return
  const ONE = BigInt(1000000)
  const NONE = BigInt(0)
  const STEPS = 400
  const WAYS = 3
  const SCRIPTS = {
    han: '\\u2e80-\\u2fdf\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}',
    latin: 'A-Za-z\\u00c0-\\u024f',
    digits: '0-9',
    punctuation: '\\u3000-\\u3003\\u3008-\\u3011\\u2010-\\u2027\\uff01-\\uff0f\\uff1a-\\uff20!-/:-@\\[-`{-~\\u00b7'
  }
  const SPACES = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
  /* a character that this engine does not know takes room */
  const NO_ROOM = new RegExp('[\\p{Z}\\p{M}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]', 'u')
  const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu
  const read = {}

  /* Numbers and characters */

  function exact (text) {
    if (!read[text]) {
      const parts = /^(-?)(\d+)\.?(\d*)$/.exec(text)
      const whole = BigInt(parts[2] + parts[3].padEnd(6, '0'))
      read[text] = [parts[1] ? -whole : whole]
    }
    return read[text][0]
  }

  function number (text) { return /^-?\d{1,9}(\.\d{1,6})?$/.test(text) ? exact(text) : null }

  function plain (value) {
    const digits = String(value < 0 ? -value : value).padStart(7, '0')
    const rest = digits.slice(-6).replace(/0+$/, '')
    return (value < 0 ? '-' : '') + digits.slice(0, -6) + (rest && '.' + rest)
  }

  function whole (count) { return BigInt(count) * ONE }

  function characters (text) {
    return Array.from(text.normalize('NFC')).filter(char => !NO_ROOM.test(char)).length
  }

  function shown (text, most) {
    const chars = Array.from(text.normalize('NFC'))
    return chars.slice(0, most).map(char => {
      return char === ' ' || !NO_ROOM.test(char) ? char : 'U+' + char.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')
    }).join('') + (chars.length > most ? '\u2026' : '')
  }

  /* A text as a brief carries it. */
  function carried (text) {
    return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ').replace(UNSEEN, '').normalize('NFC').trim()
  }

  function filled (pattern, parts) {
    return pattern.replace(/{([a-z]+)}/g, (_, name) => parts[name])
  }

  function say (name, parts) { return filled(brief.words.said[name], parts) }

  function unit (option) {
    if (!option || !option.unit) return ''
    return option.unit === 'piece' && option.measure_word ? ' ' + option.measure_word : brief.words.unit[option.unit]
  }

  /* Options */

  function has (list, one) { return list.indexOf(one) >= 0 }

  function unique (list) { return list.filter((one, at) => list.indexOf(one) === at) }

  function ids (list) { return list.map(one => one.id) }

  function listed (option) { return option.kind === 'choice' ? option.values || [] : option.palette || [] }

  function lines (option) {
    return option.measures.map(line => {
      return { name: option.id + '.' + line.id, label: option.label + '\u00b7' + line.label, lowest: line.lowest, highest: line.highest }
    })
  }

  function names (offer) {
    return [].concat.apply([], (offer.options || []).map(option => {
      return option.measures ? lines(option).map(line => line.name) : [option.id]
    }))
  }

  function chosen (wish, name) { return wish[name] || [] }

  function optionRefusals (option, wish) {
    const found = []
    function refuse (pattern, parts, name) {
      const missing = pattern === 'required' || pattern === 'must-give'
      found.push({ option: name || option.id, what: say(pattern, Object.assign({ label: option.label }, parts)), reason: option.reason.words, missing: missing })
    }
    function ofNumber (line, text) {
      const value = number(text)
      const lowest = exact(line.lowest)
      if (value === null) {
        refuse('no-number', { label: line.label, value: shown(text, 20) }, line.name)
      } else if (value < lowest || value > exact(line.highest)) {
        refuse('range', { label: line.label, value: plain(value), unit: unit(option), lowest: plain(lowest), highest: plain(exact(line.highest)) }, line.name)
      } else if ((value - lowest) % exact(option.step)) {
        refuse('step', { label: line.label, value: plain(value), unit: unit(option), step: plain(exact(option.step)) }, line.name)
      }
    }
    if (option.measures) {
      lines(option).forEach(line => {
        const values = chosen(wish, line.name)
        if (!values.length && option.required) refuse('must-give', { label: line.label }, line.name)
        if (values.length > 1) refuse('one', { label: line.label }, line.name)
        else if (values.length) ofNumber(line, values[0])
      })
      return found
    }
    const values = chosen(wish, option.id)
    if (!values.length) {
      if (option.required) refuse('required')
    } else if (has(['choice', 'colour', 'picture'], option.kind)) {
      const known = option.kind === 'picture' ? null : ids(listed(option))
      const most = (option.kind === 'picture' ? option.most_files : option.at_most) || 1
      values.forEach(value => { if (known && !has(known, value)) refuse('no-value', { value: shown(value, 20) }) })
      if (values.length > most || unique(values).length < values.length) refuse('at-most', { most: most })
    } else if (values.length > 1) {
      refuse('one')
    } else if (option.kind === 'number') {
      ofNumber({ name: option.id, label: option.label, lowest: option.lowest, highest: option.highest }, values[0])
    } else {
      const text = values[0].normalize('NFC')
      const count = characters(text)
      const least = option.least_characters || 1
      if (count < least || count > option.most_characters) refuse('count', { count: count, least: least, most: option.most_characters })
      const allowed = (option.scripts || []).map(script => SCRIPTS[script]).join('')
      const others = text.replace(new RegExp('[' + allowed + SPACES + ']', 'gu'), '')
      if (others) refuse('script', { others: shown(others, 10) })
    }
    return found
  }

  /* Limits */

  function countsOf (offer, wish) {
    const sizes = Object.create(null)
    ;(offer.options || []).forEach(option => {
      if (option.measures) {
        lines(option).forEach(line => {
          chosen(wish, line.name).forEach(value => { sizes[line.name] = number(value) || NONE })
        })
        return
      }
      const values = chosen(wish, option.id)
      if (!values.length) return
      if (option.kind === 'number') sizes[option.id] = number(values[0]) || NONE
      else if (option.kind === 'text') sizes[option.id] = whole(characters(values[0]))
      else if (option.kind === 'choice' && (option.at_most || 1) === 1) sizes[option.id] = measured(listed(option).filter(one => one.id === values[0])[0])
      else sizes[option.id] = whole(values.length)
    })
    return { sizes: sizes, chosen: wish }
  }

  function measured (value) { return value && value.measure !== undefined ? exact(value.measure) : ONE }

  function size (counts, name) { return counts.sizes[name] || NONE }

  function given (counts, name) { return chosen(counts.chosen, name).length > 0 && counts.sizes[name] !== NONE }

  function labelsOf (offer) {
    const labels = Object.create(null)
    ;(offer.options || []).forEach(option => {
      labels[option.id] = option.label
      if (option.measures) lines(option).forEach(line => { labels[line.name] = line.label })
    })
    return labels
  }

  function some (among, values) { return values.some(one => has(among, one)) }

  function holds (one, counts) {
    const is = given(counts, one.option)
    const least = one.at_least
    const most = one.at_most
    return (one.given === undefined || one.given === is) &&
      (!(one.among || []).length || some(one.among, chosen(counts.chosen, one.option))) &&
      ((least === undefined && most === undefined) || is) &&
      (least === undefined || size(counts, one.option) >= exact(least)) &&
      (most === undefined || size(counts, one.option) <= exact(most))
  }

  function applies (limit, counts) { return (limit.when || []).every(one => holds(one, counts)) }

  /* What is broken: [option, words]; the words are made only where they are asked for. */
  function breaks (limit, counts, labels) {
    function told (option, pattern, parts) { return [option, labels && say(pattern, parts())] }
    function outside (least, most) {
      const found = size(counts, limit.option)
      if (least !== null && found < least) return told(limit.option, 'under', () => ({ label: labels[limit.option], size: plain(found), least: plain(least) }))
      if (most !== null && found > most) return told(limit.option, 'over', () => ({ label: labels[limit.option], size: plain(found), most: plain(most) }))
      return null
    }
    function times (factor, base) { return factor === undefined ? null : exact(factor) * base / ONE }
    if (limit.kind === 'room') {
      const count = size(counts, limit.count)
      const rows = BigInt(limit.rows || 1)
      const each = (count + rows * ONE - BigInt(1)) / (rows * ONE)
      const needed = each * exact(limit.each) + exact(limit.margin || '0')
      const space = size(counts, limit.space)
      if (!count || needed <= space) return null
      return told(limit.count, 'room', () => {
        const row = { count: plain(count), rows: String(rows), each: String(each) }
        return { label: labels[limit.count], space: labels[limit.space], rows: say(limit.rows > 1 ? 'rows' : 'row', row), each: plain(exact(limit.each)), needed: plain(needed), size: plain(space) }
      })
    }
    if (limit.kind === 'bound') return given(counts, limit.option) ? outside(times(limit.at_least, ONE), times(limit.at_most, ONE)) : null
    if (limit.kind === 'ratio') {
      const base = size(counts, limit.to)
      return given(counts, limit.option) && given(counts, limit.to) ? outside(times(limit.at_least, base), times(limit.at_most, base)) : null
    }
    if (limit.kind === 'total') {
      const total = limit.options.reduce((sum, name) => sum + size(counts, name), NONE)
      return total <= exact(limit.at_most) ? null : told(limit.options[limit.options.length - 1], 'total', () => {
        return { names: limit.options.map(name => '\u201c' + labels[name] + '\u201d').join('\u3001'), size: plain(total), most: plain(exact(limit.at_most)) }
      })
    }
    const met = (limit.among || []).length ? some(limit.among, chosen(counts.chosen, limit.option)) : given(counts, limit.option)
    if (met !== (limit.kind === 'exclude')) return null
    return told(limit.option, limit.kind === 'exclude' ? 'excluded' : 'needed', () => ({ label: labels[limit.option] }))
  }

  function brokenBy (offer, counts) {
    return (offer.limits || []).filter(limit => applies(limit, counts) && breaks(limit, counts))
  }

  /* Everything in a wish that cannot be; none where it can be made. */
  function refusals (offer, wish) {
    const known = names(offer)
    let found = Object.keys(wish).filter(name => !has(known, name)).map(name => {
      return { option: name, what: say('unknown', { name: shown(name, 20) }), reason: '' }
    })
    ;(offer.options || []).forEach(option => { found = found.concat(optionRefusals(option, wish)) })
    return found.length ? found : brokenLimits(offer, wish)
  }

  function brokenLimits (offer, wish) {
    const counts = countsOf(offer, wish)
    const labels = labelsOf(offer)
    return brokenBy(offer, counts).map(limit => {
      const broken = breaks(limit, counts, labels)
      return { option: broken[0], what: broken[1], reason: limit.reason.words, instead: limit.instead, limit: offer.limits.indexOf(limit) }
    })
  }

  /* What would be possible */

  function named (limit) { return limit.options || (limit.kind === 'room' ? [limit.space, limit.count] : limit.to ? [limit.option, limit.to] : [limit.option]) }

  function concerned (limit) { return named(limit).concat((limit.when || []).map(one => one.option)) }

  function optionOf (offer, name) { return (offer.options || []).filter(one => one.id === name.split('.')[0])[0] }

  function numbers (option, line, values) {
    const lowest = exact(line.lowest)
    const step = exact(option.step)
    const span = exact(line.highest) - lowest
    const current = values.length ? number(values[0]) : null
    const at = current === null ? -step : current - lowest
    /* BigInt cuts towards nothing: floor and ceiling by hand */
    const floor = Number(at / step) - (at % step < 0 ? 1 : 0)
    const ceiling = floor + (at % step ? 1 : 0)
    const last = span < 0 ? -1 : Number(span / step)
    function one (steps, pattern) {
      const value = lowest + step * BigInt(steps)
      return { name: line.name, values: [plain(value)], size: value, words: exactly => say(exactly ? 'exactly' : pattern, { label: line.label, value: plain(value), unit: unit(option) }) }
    }
    const up = []
    const down = []
    const first = Math.max(floor + 1, 0)
    const end = Math.min(ceiling - 1, last)
    for (let steps = first; steps <= Math.min(last, first + STEPS); steps += 1) up.push(one(steps, 'least'))
    for (let steps = end; steps >= Math.max(0, end - STEPS); steps -= 1) down.push(one(steps, 'most'))
    return [up, down]
  }

  function groups (offer, wish, name, counts) {
    const option = optionOf(offer, name)
    const values = chosen(wish, name)
    let found = []
    function one (kept, counted, pattern, parts, free) {
      return { name: name, values: kept, size: counted, free: free, words: () => say(pattern, Object.assign({ label: option.label }, parts)) }
    }
    if (!option) return found
    if (option.kind === 'number') {
      found = numbers(option, { name: name, label: option.label, lowest: option.lowest, highest: option.highest }, values)
    } else if (option.measures) {
      found = [].concat.apply([], lines(option).filter(line => line.name === name).map(line => numbers(option, line, values)))
    } else if (option.kind === 'text' && values.length) {
      const shorter = []
      const most = Math.min(Number(size(counts, name) / ONE) - 1, option.most_characters)
      for (let length = most; length >= Math.max(option.least_characters || 1, most - STEPS); length -= 1) {
        shorter.push(one(values, whole(length), 'fewer', { count: length }, true))
      }
      found = [shorter]
    } else if (option.kind === 'choice' && (option.at_most || 1) === 1) {
      found = listed(option).filter(value => values.length !== 1 || values[0] !== value.id).map(value => {
        return [one([value.id], measured(value), 'choose', { value: value.label })]
      })
    } else if (option.kind === 'choice' || option.kind === 'colour') {
      const known = ids(listed(option))
      const own = unique(values).filter(value => has(known, value))
      const most = option.at_most || 1
      listed(option).forEach(value => {
        if (!has(own, value.id)) {
          const more = own.length < most ? own.concat(value.id) : [value.id]
          found.push([one(more, whole(more.length), 'choose', { value: value.label })])
        } else if (own.length > 1 && own.length - 1 <= most) {
          const kept = own.filter(other => other !== value.id)
          found.push([one(kept, whole(kept.length), 'drop', { value: value.label })])
        }
      })
    } else if (option.kind === 'picture') {
      const fewer = []
      const more = []
      const most = option.most_files || 1
      for (let count = 1; count <= most; count += 1) {
        const sent = one(Array.from({ length: count }, (_, at) => String(at + 1)), whole(count), 'pictures', { count: count })
        if (count < values.length) fewer.unshift(sent)
        else if (count > values.length) more.push(sent)
      }
      found = [fewer, more]
    }
    if (values.length && !option.required) found.push([{ name: name, values: [], size: NONE }])
    return found
  }

  function absent (one) { return !one.values.length || !one.size }

  function within (offer, wish, refusal) {
    const limit = refusal.limit === undefined ? null : offer.limits[refusal.limit]
    const counts = countsOf(offer, wish)
    const labels = labelsOf(offer)
    function counted (changed) {
      const sizes = Object.assign(Object.create(null), counts.sizes)
      const all = Object.assign(Object.create(null), wish)
      changed.forEach(one => {
        delete sizes[one.name]
        if (one.values.length) sizes[one.name] = one.size
        all[one.name] = one.values
      })
      return { sizes: sizes, chosen: all }
    }
    function possible (changed) {
      const now = counted(changed)
      return !(offer.limits || []).some(each => applies(each, now) && breaks(each, now))
    }
    function still (one) {
      const now = counted([one])
      return limit && applies(limit, now) && breaks(limit, now)
    }
    function first (group, test) { return group.filter(test)[0] }
    function companion (one) {
      const broken = brokenBy(offer, counted([one]))[0]
      const others = broken ? named(broken).filter(name => name !== one.name) : []
      for (const name of others) {
        for (const group of groups(offer, wish, name, counts)) {
          for (const other of group) if (!absent(other) && possible([one, other])) return other
        }
      }
      return null
    }
    function told (one) {
      if (absent(one)) return say('without', { label: labels[one.name] })
      if (!limit || limit.kind !== 'room' || one.name !== limit.space) return one.words(!limit)
      const option = optionOf(offer, limit.count)
      return one.words() + say(option.kind === 'text' ? 'holds-text' : 'holds', { count: plain(size(counts, limit.count)), unit: unit(option) })
    }
    function way (changed) {
      const free = changed.some(one => one.free)
      return { words: changed.map(told).join(say('together')), changes: free ? [] : changed.map(one => [one.name, one.values]), absent: changed.length === 1 && absent(changed[0]) }
    }
    function ofName (name) {
      const found = []
      groups(offer, wish, name, counts).forEach(group => {
        const willDo = group.find(one => possible([one]))
        if (willDo) return found.push(way([willDo]))
        const near = group.find(one => !still(one))
        if (!near || absent(near)) return
        const other = companion(near)
        if (other) found.push(way([near, other]))
        else if (!limit) found.push(way([near]))
      })
      const kept = found.filter(one => !one.absent).slice(0, WAYS)
      return kept.length ? kept : found.slice(0, 1)
    }
    if (!limit) {
      const option = optionOf(offer, refusal.option)
      const short = option && option.kind === 'text' && size(counts, refusal.option) <= whole(option.most_characters)
      if (!chosen(wish, refusal.option).length || short) return []
    }
    const about = limit ? unique(concerned(limit)) : [refusal.option]
    const all = [].concat.apply([], about.map(ofName))
    return all.filter(one => !one.absent).concat(all.filter(one => one.absent))
      .filter((one, at, list) => list.findIndex(other => other.words === one.words && String(other.changes) === String(one.changes)) === at)
  }

  function takes (other, wish, about) {
    const known = names(other)
    const common = Object.create(null)
    known.forEach(name => { if (wish[name]) common[name] = wish[name] })
    const refused = other.options.some(option => {
      return optionRefusals(option, common).some(one => has(about, one.option))
    })
    return !refused && !brokenBy(other, countsOf(other, common)).some(limit => some(about, named(limit)))
  }

  /* The nearest values that would do instead of what is refused, and the other tiers that can. */
  function waysOut (offer, wish, refusal, others) {
    const ways = within(offer, wish, refusal).slice(0, WAYS)
    const limit = refusal.limit === undefined ? null : offer.limits[refusal.limit]
    if (!limit && !chosen(wish, refusal.option).length) return ways
    const about = limit ? named(limit) : [refusal.option]
    const asked = limit ? concerned(limit) : about
    const able = other => other.tier !== offer.tier && asked.every(name => has(names(other), name)) && takes(other, wish, about)
    return ways.concat((others || []).filter(able).map(other => {
      return { words: say('tier', { tier: brief.words.tiers[other.tier] }), changes: [], tier: other.tier }
    }))
  }

  /* Price, in minor units: the lowest and the highest. */

  function added (option, wish) {
    const values = option.measures ? [].concat.apply([], lines(option).map(line => chosen(wish, line.name))) : chosen(wish, option.id)
    if (!values.length) return null
    if (option.kind === 'choice' || option.kind === 'colour') {
      return listed(option).reduce((sum, one) => sum + (has(values, one.id) ? one.adds || 0 : 0), 0)
    }
    if (option.kind === 'number') {
      const value = number(values[0])
      const steps = value === null || value < exact(option.lowest) || value > exact(option.highest) ? NONE : (value - exact(option.lowest)) / exact(option.step)
      return Number(steps) * (option.adds_per_step || 0)
    }
    return (option.adds || 0) + (option.kind === 'text' ? characters(values[0]) * (option.adds_per_character || 0) : 0)
  }

  function mostAdded (option) {
    if (option.kind === 'number') return Number((exact(option.highest) - exact(option.lowest)) / exact(option.step)) * (option.adds_per_step || 0)
    if (option.kind !== 'choice' && option.kind !== 'colour') return (option.adds || 0) + (option.most_characters || 0) * (option.adds_per_character || 0)
    return listed(option).map(one => one.adds || 0).sort((one, other) => other - one)
      .slice(0, option.at_most || 1).reduce((sum, one) => sum + one, 0)
  }

  function priceOf (offer, wish) {
    let lowest = offer.price.lowest
    let open = 0
    let ask = false
    ;(offer.options || []).forEach(option => {
      const adds = added(option, wish)
      if (adds !== null) lowest += adds
      else if (option.required) open += mostAdded(option)
      if (option.kind === 'choice') ask = ask || listed(option).some(one => one.ask && has(chosen(wish, option.id), one.id))
    })
    return [lowest, ask ? Math.max(lowest + open, offer.price.highest) : lowest + open]
  }

  function amount (minor) {
    const rest = minor % 100
    return String((minor - rest) / 100).replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? '.' + String(rest).padStart(2, '0') : '')
  }

  function money (price, words) {
    if (!price.length) return ''
    return words.money + amount(price[0]) + (price[0] === price[1] ? '' : '\u2013' + amount(price[1]))
  }

  Object.assign(brief, { brokenLimits: brokenLimits, carried: carried, characters: characters, filled: filled, money: money, names: names, number: number, plain: plain, priceOf: priceOf, refusals: refusals, say: say, shown: shown, waysOut: waysOut })
})()
