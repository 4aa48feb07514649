#include "CTransliteration.h"

#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// An entry of a pair: up to six bytes of result; the kinds of follower that its first character is of, where one that is
// asked for by every entry means that it cannot be used; the kinds that its last character does not hold before; how many
// bytes it writes. So one test of each entry with the one before it finds all trouble.
enum { longest = 6, kinds_shift = 48, ask_shift = 51, count_shift = 61 };
static const uint64_t kinds = (uint64_t)3 << kinds_shift, unusable = (uint64_t)4 << kinds_shift;
static const uint64_t trouble = (uint64_t)7 << kinds_shift, asks_always = (uint64_t)4 << ask_shift;
static const uint64_t results = ((uint64_t)1 << kinds_shift) - 1;

// Of an entry of SchemeTable.direct.
static inline uint64_t direct_count(uint64_t entry) { return entry >> 56 & 7; }
static inline uint64_t direct_ask(uint64_t entry) { return entry >> 59 & 3; }
static inline int needs_rules(uint64_t entry) { return entry >> 63 != 0; }

void lingua_pair_results(const uint64_t *direct, const uint8_t *followers, int32_t count, uint64_t *pairs) {
  // What has no class may be of any kind.
  for (int k = 0; k < lingua_class_count; k++) pairs[k] = unusable | kinds;
  for (int first = 1; first <= count; first++) {
    uint64_t *row = pairs + (first << 8);
    uint64_t a = direct[first];
    uint64_t own = (uint64_t)followers[first] << kinds_shift & kinds;
    uint64_t length = direct_count(a);
    row[lingua_no_class] = unusable | own;
    row[lingua_nothing] =
        (a & results) | own | direct_ask(a) << ask_shift | asks_always | length << count_shift
        | (needs_rules(a) || length > longest ? unusable : 0);
    for (int second = 1; second <= count; second++) {
      uint64_t b = direct[second];
      uint64_t sum = length + direct_count(b);
      int fits = sum <= longest && !needs_rules(a) && !needs_rules(b) && !(direct_ask(a) & followers[second]);
      uint64_t bytes = (a | b << (8 * length)) & results;
      row[second] =
          fits ? bytes | own | direct_ask(b) << ask_shift | asks_always | sum << count_shift : unusable | own;
    }
  }
}

static inline uint16_t two_bytes(const uint8_t *bytes) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return (uint16_t)(bytes[0] | bytes[1] << 8);
#else
  uint16_t value;
  memcpy(&value, bytes, 2);
  return value;
#endif
}

static inline void store(uint64_t entry, uint8_t *target) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  entry = __builtin_bswap64(entry);
#endif
  memcpy(target, &entry, 8);
}

enum { window = 64, group = 4 };

// A bit for each byte of a window that begins a character, and whether some character has three or four bytes.
static inline uint64_t beginnings(const uint8_t *bytes, int *has_wide) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  __m128i highest = _mm_setzero_si128();
  for (int k = 0; k < window; k += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + k));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpgt_epi8(block, _mm_set1_epi8((char)0xBF))) << k;
    highest = _mm_max_epu8(highest, block);
  }
  *has_wide = _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_max_epu8(highest, _mm_set1_epi8((char)0xE0)), highest));
#else
  const uint64_t high = 0x8080808080808080u;
  uint64_t wide = 0;
  for (int k = 0; k < window; k += 8) {
    uint64_t word = 0;
    for (int n = 0; n < 8; n++) word |= (uint64_t)bytes[k + n] << (8 * n);
    // The multiplication gathers the highest bits in the highest byte.
    mask |= ((~(word & ~(word << 1)) & high) >> 7) * 0x0102040810204080u >> 56 << k;
    wide |= word & word << 1 & word << 2 & high;
  }
  *has_wide = wide != 0;
#endif
  return mask;
}

// Where the character at `source` ends, for one of one or two bytes.
static inline const uint8_t *next_after(const uint8_t *source) { return source + (source[0] < 0x80 ? 1 : 2); }

typedef struct {
  const uint8_t *source;
  uint8_t *target;
} position;

// Goes on character by character up to `until`, or past it by the rest of a character; false where one has no class or
// needs the rules, or `end` would be passed.
static int write_singles(
    position *at, const uint8_t *until, const uint8_t *end, const uint8_t *classes, const uint64_t *pairs,
    const uint8_t *copied) {
  while (at->source < until) {
    uint8_t lead = at->source[0];
    if (lead >= 0xE0) {
      int length = lead >= 0xF0 ? 4 : 3;
      if (!copied[lead] || end - at->source < length) return 0;
      memcpy(at->target, at->source, 4);
      at->source += length;
      at->target += length;
      continue;
    }
    const uint8_t *next = next_after(at->source);
    uint64_t entry = pairs[classes[two_bytes(at->source)] << 8 | lingua_nothing];
    uint64_t following = pairs[classes[two_bytes(next)] << 8 | lingua_nothing];
    if ((entry & unusable) | (entry >> (ask_shift - kinds_shift) & following & kinds)) return 0;
    store(entry, at->target);
    at->target += entry >> count_shift;
    at->source = next;
  }
  return 1;
}

int64_t lingua_write_pairs(
    const uint8_t *source, int64_t stop, const uint8_t *classes, const uint64_t *pairs, const uint8_t *copied,
    uint8_t *target, int64_t *written) {
  // The character behind the last one is read, too.
  const uint8_t *end = source + (stop > 2 ? stop - 2 : 0);
  // Where little is ready, no more is prepared.
  position now = {source, target};
  const uint8_t *until = end - source < 8 ? end : source + 8;
  int is_ready = write_singles(&now, until, end, classes, pairs, copied);
  // What was written behind this place holds only if the last entry holds before what follows.
  position sure = now;
  uint64_t last = asks_always;
  while (is_ready && end - now.source > window) {
    const uint8_t *from = now.source;
    uint8_t *to = now.target;
    int has_wide;
    uint64_t left = beginnings(from, &has_wide);
    // Of 64 bytes in characters of one and two at least 32 begin one.
    int groups = window / 2 / (2 * group);
    until = 0;
    if (has_wide) {
      int wide = 0;
      while (from[wide] < 0xE0) wide++;
      until = from + wide + 1;
      left &= ((uint64_t)1 << wide) - 1;
      int count = __builtin_popcountll(left) / (2 * group);
      if (count < groups) groups = count;
      else until = 0;
    }
    unsigned place = 0;
    for (int k = 0; k < groups; k++) {
      position begin = {from + __builtin_ctzll(left), to};
      uint64_t met = 0;
      for (int n = 0; n < group; n++) {
        unsigned first = (unsigned)__builtin_ctzll(left);
        left &= left - 1;
        place = (unsigned)__builtin_ctzll(left);
        left &= left - 1;
        uint64_t entry = pairs[classes[two_bytes(from + first)] << 8 | classes[two_bytes(from + place)]];
        store(entry, to);
        to += entry >> count_shift;
        met |= last >> (ask_shift - kinds_shift) & entry;
        last = entry;
      }
      if (met & trouble) {
        until = next_after(from + place);
        break;
      }
      sure = begin;
    }
    if (until) {
      is_ready = write_singles(&sure, until, end, classes, pairs, copied);
      now = sure;
      last = asks_always;
    } else {
      now = (position){left ? from + __builtin_ctzll(left) : next_after(from + place), to};
    }
  }
  if (is_ready) {
    now = sure;
    write_singles(&now, end, end, classes, pairs, copied);
  }
  *written = now.target - target;
  return now.source - source;
}
