#include "CICU.h"
#include <new>
#include <unicode/ucol.h>

struct lingua_collator {
  UCollator *collator;
};

lingua_collator *lingua_collator_open(const char *locale, int32_t *code) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &status);
  *code = status;
  if (U_FAILURE(status)) return nullptr;
  auto *result = new (std::nothrow) lingua_collator{collator};
  if (!result) {
    ucol_close(collator);
    *code = U_MEMORY_ALLOCATION_ERROR;
  }
  return result;
}

void lingua_collator_close(lingua_collator *collator) {
  if (!collator) return;
  ucol_close(collator->collator);
  delete collator;
}

int32_t lingua_collator_compare(const lingua_collator *collator, const char *a, int32_t a_count, const char *b,
                                int32_t b_count, int32_t *code) {
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result = ucol_strcollUTF8(collator->collator, a, a_count, b, b_count, &status);
  *code = status;
  return result;
}
