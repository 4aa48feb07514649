#include "CICU.h"
#include <cstring>
#include <string>
#include <unicode/ucurr.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

namespace {
constexpr int32_t longest = 256;

// Adds "code<tab>name<line feed>"; a code that has no name in the language stands for itself in ICU and is left out.
void add(const char *code, const UChar *name, int32_t count, std::string &out) {
  std::string text;
  icu::UnicodeString(false, name, count).toUTF8String(text);
  if (text.empty() || text == code || text.find_first_of("\t\n") != std::string::npos) return;
  out.append(code).append(1, '\t').append(text).append(1, '\n');
}

void currencies(const char *locale, std::string &out, UErrorCode *status) {
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_ALL, status);
  while (const char *code = uenum_next(codes, nullptr, status)) {
    UChar wide[4] = {};
    u_charsToUChars(code, wide, 3);
    int32_t count = 0;
    UErrorCode missing = U_ZERO_ERROR;
    const UChar *name = ucurr_getName(wide, locale, UCURR_LONG_NAME, nullptr, &count, &missing);
    if (U_SUCCESS(missing) && missing != U_USING_DEFAULT_WARNING) add(code, name, count, out);
  }
  uenum_close(codes);
}
}  // namespace

int32_t lingua_icu_names(int32_t kind, const char *locale, char *out, int32_t capacity, int32_t *needed) {
  UErrorCode status = U_ZERO_ERROR;
  std::string text;
  UChar name[longest];
  ULocaleDisplayNames *names = uldn_open(locale, ULDN_STANDARD_NAMES, &status);
  if (U_SUCCESS(status)) {
    // A name that is too long for the buffer fails by itself and is left out.
    if (kind == LINGUA_COUNTRIES) {
      for (const char *const *code = uloc_getISOCountries(); *code; ++code) {
        UErrorCode one = U_ZERO_ERROR;
        int32_t count = uldn_regionDisplayName(names, *code, name, longest, &one);
        if (U_SUCCESS(one) && one != U_STRING_NOT_TERMINATED_WARNING) add(*code, name, count, text);
      }
    } else if (kind == LINGUA_LANGUAGES) {
      for (const char *const *code = uloc_getISOLanguages(); *code; ++code) {
        UErrorCode one = U_ZERO_ERROR;
        int32_t count = uldn_languageDisplayName(names, *code, name, longest, &one);
        if (U_SUCCESS(one) && one != U_STRING_NOT_TERMINATED_WARNING) add(*code, name, count, text);
      }
    } else if (kind == LINGUA_SCRIPTS) {
      for (int32_t code = 0; code < USCRIPT_CODE_LIMIT; ++code) {
        const char *tag = uscript_getShortName(static_cast<UScriptCode>(code));
        if (!tag) continue;
        UErrorCode one = U_ZERO_ERROR;
        int32_t count = uldn_scriptDisplayName(names, tag, name, longest, &one);
        if (U_SUCCESS(one) && one != U_STRING_NOT_TERMINATED_WARNING) add(tag, name, count, text);
      }
    } else {
      currencies(locale, text, &status);
    }
    uldn_close(names);
  }
  *needed = static_cast<int32_t>(text.size());
  if (U_FAILURE(status)) return status;
  if (*needed > capacity) return U_BUFFER_OVERFLOW_ERROR;
  std::memcpy(out, text.data(), text.size());
  return U_ZERO_ERROR;
}
