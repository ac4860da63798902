// MD5 as RFC 1321, section 3.4, writes it, as far as a position needs it.

const md5Sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const md5Shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const md5Block = new Int32Array(16);

/** The first four bytes of the digest of bytes, big-endian. */
function md5Position(bytes, length = bytes.length) {
  const blocks = (length + 8 >>> 6) + 1;
  const words = blocks === 1 ? md5Block.fill(0) : new Int32Array(blocks * 16);
  for (let i = 0; i < length; i++) words[i >> 2] |= bytes[i] << (i & 3) * 8;
  words[length >> 2] |= 0x80 << (length & 3) * 8;
  words[words.length - 2] = length << 3;
  words[words.length - 1] = length >>> 29;
  let a0 = 0x67452301, b0 = 0xefcdab89 | 0, c0 = 0x98badcfe | 0, d0 = 0x10325476;
  for (let block = 0; block < words.length; block += 16) {
    let a = a0, b = b0, c = c0, d = d0;
    for (let i = 0; i < 64; i++) {
      let mix, word;
      if (i < 16) { mix = d ^ b & (c ^ d); word = i; }
      else if (i < 32) { mix = c ^ d & (b ^ c); word = 5 * i + 1 & 15; }
      else if (i < 48) { mix = b ^ c ^ d; word = 3 * i + 5 & 15; }
      else { mix = c ^ (b | ~d); word = 7 * i & 15; }
      const sum = a + mix + md5Sines[i] + words[block + word] | 0;
      const shift = md5Shifts[(i >> 4) * 4 + (i & 3)];
      a = d;
      d = c;
      c = b;
      b = b + (sum << shift | sum >>> 32 - shift) | 0;
    }
    a0 = a0 + a | 0;
    b0 = b0 + b | 0;
    c0 = c0 + c | 0;
    d0 = d0 + d | 0;
  }
  return (a0 << 24 | (a0 & 0xff00) << 8 | a0 >>> 8 & 0xff00 | a0 >>> 24) >>> 0;
}
