#include "CICU.h"
#include <new>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct lingua_breaker {
  UBreakIterator *iterator;
  UText text;
};

lingua_breaker *lingua_breaker_open(int32_t kind, const char *locale, int32_t *code) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *it =
      ubrk_open(kind == LINGUA_SENTENCE ? UBRK_SENTENCE : UBRK_WORD, locale, nullptr, 0, &status);
  *code = status;
  if (U_FAILURE(status)) return nullptr;
  auto *breaker = new (std::nothrow) lingua_breaker{it, UTEXT_INITIALIZER};
  if (!breaker) {
    ubrk_close(it);
    *code = U_MEMORY_ALLOCATION_ERROR;
  }
  return breaker;
}

lingua_breaker *lingua_breaker_clone(const lingua_breaker *breaker, int32_t *code) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *it = ubrk_clone(breaker->iterator, &status);
  *code = status;
  if (U_FAILURE(status)) return nullptr;
  auto *copy = new (std::nothrow) lingua_breaker{it, UTEXT_INITIALIZER};
  if (!copy) {
    ubrk_close(it);
    *code = U_MEMORY_ALLOCATION_ERROR;
  }
  return copy;
}

void lingua_breaker_close(lingua_breaker *breaker) {
  if (!breaker) return;
  ubrk_close(breaker->iterator);
  utext_close(&breaker->text);
  delete breaker;
}

int32_t lingua_breaker_set_text(lingua_breaker *breaker, const char *text, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&breaker->text, text, count, &status);
  ubrk_setUText(breaker->iterator, &breaker->text, &status);
  return status;
}

int32_t lingua_breaker_fill(lingua_breaker *breaker, int32_t *ends, int32_t *rules, int32_t capacity) {
  int32_t k = 0;
  while (k < capacity) {
    int32_t end = ubrk_next(breaker->iterator);
    if (end == UBRK_DONE) break;
    ends[k] = end;
    if (rules) rules[k] = ubrk_getRuleStatus(breaker->iterator);
    ++k;
  }
  return k;
}
