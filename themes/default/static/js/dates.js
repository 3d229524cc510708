/* Dates counted from the reader's day, where the page was made on an earlier one: words, notices and the timeline.
   The same sums as ichsite/assess/window.py and ichsite/plan/timeline.py; a test holds them together.
   Without this file, without the calendar, or beyond its end the dates stay as counted on the page's own day. */
(function () {
  'use strict'

  const DAY = 864e5
  const SVG = 'http://www.w3.org/2000/svg'
  const LANES = { queue: [3, 4], season: [3, 4], work: [0, 10], wait: [12, 4], ship: [3, 4] }
  const NARROWEST = 6

  /* Days are whole numbers, counted from 1970. */
  function dayOf (text) {
    const parts = text.split('-').map(Number)
    return Date.UTC(parts[0], parts[1] - 1, parts[2]) / DAY
  }

  function firstOf (month) { return Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY }

  function dated (day) {
    const date = new Date(day * DAY)
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), iso: date.toISOString().slice(0, 10) }
  }

  function readPlan (text) {
    const parts = text.split(';').map(function (part) { return part.split(',') })
    return {
      queue: parts[0].map(Number),
      stages: parts.slice(1, -1).map(function (part) {
        return { work: [+part[0], +part[1]], wait: [+part[2], +part[3]], months: part[4] ? part[4].split('.').map(Number) : [] }
      }),
      way: parts[parts.length - 1].map(Number)
    }
  }

  function readCalendar (found) {
    return { first: dayOf(found.start), estimated: found.estimated ? dayOf(found.estimated) : Infinity, days: found.days }
  }

  /* One way through the stages, the fast (0) or the slow (1); null where the calendar ends. */
  function run (plan, today, way, calendar) {
    let day = today + plan.queue[way]
    const stages = []
    for (const stage of plan.stages) {
      const from = day
      while (stage.months.length && stage.months.indexOf(dated(day).month) < 0) {
        const now = dated(day)
        day = firstOf(now.year * 12 + now.month)
      }
      const begun = day
      for (let left = stage.work[way]; left > 0;) {
        day += 1
        const working = calendar.days[day - calendar.first]
        if (working === undefined) return null
        if (working === '1') left -= 1
      }
      const worked = day
      day += stage.wait[way]
      stages.push({ from: from, begun: begun, worked: worked, end: day })
    }
    return { stages: stages, ready: plan.stages.length ? day : today }
  }

  function count (plan, today, calendar) {
    const runs = [run(plan, today, 0, calendar), run(plan, today, 1, calendar)]
    if (!runs[0] || !runs[1]) return null
    const delivered = [runs[0].ready + plan.way[0], runs[1].ready + plan.way[1]]
    const waited = runs.map(function (one) {
      return one.stages.reduce(function (sum, stage) { return sum + stage.begun - stage.from }, 0)
    })
    return {
      stages: plan.stages.map(function (_, at) { return [runs[0].stages[at].end, runs[1].stages[at].end] }),
      ready: [runs[0].ready, runs[1].ready],
      delivered: delivered,
      days: [delivered[0] - today, delivered[1] - today],
      season: [Math.min(waited[0], waited[1]), Math.max(waited[0], waited[1])],
      estimated: delivered[1] >= calendar.estimated,
      runs: runs
    }
  }

  /* Words */

  function filled (pattern, values) {
    return pattern.replace(/{(\w+)}/g, function (_, name) { return values[name] })
  }

  function words (page) {
    const said = page.dataset
    const mons = said.mons.split(',')
    const months = said.months.split(',')
    function far (day, pattern) {
      const date = dated(day)
      return filled(pattern || said.far, { y: date.year, m: date.month, d: date.day, mon: mons[date.month - 1], month: months[date.month - 1] })
    }
    function near (day, today) { return far(day, dated(day).year === dated(today).year ? said.near : said.far) }
    /* one year is said once, where the language says it */
    function span (pair, today) {
      const last = said.yearStands === 'last' && dated(pair[0]).year === dated(pair[1]).year
      return [near(pair[0], last ? pair[1] : today), near(pair[1], last ? today : pair[0])]
    }
    function days (range) {
      const number = range[0] === range[1] ? range[0] : range[0] + '–' + range[1]
      return filled(range[1] === 1 ? said.one : said.many, { n: number })
    }
    function tick (one) { return far(one.day, { day: said.near, month: '{mon}', year: said.month }[one.form]) }
    return { far: far, near: near, span: span, days: days, tick: tick, to: said.to }
  }

  function timeElement (day, text) {
    const made = document.createElement('time')
    made.dateTime = dated(day).iso
    made.textContent = text
    return made
  }

  function saySpan (place, pair, today, say) {
    place.textContent = ''
    if (pair[0] === pair[1]) {
      place.appendChild(timeElement(pair[0], say.near(pair[0], today)))
      return
    }
    const said = say.span(pair, today)
    place.appendChild(timeElement(pair[0], said[0]))
    place.appendChild(document.createTextNode(say.to))
    place.appendChild(timeElement(pair[1], said[1]))
  }

  function sayAll (found, today, say) {
    document.querySelectorAll('[data-when]').forEach(function (place) {
      const name = place.getAttribute('data-when').split(':')
      if (name[0] === 'today') {
        place.textContent = ''
        place.appendChild(timeElement(today, say.far(today)))
        return
      }
      const counted = found[name[0]]
      if (!counted) return
      const value = name[1].slice(0, 6) === 'stage-' ? counted.stages[name[1].slice(6) - 1] : counted[name[1]]
      if (name[1] === 'days' || name[1] === 'season') place.textContent = say.days(value)
      else saySpan(place, value, today, say)
    })
  }

  function sayNotices (found, today) {
    const years = []
    Object.keys(found).forEach(function (tier) {
      const year = dated(found[tier].delivered[1]).year
      if (found[tier].estimated && years.indexOf(year) < 0) years.push(year)
    })
    document.querySelectorAll('[data-estimated]').forEach(function (place) {
      place.hidden = !years.length
      place.textContent = filled(place.dataset.estimated, { years: years.sort().join(place.dataset.comma) })
    })
    document.querySelectorAll('[data-counted]').forEach(function (place) {
      place.hidden = today - dayOf(place.dataset.counted) <= +place.dataset.holds
    })
  }

  /* The timeline, in whole per mille of the way */

  function placed (day, total) { return Math.floor((2000 * day + total) / (2 * total)) }

  function percent (mille) { return (mille / 10).toFixed(1) + '%' }

  function bars (kind, fast, slow) {
    const runs = [fast, slow].filter(function (one) { return one[1] > one[0] })
    if (!runs.length) return []
    const may = [Math.min.apply(null, runs.map(function (one) { return one[0] })), Math.max.apply(null, runs.map(function (one) { return one[1] }))]
    const sure = runs.length === 2 && fast[1] > slow[0] ? [slow[0], fast[1]] : null
    const drawn = []
    if (!sure || sure[0] !== may[0] || sure[1] !== may[1]) drawn.push([kind, may])
    if (sure) drawn.push([kind + ' sure', sure])
    return drawn
  }

  function rows (plan, counted, today) {
    const made = []
    const queue = plan.queue
    const way = plan.way
    const fast = counted.runs[0].stages
    const slow = counted.runs[1].stages
    function both (at, from, to) {
      return [[fast[at][from] - today, fast[at][to] - today], [slow[at][from] - today, slow[at][to] - today]]
    }
    if (queue[1]) made.push({ bars: bars('queue', [0, queue[0]], [0, queue[1]]) })
    plan.stages.forEach(function (_, at) {
      const pieces = [['season', 'from', 'begun'], ['work', 'begun', 'worked'], ['wait', 'worked', 'end']].map(function (one) {
        const pair = both(at, one[1], one[2])
        return bars(one[0], pair[0], pair[1])
      })
      made.push({ bars: [].concat.apply([], pieces), ends: fast[at].end - today })
    })
    const ready = [counted.ready[0] - today, counted.ready[1] - today]
    if (way[1]) made.push({ bars: bars('ship', [ready[0], ready[0] + way[0]], [ready[1], ready[1] + way[1]]) })
    return made
  }

  function ticks (today, total) {
    const made = [{ at: 0, day: today, form: 'day' }]
    const step = [1, 2, 7, 14].filter(function (one) { return 1000 * one >= 240 * total })[0]
    if (step) {
      for (let days = step; days < total; days += step) made.push({ at: placed(days, total), day: today + days, form: 'day' })
    } else {
      const apart = [1, 2, 3, 6, 12, 24].filter(function (one) { return 30000 * one >= 240 * total })[0] || 60
      let year = dated(today).year
      for (let month = year * 12 + dated(today).month; firstOf(month) < today + total; month += 1) {
        const at = placed(firstOf(month) - today, total)
        if (month % apart || at < 200 || at > 780) continue
        const now = Math.floor(month / 12)
        made.push({ at: at, day: firstOf(month), form: now === year ? 'month' : 'year' })
        year = now
      }
    }
    return made.filter(function (one) { return one.at === 0 || (one.at >= 200 && one.at <= 780) })
  }

  function drawn (name, attributes, text) {
    const made = document.createElementNS(SVG, name)
    Object.keys(attributes).forEach(function (one) { made.setAttribute(one, attributes[one]) })
    if (text) made.textContent = text
    return made
  }

  function rectangle (kind, stretch, total) {
    const from = placed(stretch[0], total)
    const width = Math.max(placed(stretch[1], total) - from, NARROWEST)
    const lane = LANES[kind.split(' ')[0]]
    return drawn('rect', { class: kind, x: percent(Math.min(from, 1000 - width)), y: lane[0], width: percent(width), height: lane[1] })
  }

  function draw (figure, plan, counted, today, say) {
    const total = Math.max(counted.days[1], 1)
    const ground = figure.querySelector('.ground')
    const from = placed(counted.days[0], total)
    const width = Math.max(placed(counted.days[1], total) - from, NARROWEST)
    const band = ground.querySelector('.band')
    band.setAttribute('x', percent(Math.min(from, 1000 - width)))
    band.setAttribute('width', percent(width))
    ground.querySelectorAll('line, text').forEach(function (old) { ground.removeChild(old) })
    ticks(today, total).forEach(function (one) {
      const x = percent(one.at)
      ground.appendChild(drawn('line', { x1: x, y1: 0, x2: x, y2: '100%' }))
      ground.appendChild(drawn('text', { x: x, dx: 4, y: 13 }, say.tick(one)))
    })
    const places = figure.querySelectorAll('.run')
    rows(plan, counted, today).forEach(function (row, at) {
      const asked = places[at].querySelector('.asked')
      places[at].textContent = ''
      row.bars.forEach(function (bar) { places[at].appendChild(rectangle(bar[0], bar[1], total)) })
      if (!asked) return
      asked.setAttribute('x', percent(placed(row.ends, total)))
      places[at].appendChild(asked)
    })
  }

  /* The reader's day on the site's clock */

  function readersDay (page) {
    const now = new Date()
    try {
      const parts = {}
      new Intl.DateTimeFormat('en-US', { timeZone: page.dataset.zone, year: 'numeric', month: 'numeric', day: 'numeric' })
        .formatToParts(now).forEach(function (part) { parts[part.type] = +part.value })
      if (parts.year) return Date.UTC(parts.year, parts.month - 1, parts.day) / DAY
    } catch (unknown) { /* an engine without the zones of the world */ }
    return Math.floor((now.getTime() + page.dataset.offset * 6e4) / DAY)
  }

  function recount (page, today, calendar) {
    const plans = {}
    const found = {}
    const say = words(page)
    const complete = Array.prototype.every.call(page.querySelectorAll('[data-plan]'), function (one) {
      const tier = one.dataset.offer
      plans[tier] = readPlan(one.dataset.plan)
      found[tier] = count(plans[tier], today, calendar)
      return found[tier]
    })
    if (!complete) return false
    sayAll(found, today, say)
    sayNotices(found, today)
    document.querySelectorAll('[data-timeline]').forEach(function (figure) {
      const tier = figure.dataset.timeline
      draw(figure, plans[tier], found[tier], today, say)
    })
    return true
  }

  function begin () {
    const page = document.getElementById('clock')
    if (!page) return
    const today = readersDay(page)
    if (today <= dayOf(page.dataset.today)) return
    const script = document.createElement('script')
    script.onload = function () {
      const counted = recount(page, today, readCalendar(window.ichsiteCalendar))
      page.setAttribute('data-counted-from', dated(today).iso)
      const stopped = document.getElementById('clock-stopped')
      if (stopped) stopped.hidden = counted
    }
    script.src = page.dataset.calendar
    document.head.appendChild(script)
  }

  window.ichsiteDates = { count: count, readPlan: readPlan, readCalendar: readCalendar, words: words, begin: begin }
  begin()
})()
