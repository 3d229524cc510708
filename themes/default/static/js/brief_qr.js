/* A QR code of bytes: level M, versions 1 to 20 (ISO/IEC 18004). `ichsiteBrief.qr(text)` gives rows of true for dark, null where
   the text is too long. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief
  if (!brief) return
  const LAST = 20
  const ECC = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
  const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
  const MASKS = [
    (x, y) => (x + y) % 2, (x, y) => y % 2, x => x % 3, (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => x * y % 2 + x * y % 3,
    (x, y) => (x * y % 2 + x * y % 3) % 2, (x, y) => ((x + y) % 2 + x * y % 3) % 2
  ]

  function codewords (version) {
    const aligned = Math.floor(version / 7) + 2
    const bits = (16 * version + 128) * version + 64
    return (version < 2 ? bits : bits - ((25 * aligned - 10) * aligned - 55) - (version < 7 ? 0 : 36)) >> 3
  }

  function room (version) { return codewords(version) - ECC[version] * BLOCKS[version] }

  function times (one, other) {
    let product = 0
    for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((other >>> bit) & 1) * one)
    return product
  }

  function divisor (degree) {
    const found = new Array(degree).fill(0)
    let root = 1
    found[degree - 1] = 1
    for (let round = 0; round < degree; round += 1) {
      for (let at = 0; at < degree; at += 1) found[at] = times(found[at], root) ^ (found[at + 1] || 0)
      root = times(root, 2)
    }
    return found
  }

  function remainder (data, by) {
    const found = by.map(() => 0)
    data.forEach(byte => {
      const factor = byte ^ found.shift()
      found.push(0)
      by.forEach((one, at) => { found[at] ^= times(one, factor) })
    })
    return found
  }

  function dataOf (bytes, version) {
    const bits = []
    const write = (value, length) => { for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1) }
    const most = room(version) * 8
    write(4, 4)
    write(bytes.length, version < 10 ? 8 : 16)
    bytes.forEach(byte => write(byte, 8))
    write(0, Math.min(4, most - bits.length))
    write(0, (8 - bits.length % 8) % 8)
    for (let pad = 0xec; bits.length < most; pad ^= 0xec ^ 0x11) write(pad, 8)
    return Array.from({ length: most / 8 }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2))
  }

  /* Blocks with what corrects them, interleaved. */
  function woven (data, version) {
    const count = BLOCKS[version]
    const short = Math.floor(data.length / count)
    const long = data.length % count
    const by = divisor(ECC[version])
    const blocks = Array.from({ length: count }, (_, at) => {
      const from = at * short + Math.max(0, at - (count - long))
      return data.slice(from, from + short + (at >= count - long ? 1 : 0))
    })
    const found = []
    for (let at = 0; at <= short; at += 1) blocks.forEach(block => { if (at < block.length) found.push(block[at]) })
    const checks = blocks.map(block => remainder(block, by))
    for (let at = 0; at < ECC[version]; at += 1) checks.forEach(check => found.push(check[at]))
    return found
  }

  function draw (words, version, mask) {
    const size = version * 4 + 17
    const dark = Array.from({ length: size }, () => new Array(size).fill(false))
    const fixed = Array.from({ length: size }, () => new Array(size).fill(false))
    function set (x, y, on) {
      if (x < 0 || y < 0 || x >= size || y >= size) return
      dark[y][x] = Boolean(on)
      fixed[y][x] = true
    }
    function square (x, y, reach) {
      for (let down = -reach; down <= reach; down += 1) {
        for (let right = -reach; right <= reach; right += 1) {
          const far = Math.max(Math.abs(down), Math.abs(right))
          set(x + right, y + down, far !== 4 && far !== (reach === 4 ? 2 : 1))
        }
      }
    }
    for (let at = 0; at < size; at += 1) {
      set(6, at, at % 2 === 0)
      set(at, 6, at % 2 === 0)
    }
    square(3, 3, 4)
    square(size - 4, 3, 4)
    square(3, size - 4, 4)
    if (version > 1) {
      const aligned = Math.floor(version / 7) + 2
      const step = Math.ceil((version * 4 + 4) / (aligned * 2 - 2)) * 2
      const places = [6]
      for (let place = size - 7; places.length < aligned; place -= step) places.splice(1, 0, place)
      places.forEach((x, right) => places.forEach((y, down) => {
        const corner = (!right && !down) || (!right && down === aligned - 1) || (right === aligned - 1 && !down)
        if (!corner) square(x, y, 2)
      }))
    }
    let rest = mask
    for (let round = 0; round < 10; round += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
    const form = (mask << 10 | rest) ^ 0x5412
    for (let bit = 0; bit < 15; bit += 1) {
      const on = (form >>> bit) & 1
      set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, on)
      set(bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, 8, on)
    }
    set(8, size - 8, true)
    if (version > 6) {
      rest = version
      for (let round = 0; round < 12; round += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
      const told = version << 12 | rest
      for (let bit = 0; bit < 18; bit += 1) {
        const across = size - 11 + bit % 3
        const along = Math.floor(bit / 3)
        set(across, along, (told >>> bit) & 1)
        set(along, across, (told >>> bit) & 1)
      }
    }
    let at = 0
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5
      for (let along = 0; along < size; along += 1) {
        const y = (right + 1) & 2 ? along : size - 1 - along
        for (let x = right; x > right - 2; x -= 1) {
          if (fixed[y][x]) continue
          const bit = at < words.length * 8 && (words[at >>> 3] >>> (7 - at % 8)) & 1
          dark[y][x] = Boolean(bit) !== !MASKS[mask](x, y)
          at += 1
        }
      }
    }
    return dark
  }

  /* Long runs and whole squares are hard to read. */
  function penalty (dark) {
    let found = 0
    dark.forEach((row, y) => row.forEach((one, x) => {
      const below = dark[y + 1]
      if (below && x && below[x] === one && row[x - 1] === one && below[x - 1] === one) found += 3
      if (x > 3 && [1, 2, 3, 4].every(back => row[x - back] === one)) found += 1
      if (y > 3 && [1, 2, 3, 4].every(back => dark[y - back][x] === one)) found += 1
    }))
    return found
  }

  brief.qr = function (text, wanted) {
    const bytes = new TextEncoder().encode(text)
    let version = 1
    while (version <= LAST && room(version) < bytes.length + (version < 10 ? 2 : 3)) version += 1
    if (version > LAST) return null
    const words = woven(dataOf(bytes, version), version)
    if (wanted !== undefined) return draw(words, version, wanted)
    return MASKS.map((_, mask) => draw(words, version, mask)).reduce((best, one) => penalty(one) < penalty(best) ? one : best)
  }
})()
