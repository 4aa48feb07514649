/// XXH64 (Y. Collet, "xxHash fast digest algorithm", doc/xxhash_spec.md of the xxHash project) over bytes that come in
/// pieces. It tells files apart that were changed by chance or by hand, not by an adversary.
package struct XXHash64: Sendable {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private var a = prime1 &+ prime2
  private var b = prime2
  private var c: UInt64 = 0
  private var d: UInt64 = 0 &- prime1
  // The bytes that do not fill a stripe of 32 yet.
  private var held: [UInt8] = []
  private var count = 0

  /// A hash of no bytes yet, seed 0.
  package init() { held.reserveCapacity(64) }

  /// Takes the next bytes.
  package mutating func update(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
      Array(bytes).withUnsafeBytes { update($0) }
    }
  }

  /// Takes the next bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var rest = bytes
    if !held.isEmpty {
      let take = min(32 - held.count, rest.count)
      held.append(contentsOf: rest[..<take])
      rest = UnsafeRawBufferPointer(rebasing: rest[take...])
      if held.count < 32 { return }
      let stripe = held
      held.removeAll(keepingCapacity: true)
      stripe.withUnsafeBytes { mix($0) }
    }
    let whole = rest.count & ~31
    mix(UnsafeRawBufferPointer(rebasing: rest[..<whole]))
    held.append(contentsOf: rest[whole...])
  }

  /// Mixes whole stripes in.
  private mutating func mix(_ stripes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (a, b, c, d)
    var i = 0
    while i < stripes.count {
      a = Self.round(a, Self.word(stripes, i))
      b = Self.round(b, Self.word(stripes, i &+ 8))
      c = Self.round(c, Self.word(stripes, i &+ 16))
      d = Self.round(d, Self.word(stripes, i &+ 24))
      i &+= 32
    }
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// The length and the hash of what was taken so far.
  package var digest: FileDigest {
    var hash: UInt64
    if count >= 32 {
      hash = Self.rotate(a, 1) &+ Self.rotate(b, 7) &+ Self.rotate(c, 12) &+ Self.rotate(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ Self.round(0, lane)) &* Self.prime1 &+ Self.prime4 }
    } else {
      hash = Self.prime5
    }
    hash = hash &+ UInt64(count)
    held.withUnsafeBytes { rest in
      var i = 0
      while i + 8 <= rest.count {
        hash = Self.rotate(hash ^ Self.round(0, Self.word(rest, i)), 27) &* Self.prime1 &+ Self.prime4
        i += 8
      }
      if i + 4 <= rest.count {
        let half = UInt64(UInt32(littleEndian: rest.loadUnaligned(fromByteOffset: i, as: UInt32.self)))
        hash = Self.rotate(hash ^ half &* Self.prime1, 23) &* Self.prime2 &+ Self.prime3
        i += 4
      }
      while i < rest.count {
        hash = Self.rotate(hash ^ UInt64(rest[i]) &* Self.prime5, 11) &* Self.prime1
        i += 1
      }
    }
    hash = (hash ^ hash >> 33) &* Self.prime2
    hash = (hash ^ hash >> 29) &* Self.prime3
    return FileDigest(size: count, hash: hash ^ hash >> 32)
  }

  /// The hash of bytes that are all there.
  package static func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    var hash = XXHash64()
    hash.update(bytes)
    return hash.digest.hash
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 &- count) }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }
}
