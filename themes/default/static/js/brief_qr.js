/* A QR code of bytes: level M, versions 10 to 20 (ISO/IEC 18004), as an address of a brief is never shorter. `ichsiteBrief.qr(text)`
   gives rows of true for dark, null where the text is too long. The mask is always the first: an address makes no pattern. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief
  const FIRST = 10
  const CHECKS = [26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
  const BLOCKS = [5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
  const VERSIONS = [0x4d3, 0xbf6, 0x762, 0x847, 0x60d, 0x928, 0xb78, 0x45d, 0xa17, 0x532, 0x9a6]
  const LEVEL_AND_MASK = 0x5412

  function times (one, other) {
    let product = 0
    for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((other >>> bit) & 1) * one)
    return product
  }

  /* What corrects a block: the remainder by (x - 1)(x - 2)(x - 4)… */
  function corrected (block, count) {
    let by = [1]
    for (let root = 1; by.length <= count; root = times(root, 2)) by = by.concat(0).map((one, at) => one ^ times(at && by[at - 1], root))
    const found = block.concat(by.slice(1).fill(0))
    block.forEach((_, from) => {
      const factor = found[from]
      by.forEach((one, at) => { found[from + at] ^= times(one, factor) })
    })
    return found.slice(block.length)
  }

  /* The bytes behind their number, filled up to `room`; in blocks with what corrects them, woven together. */
  function woven (bytes, room, count, checks) {
    const halves = [4]
    for (let bit = 12; bit >= 0; bit -= 4) halves.push(bytes.length >> bit & 15)
    bytes.forEach(byte => halves.push(byte >> 4, byte & 15))
    const data = []
    for (let at = 0; at < room; at += 1) {
      const own = 2 * at - halves.length
      data.push(own < 0 ? halves[2 * at] << 4 | halves[2 * at + 1] : own & 2 ? 0x11 : 0xec)
    }
    const found = []
    const blocks = []
    for (let at = 0; at < count; at += 1) blocks.push(data.splice(0, Math.floor(data.length / (count - at))))
    const weave = parts => {
      for (let at = 0; at < 200; at += 1) parts.forEach(part => { if (at < part.length) found.push(part[at]) })
    }
    weave(blocks)
    weave(blocks.map(block => corrected(block, checks)))
    return found
  }

  brief.qr = function (text) {
    const bytes = new TextEncoder().encode(text)
    let version = FIRST - 1
    let aligned, checks, count, room
    do {
      version += 1
      aligned = Math.floor(version / 7) + 2
      checks = CHECKS[version - FIRST]
      count = BLOCKS[version - FIRST]
      if (!count) return null
      room = ((16 * version + 128) * version + 83 - (25 * aligned - 10) * aligned >> 3) - checks * count
    } while (room < bytes.length + 3)
    const words = woven(bytes, room, count, checks)
    const size = version * 4 + 17
    const rows = Array.from({ length: size }, () => [])
    function set (x, y, on) {
      if (rows[y] && x >= 0 && x < size) rows[y][x] = !!on
    }
    function square (x, y, reach) {
      for (let down = -reach; down <= reach; down += 1) {
        for (let right = -reach; right <= reach; right += 1) {
          const far = Math.max(Math.abs(down), Math.abs(right))
          set(x + right, y + down, far !== 4 && far !== reach / 2)
        }
      }
    }
    for (let at = 0; at < size; at += 1) {
      set(6, at, at % 2 < 1)
      set(at, 6, at % 2 < 1)
    }
    square(3, 3, 4)
    square(size - 4, 3, 4)
    square(3, size - 4, 4)
    const step = Math.ceil((size - 13) / (aligned * 2 - 2)) * 2
    const places = [6]
    for (let place = size - 7; places.length < aligned; place -= step) places.splice(1, 0, place)
    places.forEach(x => places.forEach(y => {
      /* none where a finder stands: at 6 and 6, at 6 and the last, at the last and 6 */
      if ((x > 6 && y > 6) || (x + y - 12) % (size - 13)) square(x, y, 2)
    }))
    for (let bit = 0; bit < 15; bit += 1) {
      const on = LEVEL_AND_MASK >> bit & 1
      set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, on)
      set(bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, 8, on)
    }
    set(8, size - 8, true)
    const told = version << 12 | VERSIONS[version - FIRST]
    for (let bit = 0; bit < 18; bit += 1) {
      const across = size - 11 + bit % 3
      const along = Math.floor(bit / 3)
      set(across, along, told >> bit & 1)
      set(along, across, told >> bit & 1)
    }
    let at = 0
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5
      for (let along = 0; along < size; along += 1) {
        const y = (right + 1) & 2 ? along : size - 1 - along
        for (let x = right; x > right - 2; x -= 1) {
          if (rows[y][x] !== undefined) continue
          set(x, y, (words[at >> 3] >> (7 - at % 8) & 1) ^ (x + y + 1) % 2)
          at += 1
        }
      }
    }
    return rows
  }
})()
