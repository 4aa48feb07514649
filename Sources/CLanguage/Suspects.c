#include "CLanguage.h"

enum { block_size = 64, many_capitals = 6 };

// 1 where a character begins that Kazakh, Russian and English hardly have.
static inline uint8_t mark(uint8_t lead, uint8_t second) {
  // Ѐ to Џ without Ё and І, ѐ to џ without ё and і, Ґ and ґ.
  uint8_t capital = (lead == 0xD0) & ((uint8_t)(second - 0x80) < 0x10) & (second != 0x81) & (second != 0x86);
  uint8_t small = (lead == 0xD1) & ((uint8_t)(second - 0x90) < 0x10) & (second != 0x91) & (second != 0x96);
  uint8_t upturned = (lead == 0xD2) & ((uint8_t)(second - 0x90) < 2);
  // À to ÿ, Œ to ƒ, the accents ˆ and ˜; C1 controls.
  uint8_t western = (lead == 0xC3) | ((uint8_t)(lead - 0xC5) < 2) | (lead == 0xCB);
  uint8_t control = (lead == 0xC2) & (second < 0xA0);
  uint8_t line = (lead == 0xE2) & ((uint8_t)(second - 0x94) < 3);
  uint8_t lost = (lead == 0xEF) & (second == 0xBF);
  return capital | small | upturned | western | control | line | lost;
}

// 1 where a capital of А to Я begins.
static inline uint8_t capital(uint8_t lead, uint8_t second) {
  return (lead == 0xD0) & ((uint8_t)(second - 0x90) < 0x20);
}

// 1 where a small letter of а to я ends and a capital begins.
static inline uint8_t flip(uint8_t a, uint8_t b, uint8_t lead, uint8_t second) {
  uint8_t small = ((a == 0xD0) & (b >= 0xB0)) | ((a == 0xD1) & (b < 0x90));
  return small & capital(lead, second);
}

// Whether the block that begins at text[2] has anything; text has two bytes before it and one behind.
static inline int is_suspicious(const uint8_t *text) {
  uint8_t found = 0;
  uint8_t capitals = 0;
  for (int k = 0; k < block_size; k++) {
    found |= mark(text[k + 2], text[k + 3]) | flip(text[k], text[k + 1], text[k + 2], text[k + 3]);
    capitals += capital(text[k + 2], text[k + 3]);
  }
  return found != 0 || capitals > many_capitals;
}

size_t lingua_next_suspect(const uint8_t *text, size_t count, size_t start) {
  size_t i = start;
  while (i < count) {
    if (i >= 2 && i + block_size < count) {
      if (is_suspicious(text + i - 2)) return i;
    } else {
      // At the ends of the text, with blanks around it.
      uint8_t padded[block_size + 3];
      for (int k = 0; k < block_size + 3; k++) {
        padded[k] = i + k >= 2 && i + k - 2 < count ? text[i + k - 2] : 0x20;
      }
      if (is_suspicious(padded)) return i;
    }
    i += block_size;
  }
  return count;
}
