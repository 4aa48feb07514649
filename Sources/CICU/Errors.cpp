#include "CICU.h"
#include <unicode/uchar.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

namespace {
// The version of the library that runs, which need not be the one that the program was compiled with.
struct Version {
  char text[U_MAX_VERSION_STRING_LENGTH];
  explicit Version(const UVersionInfo info) { u_versionToString(info, text); }
};

Version icuVersion() {
  UVersionInfo info;
  u_getVersion(info);
  return Version(info);
}

Version unicodeVersion() {
  UVersionInfo info;
  u_getUnicodeVersion(info);
  return Version(info);
}
} // namespace

const char *lingua_icu_version(void) {
  static const Version version = icuVersion();
  return version.text;
}
const char *lingua_icu_unicode_version(void) {
  static const Version version = unicodeVersion();
  return version.text;
}
const char *lingua_icu_error_name(int32_t code) { return u_errorName(static_cast<UErrorCode>(code)); }
const int32_t lingua_icu_buffer_overflow = U_BUFFER_OVERFLOW_ERROR;
