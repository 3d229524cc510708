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
  /* a character that this engine does not know takes room */
  const NO_ROOM = new RegExp('[\\p{Z}\\p{M}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]', 'u')
  const read = {}

  /* Numbers and characters */

  function exact (text) {
    const parts = text.split('.')
    return read[text] = read[text] || BigInt(parts[0] + (parts[1] || '').padEnd(6, '0'))
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
    return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ').replace(new RegExp('[' + brief.words.unseen + ']', 'gu'), '').normalize('NFC').trim()
  }

  /* Sizes among the parts are written plainly. */
  function filled (pattern, parts) {
    return pattern.replace(/{([a-z]+)}/g, (_, name) => typeof parts[name] === 'bigint' ? plain(parts[name]) : parts[name])
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

  function atMost (option) { return (option.kind === 'picture' ? option.most_files : option.at_most) || 1 }

  function listed (option) { return option.kind === 'choice' ? option.values || [] : option.palette || [] }

  function labelOf (option, id) { return (listed(option).find(one => one.id === id) || { label: id }).label }

  /* What has a value of its own: the option, or each line of a size table. */
  function lines (option) {
    if (!option.measures) return [{ name: option.id, label: option.label, lowest: option.lowest, highest: option.highest }]
    return option.measures.map(line => {
      return { name: option.id + '.' + line.id, label: option.label + '\u00b7' + line.label, lowest: line.lowest, highest: line.highest }
    })
  }

  function options (offer) { return offer.options || [] }

  function limits (offer) { return offer.limits || [] }

  function allLines (offer) { return options(offer).map(lines).flat() }

  function names (offer) { return allLines(offer).map(line => line.name) }

  function chosen (wish, name) { return wish[name] || [] }

  function optionRefusals (option, wish) {
    const found = []
    function refuse (pattern, parts, line = option) {
      const missing = /required|must-give/.test(pattern)
      const what = say(pattern, { label: line.label, unit: unit(option), ...parts })
      found.push({ option: line.name || option.id, what, reason: option.reason.words, missing })
    }
    if (option.measures || option.kind === 'number') {
      lines(option).forEach(line => {
        const values = chosen(wish, line.name)
        if (values.length !== 1) {
          if (values.length) refuse('one', {}, line)
          else if (option.required) refuse(option.measures ? 'must-give' : 'required', {}, line)
          return
        }
        const value = number(values[0])
        const lowest = exact(line.lowest)
        const highest = exact(line.highest)
        const step = exact(option.step)
        if (value === null) refuse('no-number', { value: shown(values[0], 20) }, line)
        else if (value < lowest || value > highest) refuse('range', { value, lowest, highest }, line)
        else if ((value - lowest) % step) refuse('step', { value, step }, line)
      })
      return found
    }
    const values = chosen(wish, option.id)
    if (!values.length) {
      if (option.required) refuse('required')
    } else if (has(['choice', 'colour', 'picture'], option.kind)) {
      const known = option.kind === 'picture' ? null : ids(listed(option))
      values.forEach(value => { if (known && !has(known, value)) refuse('no-value', { value: shown(value, 20) }) })
      if (values.length > atMost(option) || unique(values).length < values.length) refuse('at-most', { most: atMost(option) })
    } else if (values.length > 1) {
      refuse('one')
    } else {
      const text = values[0].normalize('NFC')
      const count = characters(text)
      const least = option.least_characters || 1
      if (count < least || count > option.most_characters) refuse('count', { count, least: least, most: option.most_characters })
      const allowed = (option.scripts || []).concat('spaces').map(script => brief.words.scripts[script])
      const others = text.replace(new RegExp('[' + allowed.join('') + ']', 'gu'), '')
      if (others) refuse('script', { others: shown(others, 10) })
    }
    return found
  }

  /* Limits */

  function countsOf (offer, wish) {
    const sizes = Object.create(null)
    options(offer).forEach(option => lines(option).forEach(line => {
      const values = chosen(wish, line.name)
      if (!values.length) return
      sizes[line.name] = line.lowest ? number(values[option.measures ? values.length - 1 : 0]) || NONE
        : option.kind === 'text' ? whole(characters(values[0]))
          : option.kind === 'choice' && atMost(option) === 1 ? measured(listed(option).find(one => one.id === values[0]))
            : whole(values.length)
    }))
    return { sizes, chosen: wish }
  }

  function measured (value) { return value && value.measure !== undefined ? exact(value.measure) : ONE }

  function size (counts, name) { return counts.sizes[name] || NONE }

  function given (counts, name) { return chosen(counts.chosen, name).length > 0 && counts.sizes[name] !== NONE }

  function labelsOf (offer) {
    const labels = Object.create(null)
    options(offer).forEach(option => { labels[option.id] = option.label })
    allLines(offer).forEach(line => { labels[line.name] = line.label })
    return labels
  }

  function some (among, values) { return values.some(one => has(among, one)) }

  /* What a size is, under the least or over the most of what `bounds` say, times `base`. */
  function beyond (bounds, size, base) {
    const [least, most] = [bounds.at_least, bounds.at_most].map(text => text && exact(text) * base / ONE)
    return size < least ? ['under', { size, least }] : size > most ? ['over', { size, most }] : null
  }

  function holds (one, counts) {
    const is = given(counts, one.option)
    return (one.given === undefined || one.given === is) &&
      (!one.among || some(one.among, chosen(counts.chosen, one.option))) &&
      (is || !(one.at_least || one.at_most)) && !beyond(one, size(counts, one.option), ONE)
  }

  /* What is broken: [option, pattern, its parts]; null where the limit holds. */
  function breaks (limit, counts, labels = {}) {
    const kind = limit.kind
    const is = given(counts, limit.option)
    if (!(limit.when || []).every(one => holds(one, counts))) return null
    if (kind === 'room') {
      const count = size(counts, limit.count)
      const rows = BigInt(limit.rows || 1)
      const each = (count + rows * ONE - BigInt(1)) / (rows * ONE)
      const needed = each * exact(limit.each) + exact(limit.margin || '0')
      const space = size(counts, limit.space)
      const row = say(rows > 1 ? 'rows' : 'row', { count, rows: limit.rows, each: String(each) })
      return count && needed > space ? [limit.count, 'room', { space: labels[limit.space], rows: row, each: exact(limit.each), needed, size: space }] : null
    }
    if (kind === 'bound' || kind === 'ratio') {
      const wrong = is && (!limit.to || given(counts, limit.to)) && beyond(limit, size(counts, limit.option), limit.to ? size(counts, limit.to) : ONE)
      return wrong ? [limit.option].concat(wrong) : null
    }
    if (kind === 'total') {
      const total = limit.options.reduce((sum, name) => sum + size(counts, name), NONE)
      const wrong = beyond(limit, total, ONE)
      const of = limit.options.map(name => '\u201c' + labels[name] + '\u201d').join('\u3001')
      return wrong && [limit.options[limit.options.length - 1], 'total', Object.assign(wrong[1], { names: of })]
    }
    const met = limit.among ? some(limit.among, chosen(counts.chosen, limit.option)) : is
    return met === (kind === 'exclude') ? [limit.option, met ? 'excluded' : 'needed'] : null
  }

  /* Everything in a wish that cannot be; none where it can be made. */
  function refusals (offer, wish) {
    const known = names(offer)
    let found = Object.keys(wish).filter(name => !has(known, name)).map(name => {
      return { option: name, what: say('unknown', { name: shown(name, 20) }), reason: '' }
    })
    options(offer).forEach(option => { found = found.concat(optionRefusals(option, wish)) })
    return found.length ? found : brokenLimits(offer, wish)
  }

  function brokenLimits (offer, wish) {
    const counts = countsOf(offer, wish)
    const labels = labelsOf(offer)
    return limits(offer).map((limit, at) => {
      const broken = breaks(limit, counts, labels)
      return broken && {
        option: broken[0], what: say(broken[1], Object.assign({ label: labels[broken[0]] }, broken[2])), reason: limit.reason.words, instead: limit.instead, limit: at
      }
    }).filter(Boolean)
  }

  /* What would be possible */

  function named (limit) { return limit.options || (limit.kind === 'room' ? [limit.space, limit.count] : limit.to ? [limit.option, limit.to] : [limit.option]) }

  function concerned (limit) { return named(limit).concat((limit.when || []).map(one => one.option)) }

  function optionOf (offer, name) { return options(offer).find(one => one.id === name.split('.')[0]) }

  /* From 0 to `most`, STEPS at most. */
  function counting (most, make) { return Array.from({ length: Math.min(most, STEPS) + 1 }, (_, at) => make(at)) }

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
      return { name: line.name, values: [plain(value)], size: value, words: exactly => say(exactly ? 'exactly' : pattern, { label: line.label, value, unit: unit(option) }) }
    }
    const first = Math.max(floor + 1, 0)
    const end = Math.min(ceiling - 1, last)
    return [counting(last - first, at => one(first + at, 'least')), counting(end, at => one(end - at, 'most'))]
  }

  function groups (offer, wish, name, counts) {
    const option = optionOf(offer, name)
    const values = chosen(wish, name)
    let found = []
    function one (kept, counted, pattern, parts, free) {
      return { name, values: kept, size: counted, free: free, words: () => say(pattern, { label: option.label, ...parts }) }
    }
    if (!option) return found
    if (option.kind === 'number' || option.measures) {
      found = lines(option).filter(line => !option.measures || line.name === name).map(line => numbers(option, Object.assign(line, { name }), values)).flat()
    } else if (option.kind === 'text' && values.length) {
      const most = Math.min(Number(size(counts, name) / ONE) - 1, option.most_characters)
      found = [counting(most - (option.least_characters || 1), at => one(values, whole(most - at), 'fewer', { count: most - at }, true))]
    } else if (option.kind === 'choice' && atMost(option) === 1) {
      found = listed(option).filter(value => values.length !== 1 || values[0] !== value.id).map(value => {
        return [one([value.id], measured(value), 'choose', { value: value.label })]
      })
    } else if (isListed(option)) {
      const known = ids(listed(option))
      const own = unique(values).filter(value => has(known, value))
      const most = atMost(option)
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
      const sent = counting(atMost(option) - 1, at => {
        return one(Array.from({ length: at + 1 }, (_, number) => String(number + 1)), whole(at + 1), 'pictures', { count: at + 1 })
      })
      found = [sent.slice(0, Math.max(values.length - 1, 0)).reverse(), sent.slice(values.length)]
    }
    if (values.length && !option.required) found.push([{ name, values: [], size: NONE }])
    return found
  }

  function absent (one) { return !one.values.length || !one.size }

  function takes (other, wish, about) {
    const known = names(other)
    const common = Object.create(null)
    known.forEach(name => { if (wish[name]) common[name] = wish[name] })
    const refused = other.options.some(option => {
      return optionRefusals(option, common).some(one => has(about, one.option))
    })
    return !refused && !limits(other).some(limit => some(about, named(limit)) && breaks(limit, countsOf(other, common)))
  }

  /* The nearest values that would do instead of what is refused, and the other tiers that can. */
  function waysOut (offer, wish, refusal, others) {
    const limit = refusal.limit === undefined ? null : offer.limits[refusal.limit]
    const asked = limit ? unique(concerned(limit)) : [refusal.option]
    const about = limit ? named(limit) : asked
    const counts = countsOf(offer, wish)
    const labels = labelsOf(offer)
    if (!limit && !chosen(wish, refusal.option).length) return []
    function counted (changed) {
      const sizes = Object.assign(Object.create(null), counts.sizes)
      const all = Object.assign(Object.create(null), wish)
      changed.forEach(one => {
        sizes[one.name] = one.values.length ? one.size : NONE
        all[one.name] = one.values
      })
      return { sizes, chosen: all }
    }
    function broken (changed) {
      const now = counted(changed)
      return limits(offer).find(each => breaks(each, now))
    }
    function companion (one) {
      const against = broken([one])
      const names = against ? named(against).filter(name => name !== one.name) : []
      return names.map(name => groups(offer, wish, name, counts)).flat(2).find(other => !absent(other) && !broken([one, other]))
    }
    function told (one) {
      if (absent(one)) return say('without', { label: labels[one.name] })
      if (!limit || limit.kind !== 'room' || one.name !== limit.space) return one.words(!limit)
      const option = optionOf(offer, limit.count)
      return one.words() + say(option.kind === 'text' ? 'holds-text' : 'holds', { count: size(counts, limit.count), unit: unit(option) })
    }
    function ofName (name) {
      const found = []
      groups(offer, wish, name, counts).forEach(group => {
        const willDo = group.find(one => !broken([one]))
        const near = willDo || group.find(one => !limit || !breaks(limit, counted([one])))
        const other = willDo || !near || absent(near) ? null : companion(near)
        if (!willDo && !other && (limit || !near || absent(near))) return
        const changed = other ? [near, other] : [near]
        found.push({
          words: changed.map(told).join(say('together')),
          changes: changed.some(one => one.free) ? [] : changed.map(one => [one.name, one.values]),
          absent: !other && absent(near)
        })
      })
      const kept = found.filter(one => !one.absent).slice(0, WAYS)
      return kept.length ? kept : found.slice(0, 1)
    }
    const option = optionOf(offer, refusal.option)
    const short = !limit && option && option.kind === 'text' && size(counts, refusal.option) <= whole(option.most_characters)
    const all = short ? [] : asked.map(ofName).flat()
    const able = other => other.tier !== offer.tier && asked.every(name => has(names(other), name)) && takes(other, wish, about)
    return all.filter(one => !one.absent).concat(all.filter(one => one.absent))
      .filter((one, at, list) => list.findIndex(other => other.words === one.words && String(other.changes) === String(one.changes)) === at)
      .slice(0, WAYS).concat(others.filter(able).map(other => {
        return { words: say('tier', { tier: brief.words.tiers[other.tier] }), changes: [], tier: other.tier }
      }))
  }

  /* Price, in minor units: the lowest and the highest. */

  function adds (one) { return one.adds || 0 }

  function addsOfSteps (option, value) {
    return Number((value - exact(option.lowest)) / exact(option.step)) * (option.adds_per_step || 0)
  }

  function addsOfText (option, count) { return adds(option) + count * (option.adds_per_character || 0) }

  function isListed (option) { return option.kind === 'choice' || option.kind === 'colour' }

  function sum (amounts) { return amounts.reduce((all, one) => all + one, 0) }

  function added (option, wish) {
    const values = lines(option).map(line => chosen(wish, line.name)).flat()
    const value = number(values[0])
    if (!values.length) return null
    if (isListed(option)) return sum(listed(option).filter(one => has(values, one.id)).map(adds))
    if (option.kind !== 'number') return addsOfText(option, characters(values[0]))
    return value === null || value < exact(option.lowest) || value > exact(option.highest) ? 0 : addsOfSteps(option, value)
  }

  function mostAdded (option) {
    if (isListed(option)) return sum(listed(option).map(adds).sort((one, other) => other - one).slice(0, atMost(option)))
    return option.kind === 'number' ? addsOfSteps(option, exact(option.highest)) : addsOfText(option, option.most_characters || 0)
  }

  function priceOf (offer, wish) {
    let lowest = offer.price.lowest
    let open = 0
    let ask = false
    options(offer).forEach(option => {
      const own = added(option, wish)
      if (own !== null) lowest += own
      else if (option.required) open += mostAdded(option)
      if (option.kind === 'choice') ask = ask || listed(option).some(one => one.ask && has(chosen(wish, option.id), one.id))
    })
    return [lowest, ask ? Math.max(lowest + open, offer.price.highest) : lowest + open]
  }

  function amount (minor) { return (minor / 100).toLocaleString('en', { minimumFractionDigits: minor % 100 ? 2 : 0 }) }

  function money (price) {
    return price.length ? brief.words.brief.money + amount(price[0]) + (price[0] === price[1] ? '' : '\u2013' + amount(price[1])) : ''
  }

  Object.assign(brief, { brokenLimits, carried, characters, filled, labelOf, money, names, number, plain, priceOf, refusals, waysOut })
})()
