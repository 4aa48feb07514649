#include "CICU.h"
#include <new>
#include <unicode/ucol.h>
#include <unicode/ustring.h>
#include <vector>

struct lingua_collator {
  UCollator *collator;
};

lingua_collator *lingua_collator_open(const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &error);
  *status = error;
  if (U_FAILURE(error)) return nullptr;
  auto *result = new (std::nothrow) lingua_collator{collator};
  if (result == nullptr) {
    ucol_close(collator);
    *status = U_MEMORY_ALLOCATION_ERROR;
  }
  return result;
}

void lingua_collator_close(lingua_collator *collator) {
  if (collator == nullptr) return;
  ucol_close(collator->collator);
  delete collator;
}

int32_t lingua_collator_key(const lingua_collator *collator, const char *text, int32_t count, uint8_t *out,
                            int32_t capacity, int32_t *needed) {
  UErrorCode error = U_ZERO_ERROR;
  // A byte of UTF-8 never becomes more than one unit of UTF-16.
  std::vector<UChar> units(static_cast<size_t>(count) + 1);
  int32_t length = 0;
  u_strFromUTF8WithSub(units.data(), static_cast<int32_t>(units.size()), &length, text, count, 0xFFFD, nullptr,
                       &error);
  if (U_FAILURE(error)) return error;
  *needed = ucol_getSortKey(collator->collator, units.data(), length, out, capacity);
  return *needed == 0 ? U_INTERNAL_PROGRAM_ERROR : U_ZERO_ERROR;
}
