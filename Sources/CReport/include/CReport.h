// The files of the HTML report as they were when the program was built.
#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct {
  const char *name;  // such as "report.css"
  const unsigned char *bytes;
  size_t count;
} lingua_report_file;
// All files; `count` receives how many.
const lingua_report_file *lingua_report_files(size_t *count);
#ifdef __cplusplus
}
#endif
